// `npm run bench -- requests`: what remembering the last requests costs an order. One process, told between slices to remember or not; each
// pair of slices that follow one another is compared, so that a machine that changes its pace does not decide.
import { measureAlone, type Alone } from './alone.js';
import { HttpSubject, type Slice } from '../compare/subject.js';
import type { Options } from '../options.js';
import { figure, number, table } from '../report/markdown.js';
import { say, sayNothing } from '../report/progress.js';
import { environment, writeResult } from '../report/results.js';
import { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { Program } from '../stage/program.js';
import { asByDefault } from '../stage/service.js';
import { analyzeFilled, fillClicks, fillShops } from '../world/fill.js';
import { makeTraffic } from '../world/orders.js';
import { makeShop } from '../world/shops.js';
import { DAY_MS } from '#platform/time/time-units.js';

const DATABASE = 'bench_requests';
const PAIRS = 20;
const SECONDS = 2;
const CONNECTIONS = 64;
/** Until what is called most is compiled: before, each slice is faster than the one before it. */
const WARM_SLICES = 4;
const SESSIONS = 20_000;

type Figure = (slice: Slice) => number | null;
const figures: readonly (readonly [name: string, of: Figure])[] = [
  ['program, µs an order', ({ programMicroseconds }) => programMicroseconds],
  ['PostgreSQL, µs an order', ({ postgresMicroseconds }) => postgresMicroseconds],
  [
    'both, µs an order',
    ({ programMicroseconds: own, postgresMicroseconds: database }) =>
      own === null || database === null ? null : own + database,
  ],
  ['orders a second', ({ requestsPerSecond }) => requestsPerSecond],
];

/** With and without, one right after the other. */
interface Pair {
  with: Slice;
  without: Slice;
}

/** @returns whether every order was recorded */
export async function requests(end: End, options: Options): Promise<boolean> {
  const cluster = await Cluster.start(end);
  const { subject, program } = await start(end, cluster);
  const seconds = options.seconds ?? SECONDS;
  const count = options.rounds ?? PAIRS;
  const measure = (stretch: string) => subject.measure(stretch, CONNECTIONS, seconds);
  say('warming up');
  for (let slice = 0; slice < WARM_SLICES; slice++) await measure(`warm${slice}`);
  const pairs: Pair[] = [];
  let isOn = true;
  for (let pair = 0; pair < count; pair++) {
    say(`pair ${pair + 1} of ${count}`);
    const first = await measure(`${pair}a`);
    process.kill(program.pid, 'SIGUSR2');
    const second = await measure(`${pair}b`);
    // The next pair begins as this one ended: on, off, off, on.
    pairs.push(isOn ? { with: first, without: second } : { with: second, without: first });
    isOn = !isOn;
  }
  say('writing down by itself');
  const alone = await measureAlone(cluster);
  sayNothing();
  const lost = pairs.flatMap((pair) => [pair.with, pair.without]).some(isUnsound);
  const result = { pairs, alone, ...(await environment(cluster, null)) };
  const told = `${result.date}, ${result.machine}. ${count} pairs of slices of ${seconds} s, ${CONNECTIONS} connections, one merchant.`;
  writeResult('latest-requests', result, [told, reportOf(pairs), alonePartOf(alone)].join('\n\n'));
  return !lost;
}

const isUnsound = ({ lost, refused }: Slice) => lost > 0 || Object.keys(refused).length > 0;

async function start(end: End, cluster: Cluster): Promise<{ subject: HttpSubject; program: Program }> {
  await cluster.createDatabase(DATABASE);
  const client = await cluster.connect(DATABASE);
  const shop = makeShop(0, { campaigns: 5, affiliates: 200 });
  const startMs = Date.now() - 30 * DAY_MS;
  const stepMs = Math.floor((29 * DAY_MS) / SESSIONS);
  const clicks = { from: 0, to: SESSIONS - 1, startMs, stepMs };
  await fillShops(client, [shop]);
  await fillClicks(client, [shop], clicks);
  await analyzeFilled(client);
  const program = await Program.start(end, {
    name: 'requests',
    args: ['--import', './bin/typescript.mjs', 'bench/requests/service.ts'],
    environment: { DATABASE_URL: cluster.url(DATABASE), METRICS_PORT: '0', ...asByDefault },
    folder: cluster.folder,
  });
  end.with(() => client.end());
  const watched = { postmaster: cluster.postmaster, settling: client };
  const traffic = makeTraffic({ shops: [shop], clicks });
  return { subject: new HttpSubject('service', DATABASE, program, traffic, watched), program };
}

function alonePartOf(alone: Alone): string {
  const { callNanoseconds, listProgramMicroseconds, listPostgresMicroseconds } = alone;
  return table([
    ['by itself', 'program', 'PostgreSQL'],
    ['the end of a call', `${figure(callNanoseconds / 1000)} µs`, '–'],
    [
      'writing down 200 calls of one merchant, once in two seconds at most',
      `${number(listProgramMicroseconds)} µs`,
      `${number(listPostgresMicroseconds)} µs`,
    ],
  ]);
}

function reportOf(pairs: readonly Pair[]): string {
  const rows = figures.map(([name, of]) => {
    const both = pairs.flatMap((pair) => {
      const [on, off] = [of(pair.with), of(pair.without)];
      return on === null || off === null ? [] : [{ on, off }];
    });
    const ratios = both.map(({ on, off }) => on / off);
    const [low, middle, high] = [0.25, 0.5, 0.75].map((part) => quantile(ratios, part).toFixed(3));
    const on = quantile(
      both.map((pair) => pair.on),
      0.5,
    );
    const off = quantile(
      both.map((pair) => pair.off),
      0.5,
    );
    const shown = on > 1000 ? number : figure;
    return [name, shown(off), shown(on), middle!, `${low} – ${high}`];
  });
  return table([['', 'without', 'with', 'with ÷ without, median of pairs', 'half of the pairs'], ...rows]);
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(at)] ?? NaN, sorted[Math.ceil(at)] ?? NaN];
  return below + (above - below) * (at - Math.floor(at));
}
