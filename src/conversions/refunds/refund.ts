// Refunds as they are asked for and kept: the words of this feature.
import type { Issue } from '#platform/errors/failure.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { EarlierRefund, RefundAsked } from './refund.rules.js';

/** One call, checked. */
export interface RefundRequest extends RefundAsked, Tenant {
  externalId: string;
  reason: string | null;
  /** For an order that is not known: whether the refund waits for it. */
  keep: boolean;
  /** What of the call was not taken as it was sent, for the reply to tell. */
  ignored: readonly Issue[];
}

/** A refund of a known order. */
export interface Refund extends EarlierRefund {
  /** A UUID. */
  id: string;
  askedAmount: number | null;
  /** The caller's own id. */
  refundId: string | null;
  reason: string | null;
}

/** A refund that waits for its order. */
export interface KeptRefund extends RefundAsked {
  /** A UUID. */
  id: string;
  name: string;
  reason: string | null;
}
