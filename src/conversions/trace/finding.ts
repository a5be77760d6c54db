// One finding, and how it is made.
import type { Schema } from '#platform/contract/operation.js';
import type { EvidenceKind } from '#conversions/attribution/evidence.js';
import type { FindingReason } from './finding-words.js';
import type { TracedOrder } from './trace.js';

/** Ids are UUIDs, the session as it is called; null where it is about none. */
export interface Finding {
  reason: FindingReason;
  /** DECISION: stored with the order. STATE: by what is known now. */
  basis: Schema<'TraceFinding'>['basis'];
  evidence: EvidenceKind | null;
  order: Pick<TracedOrder, 'id' | 'externalId'> | null;
  sessionId: string | null;
  clickId: string | null;
  affiliateId: string | null;
  campaignId: string | null;
}

const NOTHING = {
  evidence: null,
  order: null,
  sessionId: null,
  clickId: null,
  affiliateId: null,
  campaignId: null,
} as const;

/** A finding by what is known now. */
export function byState(reason: FindingReason, about: Partial<Finding> = {}): Finding {
  return { ...NOTHING, ...about, reason, basis: 'STATE' };
}

/** A finding that was stored with an order. */
export function byDecision(reason: FindingReason, about: Partial<Finding>): Finding {
  return { ...NOTHING, ...about, reason, basis: 'DECISION' };
}
