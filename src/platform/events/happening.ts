// Something that happened, of which others may want to know.
import type { Tenant } from '#platform/database/tenant.js';

/** What is told today. The contract names more, which come with what they tell of. */
export type HappeningName =
  | 'conversion.created'
  | 'conversion.attributed'
  | 'conversion.refunded'
  | 'conversion.commission_paid'
  | 'commission.approved'
  | 'commission.rejected'
  | 'commission.adjusted'
  | 'payout.created'
  | 'payout.paid'
  | 'affiliate.suspended'
  | 'endpoint.failing'
  | 'endpoint.disabled';

export interface Happening extends Tenant {
  /** A UUID of its own: the event's id. */
  id: string;
  event: HappeningName;
  /** To what it happened (a UUID): what happens to one thing is numbered by itself. */
  subjectId: string;
  at: Date;
  /** What exactly, as the contract shows it. */
  details: Record<string, unknown>;
  /** What it happened to, as it is then and as the contract shows it; left out, it is looked up when the event gets its number. */
  data?: () => object;
}

/** The same as it is kept until it has its number. */
export interface KeptHappening extends Pick<Happening, 'id' | 'event' | 'subjectId' | 'details'> {
  /** RFC 3339. */
  at: string;
  data: object | null;
}

export function toKept({ id, event, subjectId, at, details, data }: Happening): KeptHappening {
  return { id, event, subjectId, at: at.toISOString(), details, data: data?.() ?? null };
}
