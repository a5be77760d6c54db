// The history of conversions: every feature that does something to one appends to it, in the transaction that does it.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { HistoryEntry, HistoryEvent } from './history.js';
import { HistoryRepository } from './history.repository.js';

@Injectable()
export class HistoryService {
  constructor(private readonly repository: HistoryRepository) {}

  /** Appends. In the lock order it comes with the commissions, before jobs. */
  add(tx: Tx, entries: readonly HistoryEntry[]): void {
    this.repository.add(tx, entries);
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
