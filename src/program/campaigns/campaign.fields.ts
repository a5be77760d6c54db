// What a merchant can say about a campaign, as the contract words it, and how it lies in the row.
import type { CampaignEntity } from './campaign.entity.js';
import { toPublicTiers, type CampaignTier } from './campaign.tiers.js';
import { toPublicRate } from './commission-rate.js';

export interface CampaignFields {
  name: string;
  status: CampaignEntity['status'];
  landingUrl: string;
  commissionType: CampaignEntity['commission_type'];
  /** A percent for PERCENTAGE, minor units of `currency` for FIXED. */
  commissionRate: number;
  /** Ascending; null: one rate for all. */
  tiers: CampaignTier[] | null;
  /** ISO 4217, upper case. */
  currency: string;
  commissionRecurring: boolean;
  recurringMonthsLimit: number | null;
  attributionWindowDays: number;
}

/** What a request may hold: fields left out are undefined. */
export type SentCampaignFields = { [Field in keyof CampaignFields]?: CampaignFields[Field] | undefined };
/** A request to create; the contract has filled in its defaults. */
export type NewFields = Omit<CampaignFields, 'recurringMonthsLimit' | 'tiers'> &
  Pick<SentCampaignFields, 'recurringMonthsLimit' | 'tiers'>;

/** A new campaign's fields as they are kept. */
export function newFields(sent: NewFields): CampaignFields {
  return merged({ ...sent, recurringMonthsLimit: null, tiers: null }, sent);
}

/** `current` with what was sent; fields left out stay. */
export function merged(current: CampaignFields, sent: SentCampaignFields): CampaignFields {
  return {
    name: sent.name ?? current.name,
    status: sent.status ?? current.status,
    landingUrl: sent.landingUrl ?? current.landingUrl,
    commissionType: sent.commissionType ?? current.commissionType,
    commissionRate: sent.commissionRate ?? current.commissionRate,
    tiers: sent.tiers === undefined ? current.tiers : sent.tiers,
    currency: sent.currency?.toUpperCase() ?? current.currency,
    commissionRecurring: sent.commissionRecurring ?? current.commissionRecurring,
    recurringMonthsLimit:
      sent.recurringMonthsLimit === undefined ? current.recurringMonthsLimit : sent.recurringMonthsLimit,
    attributionWindowDays: sent.attributionWindowDays ?? current.attributionWindowDays,
  };
}

/** The row's fields as the contract words them. */
export function fieldsOf(row: CampaignEntity): CampaignFields {
  return {
    name: row.name,
    status: row.status,
    landingUrl: row.landing_url,
    commissionType: row.commission_type,
    commissionRate: toPublicRate(row.commission_type, Number(row.commission_rate)),
    tiers: toPublicTiers(row.tiers),
    currency: row.currency,
    commissionRecurring: row.commission_recurring,
    recurringMonthsLimit: row.recurring_months_limit,
    attributionWindowDays: row.attribution_window_days,
  };
}
