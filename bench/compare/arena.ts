// Everything that a comparison needs, started: one PostgreSQL, a database with the same data for each subject, the programs.
import { takeRecordings } from '../floor/recording.js';
import { pgbenchVersion } from '../floor/pgbench.js';
import { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { startNothing, startService, startTypical } from '../stage/service.js';
import { analyzeFilled, fillClicks, fillShops, type Clicks } from '../world/fill.js';
import { makeTraffic, type Traffic } from '../world/orders.js';
import { makeShop, type Shop } from '../world/shops.js';
import { BareSubject, PgbenchSubject } from './floor-subjects.js';
import { HttpSubject, type Subject, type SubjectName } from './subject.js';
import { DAY_MS } from '#platform/time/time-units.js';

const SESSIONS = 20_000;
const WORLD = 'bench_world';

export interface Arena {
  cluster: Cluster;
  subjects: Subject[];
  /** As pgbench tells it; null when there is none on the PATH. */
  pgbench: string | null;
  /** Orders in a database that no subject was measured with. */
  recordedBefore: Map<string, number>;
}

interface World {
  /** One with two hundred affiliates, one with a single one. */
  many: { shop: Shop; clicks: Clicks };
  one: { shop: Shop; clicks: Clicks };
}

export async function openArena(
  end: End,
  wanted: readonly SubjectName[],
  say: (text: string) => void,
): Promise<Arena> {
  say('starting PostgreSQL');
  const cluster = await Cluster.start(end);
  say('filling the databases');
  const world = await makeWorld(cluster);
  const arena: Arena = { cluster, subjects: [], pgbench: pgbenchVersion(), recordedBefore: new Map() };
  const wants = (...names: SubjectName[]) => names.some((name) => wanted.includes(name));
  if (wants('service', 'oneAffiliate')) await addService(end, arena, world);
  if (wants('typical')) await addTypical(end, arena, world);
  if (wants('nothing')) await addNothing(end, arena, world);
  if (wants('floor', 'bare')) await addFloor(end, arena, world);
  arena.subjects = arena.subjects.filter(({ name }) => wants(name));
  return arena;
}

/** Sessions of the last thirty days, the same number of each shop's. */
async function makeWorld(cluster: Cluster): Promise<World> {
  await cluster.createDatabase(WORLD);
  const client = await cluster.connect(WORLD);
  const startMs = Date.now() - 30 * DAY_MS;
  const stepMs = Math.floor((29 * DAY_MS) / SESSIONS);
  const many = {
    shop: makeShop(0, { campaigns: 5, affiliates: 200 }),
    clicks: { from: 0, to: SESSIONS - 1, startMs, stepMs },
  };
  const one = {
    shop: makeShop(1, { campaigns: 1, affiliates: 1 }),
    clicks: { from: 0, to: SESSIONS - 1, startMs, stepMs },
  };
  await fillShops(client, [many.shop, one.shop]);
  for (const { shop, clicks } of [many, one]) await fillClicks(client, [shop], clicks);
  await analyzeFilled(client);
  await client.end();
  return { many, one };
}

const trafficOf = ({ shop, clicks }: World['many']): Traffic => makeTraffic({ shops: [shop], clicks });

async function addService(end: End, { cluster, subjects }: Arena, { many, one }: World): Promise<void> {
  const database = 'bench_service';
  await cluster.createDatabase(database, WORLD);
  const program = await startService(end, cluster, database);
  const watched = { postmaster: cluster.postmaster, settling: await cluster.connect(database) };
  subjects.push(
    new HttpSubject('service', database, program, trafficOf(many), watched),
    new HttpSubject('oneAffiliate', database, program, trafficOf(one), watched),
  );
}

async function addTypical(end: End, { cluster, subjects }: Arena, { many }: World): Promise<void> {
  const database = 'bench_typical';
  await cluster.createDatabase(database, WORLD);
  const program = await startTypical(end, cluster, database);
  const watched = { postmaster: cluster.postmaster, settling: null };
  subjects.push(new HttpSubject('typical', database, program, trafficOf(many), watched));
}

async function addNothing(end: End, { cluster, subjects }: Arena, { many }: World): Promise<void> {
  const program = await startNothing(end, cluster);
  const watched = { postmaster: null, settling: null };
  subjects.push(new HttpSubject('nothing', null, program, trafficOf(many), watched));
}

async function addFloor(end: End, arena: Arena, { many }: World): Promise<void> {
  const { cluster, subjects } = arena;
  const databases = { bare: 'bench_bare', floor: 'bench_floor' };
  for (const database of Object.values(databases)) await cluster.createDatabase(database, WORLD);
  const client = await cluster.connect(databases.bare);
  const shares = await takeRecordings(cluster.address(databases.bare), many.shop, client);
  arena.recordedBefore.set(databases.bare, shares.length);
  await client.end();
  subjects.push(await BareSubject.connect(cluster, databases.bare, shares));
  if (arena.pgbench !== null) subjects.push(new PgbenchSubject(end, cluster, databases.floor, shares));
}
