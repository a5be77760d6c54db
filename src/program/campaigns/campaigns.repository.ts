// Every query on campaigns, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import type { CampaignEntity } from './campaign.entity.js';
import type { CampaignFields } from './campaign.fields.js';
import { toStoredTiers } from './campaign.tiers.js';
import { toStoredRate } from './commission-rate.js';

const columns = `merchant_id, mode, id, name, status, landing_url, commission_type, commission_rate, currency,
  commission_recurring, recurring_months_limit, attribution_window_days, tiers, terms_frozen_at, created_at, updated_at`;

export interface CampaignFilter {
  status: CampaignEntity['status'] | null;
}

@Injectable()
export class CampaignsRepository {
  async insert(
    queryable: Queryable,
    tenant: Tenant,
    id: string,
    fields: CampaignFields,
  ): Promise<CampaignEntity> {
    const rows = await queryable.query<CampaignEntity>(
      `insert into campaigns (merchant_id, mode, id, name, status, landing_url, commission_type, commission_rate, currency,
         commission_recurring, recurring_months_limit, attribution_window_days, tiers, created_at, updated_at)
       select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, t.now, t.now from (select clock_timestamp() as now) t
       returning ${columns}`,
      [tenant.merchantId, tenant.mode, id, ...values(fields)],
    );
    return rows[0]!;
  }

  async find(queryable: Queryable, tenant: Tenant, id: string): Promise<CampaignEntity | null> {
    const rows = await queryable.query<CampaignEntity>(
      `select ${columns} from campaigns where merchant_id = $1 and mode = $2 and id = $3`,
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ?? null;
  }

  /** One row more than a page holds, newest first. */
  list(
    queryable: Queryable,
    tenant: Tenant,
    filter: CampaignFilter,
    page: PageRequest,
  ): Promise<CampaignEntity[]> {
    return queryable.query(
      `select ${columns} from campaigns
       where merchant_id = $1 and mode = $2 and id < $3 and ($4::text is null or status = $4)
       order by id desc limit $5 offset $6`,
      [
        tenant.merchantId,
        tenant.mode,
        page.afterId ?? HIGHEST_UUID,
        filter.status,
        page.limit + 1,
        page.offset,
      ],
    );
  }

  async countActive(queryable: Queryable, tenant: Tenant): Promise<number> {
    const rows = await queryable.query<{ count: string }>(
      `select count(*) from campaigns where merchant_id = $1 and mode = $2 and status = 'ACTIVE'`,
      [tenant.merchantId, tenant.mode],
    );
    return Number(rows[0]?.count);
  }

  /** Reads a campaign and keeps everybody else from changing or joining it until the transaction ends. */
  async lock(tx: Tx, tenant: Tenant, id: string): Promise<CampaignEntity | null> {
    const rows = await tx.query<CampaignEntity>(
      `select ${columns} from campaigns where merchant_id = $1 and mode = $2 and id = $3 for update`,
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ?? null;
  }

  /** The id of the oldest active campaign; by the time it is locked it may be active no more. */
  async findOldestActive(tx: Tx, tenant: Tenant): Promise<string | null> {
    const rows = await tx.query<{ id: string }>(
      `select id from campaigns where merchant_id = $1 and mode = $2 and status = 'ACTIVE' order by id limit 1`,
      [tenant.merchantId, tenant.mode],
    );
    return rows[0]?.id ?? null;
  }

  /** Writes all fields of a campaign that the transaction has locked. */
  async update(tx: Tx, tenant: Tenant, id: string, fields: CampaignFields): Promise<CampaignEntity> {
    const rows = await tx.query<CampaignEntity>(
      `update campaigns set name = $4, status = $5, landing_url = $6, commission_type = $7, commission_rate = $8, currency = $9,
         commission_recurring = $10, recurring_months_limit = $11, attribution_window_days = $12, tiers = $13::jsonb,
         updated_at = clock_timestamp()
       where merchant_id = $1 and mode = $2 and id = $3 returning ${columns}`,
      [tenant.merchantId, tenant.mode, id, ...values(fields)],
    );
    return rows[0]!;
  }

  /** Freezes the terms of a campaign that the transaction has locked, once. */
  async freezeTerms(tx: Tx, tenant: Tenant, id: string): Promise<void> {
    await tx.query(
      `update campaigns set terms_frozen_at = clock_timestamp()
       where merchant_id = $1 and mode = $2 and id = $3 and terms_frozen_at is null`,
      [tenant.merchantId, tenant.mode, id],
    );
  }
}

/** In the order of the columns in insert() and update(). */
function values(fields: CampaignFields): unknown[] {
  const tiers = toStoredTiers(fields.tiers);
  return [
    fields.name,
    fields.status,
    fields.landingUrl,
    fields.commissionType,
    toStoredRate(fields.commissionType, fields.commissionRate),
    fields.currency,
    fields.commissionRecurring,
    fields.recurringMonthsLimit,
    fields.attributionWindowDays,
    tiers && JSON.stringify(tiers), // the driver would send a list as PostgreSQL's array
  ];
}
