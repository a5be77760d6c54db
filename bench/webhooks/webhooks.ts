// `npm run bench -- webhooks`: what it costs to tell a merchant's server, those who record the orders and those who wait to be told.
import type { Options } from '../options.js';
import { say, sayNothing } from '../report/progress.js';
import { environment, writeResult } from '../report/results.js';
import { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { forget, pileUp, sizes } from './backlog.js';
import { Measurements, type Slice } from './measure.js';
import { reportOf, webhookTargets, type Draining, type Pair, type WebhooksResult } from './report.js';
import { openWorld, setStatus, type World } from './world.js';

const ROUNDS = 3;
const SECONDS = 15;
/** Half of what is to be told in a second. */
const ORDERS_A_SECOND = 500;
const AT_PACE = { connections: 32, ratePerSecond: ORDERS_A_SECOND };
/** More than most have, and far from what the machine can do. */
const AT_EASE = { connections: 32, ratePerSecond: 100 };
const FLAT_OUT = { connections: 64 };
const FLAT_OUT_SECONDS = 5;
const PILE = 20_000;
const BACKLOG_MILLIONS = 1;

/** @returns whether everything went as it should, targets apart */
export async function webhooks(end: End, options: Options): Promise<boolean> {
  const cluster = await Cluster.start(end, { max_wal_size: '4GB' });
  say('opening shops');
  const run = new WebhooksRun(
    await openWorld(end, cluster),
    options.seconds ?? SECONDS,
    options.rounds ?? ROUNDS,
  );
  await run.warmUp();
  const price = await run.price();
  const draining = await run.drain();
  const beside = await run.besideOneThatHangs();
  const backlog = await run.besideBacklog(Math.round((options.sizes[0] ?? BACKLOG_MILLIONS) * 1e6));
  await run.check();
  sayNothing();
  const measured = {
    ordersPerSecond: ORDERS_A_SECOND,
    atEasePerSecond: AT_EASE.ratePerSecond,
    ...price,
    draining,
    beside,
    backlog,
  };
  const result: WebhooksResult = {
    ...measured,
    ...{ seconds: run.seconds, rounds: run.rounds, quickShops: run.world.quickShops },
    problems: run.measurements.problems,
    targets: webhookTargets(measured),
    ...(await environment(cluster, null)),
  };
  writeResult('latest-webhooks', result, reportOf(result));
  return result.problems.length === 0;
}

class WebhooksRun {
  readonly measurements: Measurements;

  constructor(
    readonly world: World,
    readonly seconds: number,
    readonly rounds: number,
  ) {
    this.measurements = new Measurements(world);
  }

  async warmUp(): Promise<void> {
    for (const whose of ['untold', 'told', 'many'] as const) {
      say(`warming up: ${whose}`);
      await this.measurements.measure({ stretch: `warm-${whose}`, whose, seconds: 4, ...FLAT_OUT });
    }
  }

  /** An order of a merchant whom nobody tells, and of one who is told. */
  async price(): Promise<{ atEase: Pair[]; atPace: Pair[]; flatOut: Pair[] }> {
    const slice = (name: string, isTold: boolean, wanted: { connections: number; seconds: number }) =>
      this.measurements.measure({ stretch: name, whose: isTold ? 'told' : 'untold', ...wanted });
    const atEase = await this.pairs('orders at ease', (name, isTold) =>
      slice(`ease${name}`, isTold, { ...AT_EASE, seconds: this.seconds }),
    );
    const atPace = await this.pairs('orders at their pace', (name, isTold) =>
      slice(`pace${name}`, isTold, { ...AT_PACE, seconds: this.seconds }),
    );
    const flatOut = await this.pairs('as many orders as go', (name, isTold) =>
      slice(`flat${name}`, isTold, { ...FLAT_OUT, seconds: FLAT_OUT_SECONDS }),
    );
    for (const { with: told, name } of [...atEase, ...atPace, ...flatOut].map((pair, at) => ({
      ...pair,
      name: at,
    })))
      if (told.arrived === 0) this.measurements.problems.push(`pair ${name}: nothing arrived`);
    return { atEase, atPace, flatOut };
  }

  /** How many deliveries a second leave when there is nothing else to do. */
  async drain(): Promise<Draining[]> {
    const drained: Draining[] = [];
    for (let round = 0; round < this.rounds; round++) {
      say(`draining, ${round + 1} of ${this.rounds}`);
      await setStatus(this.world.program, this.world.told, 'PAUSED');
      await pileUp(this.world, PILE);
      await this.world.receiver.arrivals();
      await setStatus(this.world.program, this.world.told, 'ACTIVE');
      await this.world.settle();
      const { count, firstMs, lastMs } = await this.world.receiver.arrivals();
      if (count < PILE) this.measurements.problems.push(`${count} of ${PILE} that waited arrived`);
      drained.push({ deliveries: count, seconds: (lastMs - firstMs) / 1000 });
    }
    return drained;
  }

  /** What many wait for when one endpoint among them answers, and when it hangs. */
  besideOneThatHangs(): Promise<Pair[]> {
    return this.pairs(
      'beside one that hangs',
      async (name, hangs) => {
        await this.world.receiver.setHanging(this.world.odd.path, hangs);
        const wanted = {
          stretch: `many${name}`,
          whose: 'many' as const,
          seconds: this.seconds,
          settles: !hangs,
        };
        return this.measurements.measure({ ...wanted, ...AT_PACE });
      },
      async () => {
        await this.world.receiver.setHanging(this.world.odd.path, false);
        await forget(this.world, this.world.odd);
        await this.world.settle();
      },
    );
  }

  /** Orders of others while a backlog stands still, and while it drains. */
  async besideBacklog(events: number): Promise<WebhooksResult['backlog']> {
    const { world } = this;
    await setStatus(world.program, world.told, 'PAUSED');
    await pileUp(world, events);
    await world.cluster.asAdmin('vacuum analyze events, webhook_deliveries', world.database);
    await world.cluster.asAdmin('checkpoint', world.database);
    const pairs = await this.pairs('beside a backlog', async (name, drains) => {
      await setStatus(world.program, world.told, drains ? 'ACTIVE' : 'PAUSED');
      const wanted = {
        stretch: `backlog${name}`,
        whose: 'untold' as const,
        seconds: this.seconds,
        settles: false,
      };
      return this.measurements.measure({ ...wanted, ...AT_PACE });
    });
    const size = await sizes(world);
    await setStatus(world.program, world.told, 'PAUSED');
    await forget(world, world.told);
    return { events, pairs, ...size };
  }

  /** Every order that was acknowledged is there, and every event that it is was told. */
  async check(): Promise<void> {
    const { rows } = await this.world.client.query<{ orders: number }>(
      'select count(*)::int as orders from conversions',
    );
    if (rows[0]?.orders !== this.measurements.recorded)
      this.measurements.problems.push(
        `${rows[0]?.orders} conversions, ${this.measurements.recorded} were acknowledged`,
      );
  }

  /** Slices without and with it, each round begun by the other. @param afterwards what is to be done before the next slice */
  private async pairs(
    what: string,
    slice: (name: string, isWith: boolean) => Promise<Slice>,
    afterwards: () => Promise<void> = () => Promise.resolve(),
  ): Promise<Pair[]> {
    const pairs: Pair[] = [];
    for (let round = 0; round < this.rounds; round++) {
      say(`${what}: round ${round + 1} of ${this.rounds}`);
      const both: Partial<Pair> = {};
      for (const isWith of round % 2 === 0 ? [false, true] : [true, false]) {
        both[isWith ? 'with' : 'without'] = await slice(`${round}${isWith ? 'w' : 'o'}`, isWith);
        await afterwards();
      }
      pairs.push(both as Pair);
    }
    return pairs;
  }
}
