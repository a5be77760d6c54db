// A payout as it is kept: the words of this feature.
import type { components } from '#generated/schema.js';

export type PayoutStatus = components['schemas']['Payout']['status'];

/** How and when the money was sent. */
export interface Payment {
  paidAt: Date;
  method: string;
  reference: string | null;
}

/** What a payout took of one commission. Ids are UUIDs. */
export interface StoredItem {
  commissionId: string;
  conversionId: string;
  externalId: string;
  /** Signed minor units. */
  amount: number;
  /** Whether an earlier payout had taken the commission, and this is what changed since. */
  isCarried: boolean;
}
