// Why a visit through a link makes no click: in words of ours for the log and the metrics, and as the contract spells them.
import type { LinkTarget } from '#program/affiliates/affiliates.facade.js';
import type { NoVisitReason } from './visitor.js';

/** Words of ours, and few: each is a figure of its own in the metrics. */
export type UncountedReason =
  | NoVisitReason
  | 'campaign not active'
  | 'affiliate suspended'
  | 'over the limit'
  /** The visitor is not to blame: led on without a click, and told in the log and the metrics. */
  | 'database away or slow';

/** Why a link may make no clicks now, whoever follows it; null if it may. */
export function inactiveReason(link: LinkTarget): UncountedReason | null {
  if (link.campaignStatus !== 'ACTIVE') return 'campaign not active';
  return link.affiliateStatus === 'ACTIVE' ? null : 'affiliate suspended';
}

/** `over the limit` as programs are told: `OVER_THE_LIMIT`. */
export function spelled(reason: UncountedReason): string {
  return reason.toUpperCase().replaceAll(' ', '_');
}
