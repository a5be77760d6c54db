// What can happen to a conversion, as its history tells it.
import type { components } from '#generated/schema.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Tenant } from '#platform/database/tenant.js';

/**
 * RECORDED it came · EVIDENCE_ADDED a replay brought more evidence · MATCHED it was attributed later · REFUNDED money was given back ·
 * COMMISSION_… what people did about its commission.
 */
export type HistoryEventName = components['schemas']['HistoryEntry']['event'];

export interface HistoryEvent {
  event: HistoryEventName;
  at: Date;
  /** Public ids, as the contract shows them. */
  details: Record<string, unknown>;
}

export interface HistoryEntry extends HistoryEvent, Tenant {
  conversionId: string;
  /** The commission as it is then: told with what people did about it. */
  commission?: () => Schema<'Commission'>;
}
