// One slice: orders at their pace, or as many as go, and what became of those who are told of them.
import { runLoad } from '../load/load-client.js';
import { percentile } from '../load/latency.js';
import { familyMicroseconds, processMicroseconds } from '../stage/processes.js';
import type { World } from './world.js';

export interface Slice {
  /** Of the orders. */
  p50Ms: number;
  p99Ms: number;
  ordersPerSecond: number;
  /** On processors, an order, all that followed until nothing was left to tell included; null where that is not known. */
  programMicroseconds: number | null;
  postgresMicroseconds: number | null;
  /** Deliveries that arrived, and how long after what they tell. NaN: none. */
  arrived: number;
  lagP50Ms: number;
  lagP99Ms: number;
}

export interface Wanted {
  /** For the orders' names: not used before. */
  stretch: string;
  whose: keyof World['orders'];
  connections: number;
  seconds: number;
  /** As many as go unless told. */
  ratePerSecond?: number;
  /** Whether what follows is waited for, and counts; it cannot be where a backlog drains. */
  settles?: boolean;
}

export class Measurements {
  readonly problems: string[] = [];
  /** Orders that were acknowledged. */
  recorded = 0;

  constructor(private readonly world: World) {}

  async measure({
    stretch,
    whose,
    connections,
    seconds,
    ratePerSecond,
    settles = true,
  }: Wanted): Promise<Slice> {
    const { world } = this;
    await world.receiver.arrivals();
    const used = () => [processMicroseconds(world.program.pid), familyMicroseconds(world.cluster.postmaster)];
    const before = used();
    const load = await runLoad({
      port: world.program.port,
      connections,
      durationMs: seconds * 1000,
      request: world.orders[whose].stretch(stretch),
      ...(ratePerSecond === undefined ? {} : { ratePerSecond }),
    });
    if (settles) await world.settle();
    const after = used();
    const { count, lagsMs } = await world.receiver.arrivals();
    world.program.forgetLog();
    const recorded = load.replies['201'] ?? 0;
    this.recorded += recorded;
    if (Object.keys(load.replies).some((status) => status !== '201') || load.lost + load.unsent > 0)
      this.problems.push(
        `${stretch}: ${JSON.stringify(load.replies)}, ${load.lost} lost, ${load.unsent} not sent`,
      );
    const perOrder = (at: 0 | 1) => {
      const [from, to] = [before[at] ?? null, after[at] ?? null];
      return from === null || to === null || recorded === 0 ? null : (to - from) / recorded;
    };
    return {
      p50Ms: load.p50Ms,
      p99Ms: load.p99Ms,
      ordersPerSecond: load.requestsPerSecond,
      programMicroseconds: perOrder(0),
      postgresMicroseconds: perOrder(1),
      arrived: count,
      lagP50Ms: percentile(lagsMs, 0.5),
      lagP99Ms: percentile(lagsMs, 0.99),
    };
  }
}
