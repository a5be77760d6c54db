// What is compared, and what is measured of it in one slice of time.
import type { Client } from 'pg';
import { runLoad } from '../load/load-client.js';
import { batchSize, readBatches } from '../stage/batches.js';
import { familyMicroseconds, processMicroseconds, residentBytes } from '../stage/processes.js';
import type { Program } from '../stage/program.js';
import { settle } from '../stage/settle.js';
import type { Traffic } from '../world/orders.js';

export const subjectNames = ['service', 'typical', 'floor', 'bare', 'nothing', 'oneAffiliate'] as const;
export type SubjectName = (typeof subjectNames)[number];

export interface Slice {
  requestsPerSecond: number;
  /** pgbench tells none of the three. */
  p50Ms: number | null;
  p99Ms: number | null;
  maxMs: number | null;
  /** Orders acknowledged with 201, or committed by the floor. */
  recorded: number;
  /** Replies that were not 201, by status. */
  refused: Record<string, number>;
  lost: number;
  /** On processors, a recorded order, all work that followed included; of the program and of all of PostgreSQL. */
  programMicroseconds: number | null;
  postgresMicroseconds: number | null;
  /** Resident memory of the program afterwards. */
  memoryBytes: number | null;
  /** Orders in a transaction. */
  batchSize: number | null;
  /** How long work that follows the replies went on after the last of them. */
  settleMs: number | null;
}

export interface Subject {
  name: SubjectName;
  /** The database it writes to; null when it writes nothing. */
  database: string | null;
  /** @param stretch a word for the orders' names that was not used before */
  measure(stretch: string, connections: number, seconds: number): Promise<Slice>;
}

export interface Watched {
  program: Program | null;
  postmaster: number | null;
  /** Looks for work that is still to be done in the subject's database; null: there is none, or nobody does it. */
  settling: Client | null;
}

/** A subject that is called over HTTP. */
export class HttpSubject implements Subject {
  constructor(
    readonly name: SubjectName,
    readonly database: string | null,
    private readonly program: Program,
    private readonly traffic: Traffic,
    private readonly watched: Omit<Watched, 'program'>,
  ) {}

  async measure(stretch: string, connections: number, seconds: number): Promise<Slice> {
    const { program, traffic } = this;
    const batchesBefore = await readBatches(program);
    const { figures, result } = await watch({ ...this.watched, program }, async () => {
      const load = await runLoad({
        port: program.port,
        connections,
        durationMs: seconds * 1000,
        request: traffic.stretch(stretch),
      });
      return { load, recorded: load.replies['201'] ?? 0 };
    });
    program.forgetLog();
    const { load, recorded } = result;
    const refused = Object.fromEntries(Object.entries(load.replies).filter(([status]) => status !== '201'));
    return {
      ...pick(load),
      recorded,
      refused,
      lost: load.lost,
      memoryBytes: residentBytes(program.pid),
      batchSize: batchSize(batchesBefore, await readBatches(program)),
      ...figures,
    };
  }
}

type Figures = Pick<Slice, 'programMicroseconds' | 'postgresMicroseconds' | 'settleMs'>;

/**
 * Does `work`, waits for what follows from it, and says what both took of the processors for each order.
 * @param work may call `begin` when what it did so far is not to count; its result then has `counted` orders since.
 */
export async function watch<Result extends { recorded: number; counted?: number }>(
  { program, postmaster, settling }: Watched,
  work: (begin: () => void) => Promise<Result>,
): Promise<{ result: Result; figures: Figures }> {
  const used = () => [program && processMicroseconds(program.pid), familyMicroseconds(postmaster)] as const;
  let before = used();
  const result = await work(() => (before = used()));
  const settleMs = settling && (await settle(settling));
  const after = used();
  const orders = result.counted ?? result.recorded;
  const perOrder = (at: 0 | 1) => {
    const [from, to] = [before[at], after[at]];
    return from === null || to === null || orders === 0 ? null : (to - from) / orders;
  };
  return {
    result,
    figures: { programMicroseconds: perOrder(0), postgresMicroseconds: perOrder(1), settleMs },
  };
}

function pick({ requestsPerSecond, p50Ms, p99Ms, maxMs }: Awaited<ReturnType<typeof runLoad>>) {
  return { requestsPerSecond, p50Ms, p99Ms, maxMs };
}
