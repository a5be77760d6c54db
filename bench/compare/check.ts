// A benchmark that lost orders is no benchmark: everything that was acknowledged is in the database, once, and did the job.
import type { Cluster } from '../stage/cluster.js';
import { MATCHING_SHARE } from '../world/orders.js';
import type { Arena } from './arena.js';
import type { Measured } from './measured.js';

/** Shares are of a few thousand orders of a fixed mix. */
const TOLERANCE = 0.03;
/** Too few to speak of shares. */
const FEW = 500;

/** What is wrong, in words; nothing if all is well. */
export async function checkAll(arena: Arena, measured: readonly Measured[]): Promise<string[]> {
  const problems = measured.flatMap(badReplies);
  const databases = new Set(arena.subjects.map(({ database }) => database));
  for (const database of databases) {
    if (database === null) continue;
    const names = arena.subjects.filter((subject) => subject.database === database).map(({ name }) => name);
    const acknowledged = measured
      .filter(({ subject }) => names.includes(subject))
      .reduce((sum, { slice }) => sum + slice.recorded, arena.recordedBefore.get(database) ?? 0);
    problems.push(...(await checkDatabase(arena.cluster, database, acknowledged, names.join(' and '))));
  }
  return problems;
}

function badReplies({ subject, connections, slice }: Measured): string[] {
  const where = `${subject} at ${connections} connections`;
  const refused = Object.entries(slice.refused).map(
    ([status, count]) => `${where}: ${count} replies were ${status}, not 201`,
  );
  return slice.lost > 0 ? [...refused, `${where}: ${slice.lost} requests got no reply`] : refused;
}

async function checkDatabase(
  cluster: Cluster,
  database: string,
  acknowledged: number,
  names: string,
): Promise<string[]> {
  const client = await cluster.connect(database);
  const { rows } = await client.query<{ stored: number; attributed: number; doubly: number }>(
    `select (select count(*)::int from conversions) as stored,
       (select count(*)::int from conversions where status = 'ATTRIBUTED') as attributed,
       (select count(*)::int from (select from commissions group by merchant_id, mode, conversion_id having count(*) > 1) d) as doubly`,
  );
  await client.end();
  const { stored = 0, attributed = 0, doubly = 0 } = rows[0] ?? {};
  const problems: string[] = [];
  if (stored !== acknowledged)
    problems.push(`${names}: ${acknowledged} orders acknowledged, ${stored} stored`);
  if (doubly > 0) problems.push(`${names}: ${doubly} orders have more than one commission`);
  const isFloor = /floor|bare/.test(names);
  const share = attributed / stored;
  if (!isFloor && stored > FEW && Math.abs(share - MATCHING_SHARE) > TOLERANCE) {
    problems.push(
      `${names}: ${(100 * share).toFixed(1)} % of the orders were attributed, not ${100 * MATCHING_SHARE} %`,
    );
  }
  return problems;
}
