// Tiers: higher rates for affiliates who bring more. As the contract words them, as the row keeps them, and which are allowed.
import type { Issue } from '#platform/errors/failure.js';
import { toPublicRate, toStoredRate } from './commission-rate.js';

export interface CampaignTier {
  /** Net revenue from which the rate applies, in minor units of the campaign's currency. */
  threshold: number;
  /** A percent. */
  commissionRate: number;
}

export interface StoredTier {
  threshold: number;
  /** Basis points. */
  rate: number;
}

const MAX_TIERS = 10;
const NOT_ABOVE = 'must be above that of the tier before';

/** Stored → shown. */
export function toPublicTiers(stored: readonly StoredTier[] | null): CampaignTier[] | null {
  if (stored === null) return null;
  return stored.map(({ threshold, rate }) => ({
    threshold,
    commissionRate: toPublicRate('PERCENTAGE', rate),
  }));
}

/** Sent → stored. The tiers have passed `tiersRule`. */
export function toStoredTiers(sent: readonly CampaignTier[] | null): StoredTier[] | null {
  if (sent === null) return null;
  return sent.map(({ threshold, commissionRate }) => ({
    threshold,
    rate: toStoredRate('PERCENTAGE', commissionRate),
  }));
}

/** Whether both lists say the same, whatever objects they are. */
export function areSameTiers(one: readonly CampaignTier[], other: readonly CampaignTier[]): boolean {
  return (
    one.length === other.length &&
    one.every(
      ({ threshold, commissionRate }, index) =>
        threshold === other[index]?.threshold && commissionRate === other[index].commissionRate,
    )
  );
}

/** The rule of createCampaign and updateCampaign: tiers that were sent must fit each other, and the type and rate sent with them. */
export function tiersRule(body: unknown): Issue[] {
  const { commissionType, commissionRate, tiers } = (body ?? {}) as Record<string, unknown>;
  if (!Array.isArray(tiers)) return [];
  if (commissionType === 'FIXED') return [onlyPercentage];
  const base = commissionType === 'PERCENTAGE' && typeof commissionRate === 'number' ? commissionRate : null;
  return (tiers as unknown[]).slice(0, MAX_TIERS).flatMap((tier, index) => {
    const before = index === 0 ? { commissionRate: base } : fieldsOf(tiers[index - 1]);
    return tierIssues(fieldsOf(tier), before, index);
  });
}

export const onlyPercentage: Issue = {
  path: ['tiers'],
  message: 'must be null unless commissionType is PERCENTAGE',
};

/** The fault of a first tier that is not above the campaign's own rate. */
export const notAboveBase: Issue = {
  path: ['tiers', 0, 'commissionRate'],
  message: "must be above the campaign's commissionRate",
};

type Unchecked = Record<string, unknown>;

/** What one tier breaks that its schema cannot see. */
function tierIssues(tier: Unchecked, before: Unchecked, index: number): Issue[] {
  const issues: Issue[] = [];
  if (isNotAbove(tier['threshold'], before['threshold'])) {
    issues.push({ path: ['tiers', index, 'threshold'], message: NOT_ABOVE });
  }
  const { commissionRate: rate } = tier;
  if (typeof rate !== 'number' || rate < 0.01 || rate > 100) return issues; // the schema names that
  if (toPublicRate('PERCENTAGE', toStoredRate('PERCENTAGE', rate)) !== rate) {
    issues.push({ path: ['tiers', index, 'commissionRate'], message: 'must have at most two decimals' });
  } else if (isNotAbove(rate, before['commissionRate'])) {
    if (index === 0) issues.push(notAboveBase);
    else issues.push({ path: ['tiers', index, 'commissionRate'], message: NOT_ABOVE });
  }
  return issues;
}

function isNotAbove(value: unknown, before: unknown): boolean {
  return typeof value === 'number' && typeof before === 'number' && value <= before;
}

function fieldsOf(tier: unknown): Unchecked {
  return typeof tier === 'object' && tier !== null ? (tier as Unchecked) : {};
}
