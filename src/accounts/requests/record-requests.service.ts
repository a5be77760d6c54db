// Remembers the last calls with each merchant's keys: in memory while they end, written down a moment later, one merchant after the other,
// beside all calls. Nobody ever waits for it, and what cannot be written is dropped and counted.
// Why so: docs/decisions/0026-the-last-requests.md
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Caller } from '#accounts/merchants/caller.js';
import { CallRecorder } from '#platform/contract/call-recorder.js';
import type { Exchange } from '#platform/contract/exchange.js';
import { isOutage } from '#platform/database/database-errors.js';
import { Database } from '#platform/database/database.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { Clock } from '#platform/time/clock.js';
import { Poll } from '#platform/time/poll.js';
import { REQUESTS_FLUSH_MS, REQUESTS_FLUSH_PART, REQUESTS_STOP_MS } from '#platform/time/time-budget.js';
import { newId } from '#platform/values/ids.js';
import { hasFailed, refusalOf } from './ended-call.js';
import { toKeptCall } from './kept-call.js';
import { RequestBatchesRepository } from './request-batches.repository.js';
import { WaitingCalls, type CallsOfTenant } from './waiting-calls.js';

@Injectable()
export class RecordRequestsService extends CallRecorder implements OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(() => this.look(), REQUESTS_FLUSH_MS);
  private readonly waiting = new WaitingCalls();
  /** Of the monotonic clock, in milliseconds. */
  private restsUntil = 0;
  private isFailing = false;

  constructor(
    private readonly database: Database,
    private readonly repository: RequestBatchesRepository,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  /** On the way of every call: references are put into a list, and that is all. */
  override ended(exchange: Exchange, status: number | null, ms: number): void {
    const { caller, requestId } = exchange;
    const { operationId } = exchange.route;
    if (caller === null || caller.keyId === null || operationId === null) return;
    const refusal = refusalOf(exchange);
    // Or who polls the list would find little else in it.
    if (operationId === 'listRequests' && !hasFailed({ status, refusal })) return;
    // What a key's check finds is a Caller, as CallerParam knows too.
    const holder = caller as unknown as Caller & { keyId: string };
    const call = { caller: holder, operationId, requestId, status, refusal, endedAt: exchange.now(), ms };
    if (!this.waiting.add(call)) this.metrics.requestsNotKept('memory full', 1);
  }

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  /** The last calls are not worth much waiting. */
  async onModuleDestroy(): Promise<void> {
    await this.poll.stop(REQUESTS_STOP_MS, () => this.flush());
  }

  /** Writes down what waits; resolves when that is done or was dropped. */
  async flush(): Promise<void> {
    for (const calls of this.waiting.takeAll()) await this.write(calls);
  }

  /** The same of one merchant: whoever looks sees what this process knows. */
  async flushOf(merchantId: string): Promise<void> {
    for (const calls of this.waiting.takeOf(merchantId)) await this.write(calls);
  }

  /** Many merchants take long: it rests in proportion, so that the database has little to do with it. */
  private async look(): Promise<void> {
    const begunMs = this.clock.monotonicMs();
    if (begunMs < this.restsUntil) return;
    await this.flush();
    const endedMs = this.clock.monotonicMs();
    this.restsUntil = endedMs + (endedMs - begunMs) * (REQUESTS_FLUSH_PART - 1);
  }

  /** Tries once, and does not wait for a database that is away. */
  private async write({ tenant, succeeded, failed: failing }: CallsOfTenant): Promise<void> {
    try {
      await this.database.transaction((tx) => {
        for (const [failed, calls] of [
          [false, succeeded],
          [true, failing],
        ] as const) {
          if (calls.length > 0)
            this.repository.add(tx, tenant, { id: newId(), failed, calls: calls.map(toKeptCall) });
        }
        return Promise.resolve();
      }, 0);
      this.isFailing = false;
    } catch (error) {
      this.drop(error, succeeded.length + failing.length);
    }
  }

  /** While the database is away all that waits goes at once: each merchant's try would take its time. */
  private drop(error: unknown, count: number): void {
    let dropped = count;
    if (isOutage(error))
      for (const { succeeded, failed } of this.waiting.takeAll()) dropped += succeeded.length + failed.length;
    this.metrics.requestsNotKept('not written', dropped);
    if (!this.isFailing) this.log.warn('the last requests are not kept for now', { error });
    this.isFailing = true;
  }
}
