// Many postbacks in one call: each checked and recorded as a call of its own, so that none sinks another; together through the
// grouped writer, so that they cost less.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { RecordBatchBody } from '#generated/dto.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { Clock } from '#platform/time/clock.js';
import type { RefusedPart } from '#platform/contract/exchange.js';
import type { TellRefused } from '#platform/contract/handler-parameters.js';
import { Failure } from '#platform/errors/failure.js';
import { toFailure } from '#platform/http/failure.filter.js';
import type { Schema } from '#platform/contract/operation.js';
import { bodyCheck, type Checked } from '#platform/http/single-body.js';
import { groupBy } from '#platform/database/grouping.js';
import { Turns } from '#platform/database/turns.js';
import { Log } from '#platform/logging/log.js';
import { withTimeout } from '#platform/time/with-timeout.js';
import { TimeBudget } from '#platform/time/time-budget.js';
import { MOST_ISSUES, toBatch, toFailedItem, toRecordedItem, type ItemResult } from './batch.reply.js';
import { ConversionsService } from './conversions.service.js';
import { postbackRule } from './postback.rules.js';

/** Items of one merchant under way at once, of all his batches: two groups of the writer, and a quarter of what he may queue. */
const ITEMS_AT_ONCE = 512;
/** Items checked before anybody else gets a turn. */
const CHECKED_AT_ONCE = 20;
/** Indexes that a line of the log names. */
const NAMED_AT_MOST = 20;

/** Who is told how the items fared, beside the caller. */
interface BatchCall {
  requestId: string;
  tellRefused: TellRefused;
}

interface Item extends Checked<'recordPostback'> {
  index: number;
}

@Injectable()
export class RecordBatchService {
  private readonly check = bodyCheck('recordPostback', [postbackRule], MOST_ISSUES);
  private readonly places = new Turns({ each: ITEMS_AT_ONCE });

  constructor(
    private readonly conversions: ConversionsService,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly budget: TimeBudget,
  ) {}

  /** Records every item that can be recorded. Never throws for an item: each has its result, in the order they were sent. */
  async record(
    caller: Caller,
    body: RecordBatchBody,
    { requestId, tellRefused }: BatchCall,
  ): Promise<Schema<'BatchResult'>> {
    const batch = new Batch(body.conversions, this.budget.batchMs);
    const items = await this.checked(batch);
    const chains = [...groupBy(items, (item) => item.body.externalId).values()];
    const recorded = Promise.all(chains.map((chain) => this.recordInTurn(caller, batch, chain)));
    await withTimeout(batch.leftMs(), recorded, undefined);
    const results = batch.close();
    this.tell(batch, requestId);
    tellRefused(batch.refusedParts());
    return toBatch(results);
  }

  /** The items that are postbacks; the others have their result. */
  private async checked(batch: Batch): Promise<Item[]> {
    const items: Item[] = [];
    for (const [index, sent] of batch.sent.entries()) {
      if (index % CHECKED_AT_ONCE === CHECKED_AT_ONCE - 1) await nextTurn();
      if (batch.leftMs() === 0) break;
      try {
        items.push({ index, ...this.check(sent, this.clock.now()) });
      } catch (error) {
        batch.fail(index, toFailure(error));
      }
    }
    return items;
  }

  /** Items of one name, one after the other: the first decides, as it would have in calls of their own. */
  private async recordInTurn(caller: Caller, batch: Batch, chain: readonly Item[]): Promise<void> {
    for (const item of chain) {
      await this.places.hold(caller.merchantId, () => this.recordOne(caller, batch, item));
    }
  }

  private async recordOne(caller: Caller, batch: Batch, { index, body, ignored }: Item): Promise<void> {
    if (batch.leftMs() <= 0) return; // its time was over before its turn came
    try {
      const { status, data } = await this.conversions.record(caller, body, { dryRun: false }, ignored);
      batch.settle(index, toRecordedItem(index, status, data));
    } catch (error) {
      batch.fail(index, toFailure(error));
    }
  }

  /** As single calls would have been logged, but one line for all that failed of one cause, or were refused for one reason. */
  private tell(batch: Batch, requestId: string): void {
    for (const [error, failed] of batch.failures()) {
      const { code } = failed[0]!.failure;
      const items = failed.slice(0, NAMED_AT_MOST).map(({ index }) => index);
      const fields = { requestId, operation: 'recordBatch', count: failed.length, items, error };
      if (code === 'SERVER_ERROR') this.log.error('unforeseen error', fields);
      else this.log.warn(`answered ${code}`, fields);
    }
    for (const [reason, refused] of batch.refusals()) {
      const { code, message } = refused[0]!.failure;
      const items = refused.slice(0, NAMED_AT_MOST).map(({ index }) => index);
      const fields = { requestId, operation: 'recordBatch', count: refused.length, items };
      this.log.info('items refused', { ...fields, code, reason, message });
    }
  }
}

/** The items of one call and what became of them so far. */
class Batch {
  private readonly results: (ItemResult | undefined)[];
  private readonly failed: { index: number; failure: Failure }[] = [];
  private readonly deadline: number;
  private isClosed = false;

  constructor(
    readonly sent: readonly unknown[],
    patienceMs: number,
  ) {
    this.results = sent.map(() => undefined);
    this.deadline = performance.now() + patienceMs;
  }

  leftMs(): number {
    return Math.max(0, this.deadline - performance.now());
  }

  settle(index: number, result: ItemResult): void {
    if (!this.isClosed) this.results[index] = result;
  }

  fail(index: number, failure: Failure): void {
    if (this.isClosed) return;
    this.results[index] = toFailedItem(index, this.sent[index], failure);
    this.failed.push({ index, failure });
  }

  /** Those whose outcome is unknown, by what happened. A queue that is full is nothing that happened. */
  failures(): Map<unknown, { index: number; failure: Failure }[]> {
    const told = this.failed.filter(({ failure }) => failure.code === 'SERVER_ERROR' || failure.cause);
    return groupBy(told, ({ failure }) => failure.cause ?? failure);
  }

  /** Those that the caller has to correct, by reason. */
  refusals(): Map<string, { index: number; failure: Failure }[]> {
    const refused = this.failed.filter(({ failure }) => failure.status < 500);
    return groupBy(refused, ({ failure }) => failure.reason);
  }

  /** All that were not recorded, in the order they were sent. */
  refusedParts(): RefusedPart[] {
    const inOrder = this.failed.toSorted((one, other) => one.index - other.index);
    return inOrder.map(({ index, failure }) => ({ path: ['conversions', index], failure }));
  }

  /** Every item's result; what comes later changes nothing. */
  close(): ItemResult[] {
    const late = new Failure('NO_ANSWER_IN_TIME', undefined, undefined, { cause: 'no answer in time' });
    for (const index of this.sent.keys()) if (!this.results[index]) this.fail(index, late);
    this.isClosed = true;
    return this.results as ItemResult[];
  }
}
