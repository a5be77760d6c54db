// Every query on campaigns, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows, type NewRow, type RowFilter } from '#platform/database/rows.js';
import { tenantColumns, type Tenant } from '#platform/database/tenant.js';
import { CampaignEntity } from './campaign.entity.js';
import type { CampaignFields } from './campaign.fields.js';
import { toStoredTiers } from './campaign.tiers.js';
import { toStoredRate } from './commission-rate.js';

const campaigns = new Rows(CampaignEntity);

@Injectable()
export class CampaignsRepository {
  insert(queryable: Queryable, tenant: Tenant, id: string, fields: CampaignFields): Promise<CampaignEntity> {
    return campaigns.insert(queryable, {
      ...tenantColumns(tenant),
      id,
      ...columnsOf(fields),
      terms_frozen_at: null,
      created_at: DATABASE_NOW,
    });
  }

  find(queryable: Queryable, tenant: Tenant, id: string): Promise<CampaignEntity | null> {
    return campaigns.find(queryable, { ...tenantColumns(tenant), id });
  }

  /** One row more than a page holds, newest first. */
  list(
    queryable: Queryable,
    tenant: Tenant,
    filter: RowFilter<Pick<CampaignEntity, 'status'>>,
    page: PageRequest,
  ): Promise<CampaignEntity[]> {
    return campaigns.page(queryable, tenantColumns(tenant), filter, page);
  }

  /** Of these ids, those that there are. */
  async knownAmong(queryable: Queryable, tenant: Tenant, ids: readonly string[]): Promise<string[]> {
    const found = await campaigns.list(queryable, { ...tenantColumns(tenant), id: ids }, ['id']);
    return found.map(({ id }) => id);
  }

  countActive(queryable: Queryable, tenant: Tenant): Promise<number> {
    return campaigns.count(queryable, { ...tenantColumns(tenant), status: 'ACTIVE' });
  }

  /** Reads a campaign and keeps everybody else from changing or joining it until the transaction ends. */
  lock(tx: Tx, tenant: Tenant, id: string): Promise<CampaignEntity | null> {
    return campaigns.lock(tx, { ...tenantColumns(tenant), id });
  }

  /** The id of the oldest active campaign; by the time it is locked it may be active no more. */
  async findOldestActive(tx: Tx, tenant: Tenant): Promise<string | null> {
    const [oldest] = await campaigns.list(tx, { ...tenantColumns(tenant), status: 'ACTIVE' }, ['id'], 1);
    return oldest?.id ?? null;
  }

  /** Writes all fields of a campaign that the transaction has locked. */
  async update(tx: Tx, tenant: Tenant, id: string, fields: CampaignFields): Promise<CampaignEntity> {
    return (await campaigns.update(tx, { ...tenantColumns(tenant), id }, columnsOf(fields)))!;
  }

  /** Freezes the terms of a campaign that the transaction has locked, once. */
  async freezeTerms(tx: Tx, tenant: Tenant, id: string): Promise<void> {
    const open = { ...tenantColumns(tenant), id, terms_frozen_at: null };
    await campaigns.update(tx, open, { terms_frozen_at: DATABASE_NOW });
  }
}

/** All that a merchant can say, and when it was said. A column that is in none of these does not compile. */
function columnsOf(
  fields: CampaignFields,
): Omit<NewRow<CampaignEntity>, 'merchant_id' | 'mode' | 'id' | 'terms_frozen_at' | 'created_at'> {
  return {
    name: fields.name,
    status: fields.status,
    landing_url: fields.landingUrl,
    commission_type: fields.commissionType,
    commission_rate: toStoredRate(fields.commissionType, fields.commissionRate),
    currency: fields.currency,
    commission_recurring: fields.commissionRecurring,
    recurring_months_limit: fields.recurringMonthsLimit,
    attribution_window_days: fields.attributionWindowDays,
    tiers: toStoredTiers(fields.tiers),
    updated_at: DATABASE_NOW,
  };
}
