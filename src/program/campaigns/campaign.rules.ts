// What a schema cannot say about a campaign: which rate fits which type, and which changes are allowed when.
import { conflict, hidden, type Difference } from '#platform/errors/conflict.js';
import { type Failure, type Issue } from '#platform/errors/failure.js';
import type { CampaignEntity } from './campaign.entity.js';
import { merged, type CampaignFields, type SentCampaignFields } from './campaign.fields.js';
import { areSameTiers, notAboveBase, onlyPercentage } from './campaign.tiers.js';
import { toPublicRate, toStoredRate } from './commission-rate.js';

const MAX_FIXED = 1_000_000_000_000;

/** Fixed when the first affiliate joins: they joined for these. */
const terms = [
  'commissionType',
  'commissionRate',
  'tiers',
  'currency',
  'commissionRecurring',
  'recurringMonthsLimit',
] as const satisfies (keyof CampaignFields)[];

/** The rule of createCampaign and updateCampaign: a rate that came with its type must fit it. */
export function rateRule(body: unknown): Issue[] {
  const { commissionType, commissionRate } = (body ?? {}) as Record<string, unknown>;
  if (typeof commissionRate !== 'number') return [];
  return rateIssues(commissionType, commissionRate);
}

/**
 * What can only be judged against the stored campaign: a new type needs its rate, a rate alone must fit the type we have, and tiers
 * must fit both as they will be.
 */
export function updateIssues(current: CampaignFields, sent: SentCampaignFields): Issue[] {
  const issues = rateChangeIssues(current, sent);
  return [...issues, ...tierChangeIssues(merged(current, sent), sent, issues.length === 0)];
}

function rateChangeIssues(current: CampaignFields, sent: SentCampaignFields): Issue[] {
  const type = sent.commissionType ?? current.commissionType;
  if (sent.commissionRate !== undefined) return rateIssues(type, sent.commissionRate);
  if (type === current.commissionType) return [];
  return [{ path: ['commissionRate'], message: 'is required with a new commissionType' }];
}

function tierChangeIssues(wanted: CampaignFields, sent: SentCampaignFields, rateFits: boolean): Issue[] {
  const [first] = wanted.tiers ?? [];
  if (!first) return [];
  if (wanted.commissionType === 'FIXED') return [onlyPercentage];
  if (!rateFits || first.commissionRate > wanted.commissionRate) return [];
  if (sent.tiers !== undefined) return [notAboveBase];
  return [{ path: ['commissionRate'], message: "must be below the rates of the campaign's tiers" }];
}

/** The 409 of a stored campaign that may not become `wanted`; null when it may. Values that do not differ are never in conflict. */
export function conflictOf(
  row: CampaignEntity,
  current: CampaignFields,
  wanted: CampaignFields,
): Failure | null {
  const differing = differences(current, wanted);
  if (current.status === 'ARCHIVED' && differing.length > 0) {
    return conflict('CAMPAIGN_ARCHIVED', differing);
  }
  const frozen = differing.filter(({ field }) => (terms as readonly string[]).includes(field));
  if (row.terms_frozen_at && frozen.length > 0) {
    return conflict('TERMS_FROZEN', frozen);
  }
  if (row.terms_frozen_at && wanted.status === 'DRAFT' && current.status !== 'DRAFT') {
    return conflict(
      'CAMPAIGN_IN_USE',
      differing.filter(({ field }) => field === 'status'),
    );
  }
  return null;
}

/** The fields in which `wanted` differs from `current`; a list is named, not repeated. */
export function differences(current: CampaignFields, wanted: CampaignFields): Difference[] {
  const fields = Object.keys(current) as (keyof CampaignFields)[];
  return fields
    .filter((field) => !isSame(current[field], wanted[field]))
    .map((field) => {
      const [yours, ours] = [wanted[field], current[field]];
      return Array.isArray(yours) || Array.isArray(ours) ? hidden(field) : { field, yours, ours };
    });
}

type Value = CampaignFields[keyof CampaignFields];

function isSame(one: Value, other: Value): boolean {
  return one === other || (Array.isArray(one) && Array.isArray(other) && areSameTiers(one, other));
}

/** A percent is checked by what will be stored: whole basis points that read back as the number that was sent. */
function rateIssues(type: unknown, rate: number): Issue[] {
  const path = ['commissionRate'];
  if (type === 'PERCENTAGE') {
    const basisPoints = toStoredRate(type, rate);
    if (basisPoints >= 1 && basisPoints <= 10_000 && toPublicRate(type, basisPoints) === rate) return [];
    return [{ path, message: 'must be a percent from 0.01 to 100 with at most two decimals' }];
  }
  if (type !== 'FIXED' || (Number.isInteger(rate) && rate >= 0 && rate <= MAX_FIXED)) return [];
  return [{ path, message: 'must be an integer from 0 to 1000000000000, in minor units of the currency' }];
}
