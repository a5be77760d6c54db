// A campaign as the contract shows it: to its merchant, and to everybody.
import type { Schema } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';
import type { PublicCampaignRow } from './campaign-directory.repository.js';
import type { CampaignEntity } from './campaign.entity.js';
import { fieldsOf } from './campaign.fields.js';

/** The row as a literal of the contract's type. */
export function toCampaign(row: CampaignEntity): Schema<'Campaign'> {
  const fields = fieldsOf(row);
  return {
    campaignId: toPublicId('cmp', row.id),
    name: fields.name,
    status: fields.status,
    landingUrl: fields.landingUrl,
    commissionType: fields.commissionType,
    commissionRate: fields.commissionRate,
    tiers: fields.tiers,
    currency: fields.currency,
    commissionRecurring: fields.commissionRecurring,
    recurringMonthsLimit: fields.recurringMonthsLimit,
    attributionWindowDays: fields.attributionWindowDays,
    termsFrozen: row.terms_frozen_at !== null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** What everybody may know of it. */
export function toPublicCampaign(row: PublicCampaignRow): Schema<'PublicCampaign'> {
  const fields = fieldsOf(row);
  return {
    campaignId: toPublicId('cmp', row.id),
    name: fields.name,
    merchantName: row.merchant_name,
    status: row.status,
    landingUrl: fields.landingUrl,
    commissionType: fields.commissionType,
    commissionRate: fields.commissionRate,
    tiers: fields.tiers,
    currency: fields.currency,
    commissionRecurring: fields.commissionRecurring,
    recurringMonthsLimit: fields.recurringMonthsLimit,
    attributionWindowDays: fields.attributionWindowDays,
  };
}
