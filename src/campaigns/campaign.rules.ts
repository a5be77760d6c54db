// What a schema cannot say about a campaign: which rate fits which type, and which changes are allowed when.
import type { Fault } from '../contract/failure.js';
import type { CampaignEntity } from './campaign.entity.js';
import type { CampaignFields, SentFields } from './campaign.fields.js';
import { toPublicRate, toStoredRate } from './commission-rate.js';

const MAX_FIXED = 1_000_000_000_000;

/** Fixed when the first affiliate joins: they joined for these. */
const terms = [
  'commissionType',
  'commissionRate',
  'currency',
  'commissionRecurring',
  'recurringMonthsLimit',
] as const satisfies (keyof CampaignFields)[];

/** A field in conflict, with what was sent and what is stored. */
export interface Difference {
  field: string;
  yours: string | number | boolean | null;
  ours: string | number | boolean | null;
}

export interface Conflict {
  message: string;
  details: Difference[];
}

/** The rule of createCampaign and updateCampaign: a rate that came with its type must fit it. */
export function rateRule(body: unknown): Fault[] {
  const { commissionType, commissionRate } = (body ?? {}) as Record<string, unknown>;
  if (typeof commissionRate !== 'number') return [];
  return rateFaults(commissionType, commissionRate);
}

/** What can only be judged against the stored campaign: a new type needs its rate, a rate alone must fit the type we have. */
export function updateFaults(current: CampaignFields, sent: SentFields): Fault[] {
  const type = sent.commissionType ?? current.commissionType;
  if (sent.commissionRate !== undefined) return rateFaults(type, sent.commissionRate);
  if (type === current.commissionType) return [];
  return [{ path: ['commissionRate'], message: 'is required with a new commissionType' }];
}

/** Why a stored campaign may not become `wanted`; null when it may. Values that do not differ are never in conflict. */
export function conflictOf(
  row: CampaignEntity,
  current: CampaignFields,
  wanted: CampaignFields,
): Conflict | null {
  const differing = differences(current, wanted);
  if (current.status === 'ARCHIVED' && differing.length > 0) {
    return { message: 'The campaign is archived and cannot be changed any more.', details: differing };
  }
  const frozen = differing.filter(({ field }) => (terms as readonly string[]).includes(field));
  if (row.terms_frozen_at && frozen.length > 0) {
    return { message: 'The campaign has affiliates; its terms are frozen.', details: frozen };
  }
  return null;
}

/** The fields in which `wanted` differs from `current`. */
export function differences(current: CampaignFields, wanted: CampaignFields): Difference[] {
  const fields = Object.keys(current) as (keyof CampaignFields)[];
  return fields
    .filter((field) => current[field] !== wanted[field])
    .map((field) => ({ field, yours: wanted[field], ours: current[field] }));
}

/** A percent is checked by what will be stored: whole basis points that read back as the number that was sent. */
function rateFaults(type: unknown, rate: number): Fault[] {
  const path = ['commissionRate'];
  if (type === 'PERCENTAGE') {
    const basisPoints = toStoredRate(type, rate);
    if (basisPoints >= 1 && basisPoints <= 10_000 && toPublicRate(type, basisPoints) === rate) return [];
    return [{ path, message: 'must be a percent from 0.01 to 100 with at most two decimals' }];
  }
  if (type !== 'FIXED' || (Number.isInteger(rate) && rate >= 0 && rate <= MAX_FIXED)) return [];
  return [{ path, message: 'must be an integer from 0 to 1000000000000, in minor units of the currency' }];
}
