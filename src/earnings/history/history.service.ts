// The history of conversions: every feature that does something to one appends to it, in the transaction that does it. What is written here
// is what is told as an event: an entry and its event have one id, and neither is without the other.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { newId } from '#platform/values/ids.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import type { Happening, HappeningName } from '#platform/events/happening.js';
import type { HistoryEntry, HistoryEvent, HistoryEventName } from './history.js';
import { HistoryRepository } from './history.repository.js';

@Injectable()
export class HistoryService {
  constructor(
    private readonly repository: HistoryRepository,
    private readonly outbox: EventOutbox,
  ) {}

  /** Appends, and tells it on. In the lock order it comes with the commissions, before jobs. */
  add(tx: Tx, entries: readonly HistoryEntry[]): void {
    const named = entries.map((entry) => ({ ...entry, id: newId() }));
    this.repository.add(tx, named);
    this.outbox.tell(tx, named.flatMap(toHappening));
  }

  /** The history of each conversion, oldest first, by conversion id (a UUID). */
  find(
    queryable: Queryable,
    tenant: Tenant,
    conversionIds: readonly string[],
  ): Promise<Map<string, HistoryEvent[]>> {
    return this.repository.find(queryable, tenant, conversionIds);
  }
}

/** What is told of what is written; null: nothing, it is no news for others. */
const TOLD_AS: Record<HistoryEventName, HappeningName | null> = {
  RECORDED: 'conversion.created',
  EVIDENCE_ADDED: null,
  MATCHED: 'conversion.attributed',
  REFUNDED: 'conversion.refunded',
  COMMISSION_APPROVED: 'commission.approved',
  COMMISSION_REJECTED: 'commission.rejected',
  COMMISSION_ADJUSTED: 'commission.adjusted',
  COMMISSION_PAID: 'conversion.commission_paid',
};

function toHappening({
  conversionId,
  event,
  commission,
  ...entry
}: HistoryEntry & { id: string }): Happening[] {
  const told = TOLD_AS[event];
  if (told === null) return [];
  const happening = { ...entry, event: told, subjectId: conversionId };
  return [commission ? { ...happening, data: commission } : happening];
}
