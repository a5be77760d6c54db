// The two subjects without HTTP: the statements of recorded orders, from pgbench and from a plain client.
import type { Client } from 'pg';
import { runBare } from '../floor/bare.js';
import { runPgbench } from '../floor/pgbench.js';
import type { Share } from '../floor/recording.js';
import type { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { watch, type Slice, type Subject } from './subject.js';

/** More connections than this only get in PostgreSQL's way: the floor is measured where it is best. */
export const MOST_CONNECTIONS = 64;

const unknown = { p50Ms: null, p99Ms: null, maxMs: null };
const nothingRefused = { refused: {}, lost: 0, memoryBytes: null, batchSize: null };

export class BareSubject implements Subject {
  readonly name = 'bare';

  private constructor(
    readonly database: string,
    private readonly shares: readonly Share[],
    private readonly clients: Client[],
    private readonly postmaster: number | null,
  ) {}

  static async connect(cluster: Cluster, database: string, shares: readonly Share[]): Promise<BareSubject> {
    const clients: Client[] = [];
    while (clients.length < MOST_CONNECTIONS) clients.push(await cluster.connect(database));
    return new BareSubject(database, shares, clients, cluster.postmaster);
  }

  async measure(stretch: string, connections: number, seconds: number): Promise<Slice> {
    const clients = this.clients.slice(0, connections);
    const { figures, result } = await watch(
      { program: null, postmaster: this.postmaster, settling: null },
      () => runBare(this.shares, clients, stretch, seconds * 1000),
    );
    return { ...result, ...nothingRefused, ...figures };
  }
}

export class PgbenchSubject implements Subject {
  readonly name = 'floor';

  constructor(
    private readonly end: End,
    private readonly cluster: Cluster,
    readonly database: string,
    private readonly shares: readonly Share[],
  ) {}

  async measure(_: string, connections: number, seconds: number): Promise<Slice> {
    const { folder, postmaster } = this.cluster;
    const environment = this.cluster.environment(this.database);
    const clients = Math.min(connections, MOST_CONNECTIONS);
    const { figures, result } = await watch({ program: null, postmaster, settling: null }, (onWarm) =>
      runPgbench(this.end, this.shares, { clients, seconds, environment, folder, onWarm }),
    );
    const { requestsPerSecond, recorded } = result;
    return { requestsPerSecond, recorded, ...unknown, ...nothingRefused, ...figures };
  }
}
