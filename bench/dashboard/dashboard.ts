// `npm run bench -- dashboard`: what it is to look at a merchant with a million orders, while more are recorded, and what that costs
// those who record them.
import { runLoad } from '../load/load-client.js';
import type { Options } from '../options.js';
import { say, sayNothing } from '../report/progress.js';
import { environment, writeResult } from '../report/results.js';
import { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { dashboardTargets, reportOf, type DashboardResult, type OrderFigures } from './report.js';
import { seeScreens, type SeenScreen } from './screens.js';
import { startViewers, type Waits } from './viewers.js';
import { openWorld, type World } from './world.js';

const MILLIONS = 1;
const ROUNDS = 3;
const SECONDS = 30;
const VIEWERS = [0, 1, 16];
const ORDERS_A_SECOND = 500;
const CONNECTIONS = 32;
/** How often each screen is opened in the browser. */
const OPENINGS = 5;
const WARM_UP_SECONDS = 5;

/** @returns whether everything went as it should, targets apart */
export async function dashboard(end: End, options: Options): Promise<boolean> {
  const cluster = await Cluster.start(end, { max_wal_size: '4GB' });
  const orders = Math.round((options.sizes[0] ?? MILLIONS) * 1e6);
  const world = await openWorld(end, cluster, orders);
  say('looking at each screen');
  const screens = await seeScreens(end, world, OPENINGS);
  const lengths = { seconds: options.seconds ?? SECONDS, rounds: options.rounds ?? ROUNDS };
  const run = new DashboardRun(world, screens);
  await run.record('warm', WARM_UP_SECONDS, 0);
  for (let round = 1; round <= lengths.rounds; round++)
    for (const count of round % 2 === 0 ? VIEWERS.toReversed() : VIEWERS) {
      say(`round ${round} of ${lengths.rounds}: ${count} viewers`);
      await run.measure(round, lengths.seconds, count);
    }
  const stored = await world.count();
  sayNothing();
  if (stored !== orders + run.recorded)
    run.problems.push(`${stored} conversions, ${orders + run.recorded} were acknowledged`);
  const measured = {
    orders,
    ratePerSecond: ORDERS_A_SECOND,
    ...lengths,
    viewers: VIEWERS,
    screens: screens.map(({ name, usableAfterMs }) => ({ name, usableAfterMs, waitsMs: run.waitsOf(name) })),
    recording: run.recording,
    problems: run.problems,
  };
  const result: DashboardResult = {
    ...measured,
    targets: dashboardTargets(measured),
    ...(await environment(cluster, null)),
  };
  writeResult('latest-dashboard', result, reportOf(result));
  return run.problems.length === 0;
}

class DashboardRun {
  readonly recording: Record<string, OrderFigures[]> = {};
  readonly problems: string[] = [];
  /** Orders that were acknowledged. */
  recorded = 0;
  private readonly waits: Record<string, Waits[]> = {};

  constructor(
    private readonly world: World,
    private readonly screens: readonly SeenScreen[],
  ) {}

  /** Orders at their pace while so many people look. */
  async measure(round: number, seconds: number, viewers: number): Promise<void> {
    const watch = startViewers(this.world, this.screens, viewers);
    const figures = await this.record(`r${round}v${viewers}`, seconds, viewers);
    try {
      (this.waits[viewers] ??= []).push(await watch.end());
    } catch (error) {
      this.problems.push((error as Error).message);
    }
    (this.recording[viewers] ??= []).push(figures);
  }

  async record(stretch: string, seconds: number, viewers: number): Promise<OrderFigures> {
    const { program, traffic } = this.world;
    const load = await runLoad({
      port: program.port,
      connections: CONNECTIONS,
      ratePerSecond: ORDERS_A_SECOND,
      durationMs: seconds * 1000,
      request: traffic.stretch(stretch),
    });
    program.forgetLog();
    const recorded = load.replies['201'] ?? 0;
    this.recorded += recorded;
    if (Object.keys(load.replies).some((status) => status !== '201') || load.lost + load.unsent > 0)
      this.problems.push(
        `beside ${viewers} viewers: ${JSON.stringify(load.replies)}, ${load.lost} lost, ${load.unsent} not sent`,
      );
    return { p50Ms: load.p50Ms, p99Ms: load.p99Ms };
  }

  /** By number of viewers, what the calls of a screen took. */
  waitsOf(screen: string): Record<string, number[]> {
    return Object.fromEntries(
      Object.entries(this.waits).map(([viewers, rounds]) => [
        viewers,
        rounds.flatMap((waits) => waits.get(screen) ?? []),
      ]),
    );
  }
}
