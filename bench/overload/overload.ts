// `npm run bench -- overload`: a minute of twice as many orders as the service can record. It must refuse what it cannot take, keep
// its memory, lose nothing that it acknowledged, and be itself again right after.
import { setTimeout as sleep } from 'node:timers/promises';
import { runLoad, type LoadOptions, type LoadResult } from '../load/load-client.js';
import type { Options } from '../options.js';
import { say, sayNothing } from '../report/progress.js';
import { environment, writeResult } from '../report/results.js';
import { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { residentBytes } from '../stage/processes.js';
import type { Program } from '../stage/program.js';
import { startService } from '../stage/service.js';
import { analyzeFilled, fillClicks, fillShops } from '../world/fill.js';
import { makeTraffic, type Traffic } from '../world/orders.js';
import { makeShop } from '../world/shops.js';
import { Ledger } from './ledger.js';
import { overloadTargets, reportOf, type OverloadResult } from './report.js';

const DATABASE = 'bench_overload';
const SECONDS = 60;
const TIMES = 2;
/** More than the service lets wait for one merchant: else the waiting would be in our sockets, and nothing would be refused. */
const CONNECTIONS = 4000;
/** The service at ease: half of what it can do. */
const CALM = { share: 0.5, connections: 128 };
const BEFORE_SECONDS = 6;
const WINDOW_SECONDS = 2;
const WINDOWS = 4;

type Length = Pick<LoadOptions, 'durationMs' | 'connections' | 'ratePerSecond' | 'onStart'>;

/** @returns whether everything went as it should, targets apart */
export async function overload(end: End, options: Options): Promise<boolean> {
  const seconds = options.seconds ?? SECONDS;
  const cluster = await Cluster.start(end);
  const { program, traffic } = await start(end, cluster);
  const ledger = new Ledger();
  const load = (stretch: string, length: Length) =>
    ledger.keep(stretch, (onReply) =>
      runLoad({ port: program.port, request: traffic.stretch(stretch), onReply, ...length }),
    );
  say('warming up, then measuring what it can do');
  await load('warm', { durationMs: 4000, connections: 256 });
  const capacity = (await load('capacity', { durationMs: 5000, connections: 256 })).requestsPerSecond;
  const calm = { connections: CALM.connections, ratePerSecond: capacity * CALM.share };
  say('at ease, before');
  const before = await load('before', { durationMs: BEFORE_SECONDS * 1000, ...calm });
  say(`${seconds} s of ${Math.round(capacity * TIMES)} orders a second`);
  let storm: Promise<LoadResult> | undefined;
  await new Promise<void>((onStart) => {
    const durationMs = seconds * 1000;
    storm = load('storm', { durationMs, connections: CONNECTIONS, ratePerSecond: capacity * TIMES, onStart });
  });
  const memory = watchMemory(program);
  await sleep(seconds * 1000);
  const after: LoadResult[] = [];
  for (let window = 1; window <= WINDOWS; window++) {
    say(`at ease, ${(window - 1) * WINDOW_SECONDS} s after`);
    after.push(await load(`after${window}`, { durationMs: WINDOW_SECONDS * 1000, ...calm }));
  }
  const during = (await storm) as LoadResult;
  const memoryBytes = memory.stop();
  say('counting rows');
  const checked = await ledger.check(cluster, DATABASE);
  sayNothing();
  const measured = {
    seconds,
    capacity,
    offered: capacity * TIMES,
    before,
    during,
    after,
    memoryBytes,
    ...checked,
  };
  const result: OverloadResult = {
    ...measured,
    targets: overloadTargets(measured),
    ...(await environment(cluster, null)),
  };
  writeResult('latest-overload', result, reportOf(result));
  return checked.problems.length === 0;
}

async function start(end: End, cluster: Cluster): Promise<{ program: Program; traffic: Traffic }> {
  say('starting PostgreSQL and the service');
  await cluster.createDatabase(DATABASE);
  const client = await cluster.connect(DATABASE);
  const shops = [makeShop(0, { campaigns: 5, affiliates: 200 })];
  const day = 86_400_000;
  const clicks = { from: 0, to: 19_999, startMs: Date.now() - 30 * day, stepMs: (29 * day) / 20_000 };
  await fillShops(client, shops);
  await fillClicks(client, shops, clicks);
  await analyzeFilled(client);
  await client.end();
  const program = await startService(end, cluster, DATABASE);
  return { program, traffic: makeTraffic({ shops, clicks }) };
}

/** Each second, from now on. */
function watchMemory(program: Program): { stop(): number[] } {
  const seen: number[] = [];
  const look = () => {
    const bytes = residentBytes(program.pid);
    if (bytes !== null) seen.push(bytes);
    program.forgetLog();
  };
  look();
  const timer = setInterval(look, 1000);
  return {
    stop: () => {
      clearInterval(timer);
      return seen;
    },
  };
}
