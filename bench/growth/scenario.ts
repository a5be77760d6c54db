// One way to grow: all rows of one merchant, or spread over a thousand. At each size the grown database is measured in turns with
// one of the smallest size, so that what the machine does meanwhile touches both alike.
import { median } from '../load/latency.js';
import { runLoad, type LoadOptions } from '../load/load-client.js';
import { say, sayHowFar } from '../report/progress.js';
import type { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import type { Program } from '../stage/program.js';
import { startService } from '../stage/service.js';
import { settle } from '../stage/settle.js';
import type { Clicks } from '../world/fill.js';
import { makeTraffic, type Traffic } from '../world/orders.js';
import type { Shop } from '../world/shops.js';
import { grow, settleDown, type Growth } from './preload.js';
import { recordSample } from './sample.js';
import { DAY_MS } from '#platform/time/time-units.js';

const CONNECTIONS = 64;
const WARM_UP_SECONDS = 3;
/** All clicks are of so many days, so that any may still count. */
const DAYS = 60;
/** Orders follow from clicks of late: at every size from the same number of the newest, and one in twenty from any. */
const LATE_CLICKS = 50_000;
const FROM_ANY = 0.05;
const POOL = 65_536;
const BASE = 'bench_growth_base';

export interface ScenarioOptions {
  name: string;
  shops: readonly Shop[];
  /** Numbers of conversions, growing. */
  sizes: readonly number[];
  rounds: number;
  seconds: number;
}

export interface Figures {
  requestsPerSecond: number;
  p50Ms: number;
  p99Ms: number;
}

export interface SizeResult extends Figures {
  scenario: string;
  conversions: number;
  /** The smallest size, measured in turns with this one. */
  base: Figures;
  databaseBytes: number;
  loadSeconds: number;
  raw: { grown: Figures[]; base: Figures[] };
}

/** A database with the service on it. */
interface Side {
  database: string;
  program: Program;
  traffic: Traffic;
}

export class Scenario {
  readonly problems: string[] = [];
  private readonly database: string;
  private readonly first: string;
  private readonly growth: Growth;
  private readonly stepMs: number;
  private readonly startMs = Date.now() - DAYS * DAY_MS;
  /** What each database must hold. */
  private readonly expected = new Map<string, number>();

  constructor(
    private readonly end: End,
    private readonly cluster: Cluster,
    private readonly options: ScenarioOptions,
  ) {
    this.database = `bench_growth_${options.name}`;
    this.first = `${this.database}_first`;
    this.growth = { cluster, database: this.database, shops: options.shops, sample: 0 };
    this.stepMs = Math.max(1, Math.floor(((DAYS - 1) * DAY_MS) / Math.max(...options.sizes)));
  }

  async run(): Promise<SizeResult[]> {
    const { cluster, database, options, expected } = this;
    await cluster.createDatabase(database);
    say(`${options.name}: recording a sample of orders`);
    await recordSample(this.end, this.growth, (end) => this.clicks(0, end));
    const results: SizeResult[] = [];
    let from = 0;
    for (const size of options.sizes) {
      const startedAt = Date.now();
      await this.load(from, size);
      const loadSeconds = (Date.now() - startedAt) / 1000;
      expected.set(database, (expected.get(database) ?? 0) + size - from);
      if (from === 0) await cluster.createDatabase(this.first, database);
      results.push({ ...(await this.measure(size)), loadSeconds });
      from = size;
    }
    for (const name of [database, this.first]) await cluster.dropDatabase(name);
    return results;
  }

  private async load(from: number, size: number): Promise<void> {
    const what = `${this.options.name}: conversions`;
    await grow(this.growth, this.clicks(from, size), (done) => sayHowFar(what, from + done, size));
    say(`${this.options.name}: vacuum, analyze, checkpoint`);
    await settleDown(this.cluster, this.database);
  }

  private async measure(size: number): Promise<Omit<SizeResult, 'loadSeconds'>> {
    const { cluster, database, options, expected } = this;
    const baseSize = options.sizes[0] ?? size;
    await cluster.createDatabase(BASE, this.first);
    expected.set(BASE, baseSize);
    const grown = await this.open(database, size);
    const base = await this.open(BASE, baseSize);
    const raw: SizeResult['raw'] = { grown: [], base: [] };
    for (const side of [grown, base])
      await this.drive(side, `warm${size}`, { durationMs: WARM_UP_SECONDS * 1000 });
    for (let round = 1; round <= options.rounds; round++) {
      say(`${options.name}: ${size.toLocaleString('en')} conversions, round ${round} of ${options.rounds}`);
      const sides = [['grown', grown] as const, ['base', base] as const];
      for (const [name, side] of round % 2 === 0 ? sides.reverse() : sides) {
        raw[name].push(await this.drive(side, `s${size}r${round}`, { durationMs: options.seconds * 1000 }));
      }
    }
    const databaseBytes = await this.closeAndCheck(grown);
    await this.closeAndCheck(base);
    await cluster.dropDatabase(BASE);
    const medians = { ...mediansOf(raw.grown), base: mediansOf(raw.base) };
    return { scenario: options.name, conversions: size, ...medians, databaseBytes, raw };
  }

  private async open(database: string, size: number): Promise<Side> {
    const { shops } = this.options;
    const program = await startService(this.end, this.cluster, database);
    const pickSession = (random: () => number) => {
      const back = random() < FROM_ANY ? size : Math.min(size, LATE_CLICKS);
      return size - 1 - Math.floor(random() * back);
    };
    const clicks = this.clicks(0, size);
    return { database, program, traffic: makeTraffic({ shops, clicks, poolSize: POOL, pickSession }) };
  }

  /** Everything that was acknowledged must be there. @returns the size of the database in bytes */
  private async closeAndCheck({ database, program }: Side): Promise<number> {
    const client = await this.cluster.connect(database);
    await settle(client);
    await program.stop();
    const { rows } = await client.query<{ stored: number; bytes: string }>(
      'select (select count(*)::int from conversions) as stored, pg_database_size(current_database()) as bytes',
    );
    await client.end();
    const stored = rows[0]?.stored ?? 0;
    const wanted = this.expected.get(database) ?? 0;
    if (stored !== wanted)
      this.problems.push(`${database}: ${stored} conversions, ${wanted} were acknowledged`);
    return Number(rows[0]?.bytes);
  }

  private async drive(
    { program, traffic, database }: Side,
    stretch: string,
    length: Pick<LoadOptions, 'durationMs' | 'requests'>,
  ): Promise<Figures> {
    const request = traffic.stretch(stretch);
    const load = await runLoad({ port: program.port, connections: CONNECTIONS, request, ...length });
    program.forgetLog();
    const recorded = load.replies['201'] ?? 0;
    this.expected.set(database, (this.expected.get(database) ?? 0) + recorded);
    const others = Object.entries(load.replies).filter(([status]) => status !== '201');
    if (others.length > 0 || load.lost > 0) {
      this.problems.push(`${database} ${stretch}: ${JSON.stringify(load.replies)}, ${load.lost} lost`);
    }
    const { requestsPerSecond, p50Ms, p99Ms } = load;
    return { requestsPerSecond, p50Ms, p99Ms };
  }

  private clicks(from: number, end: number): Clicks {
    return { from, to: end - 1, startMs: this.startMs, stepMs: this.stepMs };
  }
}

function mediansOf(slices: readonly Figures[]): Figures {
  return {
    requestsPerSecond: median(slices.map((slice) => slice.requestsPerSecond)),
    p50Ms: median(slices.map((slice) => slice.p50Ms)),
    p99Ms: median(slices.map((slice) => slice.p99Ms)),
  };
}
