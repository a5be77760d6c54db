// A lean HTTP load client: raw keep-alive sockets, one request under way on each. Closed loop (each connection sends its next
// request when the last was answered) or open loop (requests start on schedule, whether others were answered or not).
import { Connection, type LoadRequest } from './connection.js';
import { summarize, type LatencySummary } from './latency.js';

export type { LoadRequest } from './connection.js';

export interface LoadOptions {
  port: number;
  /** Default 127.0.0.1. */
  host?: string;
  connections: number;
  /** No request starts later than this; those under way are still answered. This or `requests`. */
  durationMs?: number;
  /** So many requests in all, lost ones included. */
  requests?: number;
  /** The nth request, from 0. */
  request: (n: number) => LoadRequest;
  /** Every reply with its text. Without it no body is kept, which is cheaper. */
  onReply?: (n: number, status: number, bodyText: string, head: string) => void;
  /** A request whose connection was lost: it may have been done or not. It is not sent again. */
  onLost?: (n: number) => void;
  /** Open loop: requests a second. What waits for a free connection counts as latency. */
  ratePerSecond?: number;
  /** The connections are made, the first requests start: from here on time counts. */
  onStart?: () => void;
  /** No further requests start; those under way are still answered. */
  signal?: AbortSignal;
}

export interface LoadResult extends LatencySummary {
  /** Replies by status. */
  replies: Record<string, number>;
  /** Requests that got no reply. */
  lost: number;
  /** Open loop: requests that were due but found no free connection until the end. */
  unsent: number;
  /** From the first request to the last reply. */
  seconds: number;
  /** Replies a second. */
  requestsPerSecond: number;
}

/** More connections than a server's backlog takes at once would hang: so many at first, then a few each millisecond. */
const AT_ONCE = 64;
const CONNECTIONS_PER_MS = 2;
/** Starts without those connections that are not made by then; they come when they come. */
const CONNECT_WITHIN_MS = 5000;
/** How long, after the last request has started, replies may take before they count as lost. */
const LAST_REPLIES_MS = 15_000;

/** Puts a load on a server and says what came of it. @throws Error when the server speaks what the client cannot read. */
export function runLoad(options: LoadOptions): Promise<LoadResult> {
  return new Promise((resolve, reject) => new LoadRun(options, resolve, reject).start());
}

class LoadRun {
  private readonly replies: Record<string, number> = {};
  private readonly latencies: number[] = [];
  private readonly connections: Connection[] = [];
  private readonly free = new Set<() => void>();
  /** Open loop: when each request that waits for a connection was due. */
  private readonly due: number[] = [];
  private dueTaken = 0;
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly stop = () => this.stopStarting();
  private startedAt = 0;
  private lastReplyAt = 0;
  private scheduled = 0;
  private started = 0;
  private underWay = 0;
  private lost = 0;
  private hasBegun = false;
  private isStarting = true;
  private isDone = false;

  constructor(
    private readonly options: LoadOptions,
    private readonly resolve: (result: LoadResult) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  start(): void {
    const { signal, connections } = this.options;
    this.later(CONNECT_WITHIN_MS, () => this.begin());
    for (let i = 0; i < Math.min(connections, AT_ONCE); i++) this.open();
    for (let i = AT_ONCE; i < connections; i++) {
      this.later((i - AT_ONCE) / CONNECTIONS_PER_MS, () => this.open());
    }
    signal?.addEventListener('abort', this.stop);
    if (signal?.aborted === true || this.options.requests === 0) this.stop();
  }

  /** All connections are made. */
  private begin(): void {
    if (this.hasBegun || this.isDone) return;
    const { durationMs, ratePerSecond, onStart } = this.options;
    this.hasBegun = true;
    this.startedAt = performance.now();
    this.lastReplyAt = this.startedAt;
    onStart?.();
    if (ratePerSecond !== undefined) this.timers.push(setInterval(() => this.schedule(ratePerSecond), 1));
    if (durationMs !== undefined) this.later(durationMs, this.stop);
    for (const next of [...this.free]) next();
  }

  private open(): void {
    const { host = '127.0.0.1', port, onReply, onLost } = this.options;
    let n = 0;
    let from = 0;
    const next = () => {
      if (!this.mayStart()) {
        this.free.add(next);
        if (this.free.size === this.options.connections) this.begin();
        return;
      }
      this.free.delete(next);
      from = this.due[this.dueTaken++] ?? performance.now();
      n = this.started++;
      this.underWay++;
      connection.send(this.options.request(n));
      if (this.started === this.options.requests) this.stopStarting();
    };
    const connection = new Connection({ host, port }, onReply !== undefined, {
      onReady: next,
      onReply: (status, body, head) => {
        this.note(status, from);
        onReply?.(n, status, body, head);
        this.finishIfDone();
      },
      onDown: (lostRequest) => {
        this.free.delete(next);
        if (!lostRequest) return;
        this.underWay--;
        this.lost++;
        onLost?.(n);
        this.finishIfDone();
      },
      onError: (error) => this.end(() => this.reject(error)),
    });
    this.connections.push(connection);
  }

  private mayStart(): boolean {
    if (!this.isStarting || !this.hasBegun) return false;
    return this.options.ratePerSecond === undefined || this.dueTaken < this.due.length;
  }

  /** Open loop: everything that has become due starts now, or waits for a free connection. */
  private schedule(ratePerSecond: number): void {
    const elapsed = performance.now() - this.startedAt;
    const wanted = Math.min((elapsed * ratePerSecond) / 1000, this.options.requests ?? Infinity);
    for (; this.isStarting && this.scheduled < wanted; this.scheduled++) {
      this.due.push(this.startedAt + (this.scheduled * 1000) / ratePerSecond);
      // The one that has been free longest, so that the server closes none for idling.
      const [next] = this.free;
      next?.();
    }
  }

  private note(status: number, from: number): void {
    this.lastReplyAt = performance.now();
    this.latencies.push(this.lastReplyAt - from);
    this.replies[status] = (this.replies[status] ?? 0) + 1;
    this.underWay--;
  }

  private stopStarting(): void {
    if (!this.isStarting) return;
    this.isStarting = false;
    this.later(LAST_REPLIES_MS, () => this.connections.forEach((connection) => connection.close()));
    this.finishIfDone();
  }

  private later(ms: number, what: () => void): void {
    this.timers.push(setTimeout(what, ms));
  }

  private finishIfDone(): void {
    if (this.isStarting || this.underWay > 0) return;
    const seconds = (this.lastReplyAt - this.startedAt) / 1000;
    const result: LoadResult = {
      replies: this.replies,
      lost: this.lost,
      unsent: Math.max(0, this.due.length - this.dueTaken),
      seconds,
      requestsPerSecond: seconds > 0 ? this.latencies.length / seconds : 0,
      ...summarize(this.latencies),
    };
    this.end(() => this.resolve(result));
  }

  private end(settle: () => void): void {
    if (this.isDone) return;
    this.isDone = true;
    this.isStarting = false;
    for (const timer of this.timers) clearTimeout(timer);
    this.options.signal?.removeEventListener('abort', this.stop);
    for (const connection of this.connections) connection.close();
    settle();
  }
}
