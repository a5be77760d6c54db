// What must be true of the tables after a fuzz run.
import { fromPublicId } from '#platform/values/ids.js';
import type { TestApp } from '../support/app.js';
import { brokenRules } from '../support/books.js';
import { bookkeepingFaults } from '../support/payouts.js';
import type { World } from './world.js';

/** What replies name by this prefix, and the table where it is. */
const TABLES = {
  cmp: 'campaigns',
  aff: 'affiliates',
  cnv: 'conversions',
  cmm: 'commissions',
  pay: 'payouts',
} as const;

/** What is wrong, in words; nothing, if all is well. */
export async function bookFaults(app: TestApp, world: World): Promise<string[]> {
  await app.settled();
  return [
    ...(await bookkeepingFaults(app)),
    ...(await brokenRules(app)).map((rule) => `not so: ${rule}`),
    ...(await unlikeTold(app, world)),
  ];
}

/** All that replies named is stored; and nothing is stored that no reply has named, commissions aside. */
async function unlikeTold({ rows }: TestApp, { owners }: World): Promise<string[]> {
  const faults: string[] = [];
  for (const [prefix, table] of Object.entries(TABLES) as [keyof typeof TABLES, string][]) {
    const told = new Set([...owners.keys()].flatMap((id) => fromPublicId(prefix, id) ?? []));
    const stored = await rows.query<{ id: string }>(`select id from ${table}`);
    const ids = new Set(stored.map(({ id }) => id));
    const lost = [...told].filter((id) => !ids.has(id));
    const untold = [...ids].filter((id) => !told.has(id));
    if (lost.length > 0) faults.push(`${lost.length} of ${table} were told and are not stored: ${lost[0]}`);
    if (untold.length > 0 && prefix !== 'cmm')
      faults.push(`${untold.length} of ${table} are stored and no reply named them: ${untold[0]}`);
  }
  return faults;
}
