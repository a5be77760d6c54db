// Every query on affiliates, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import type { AffiliateEntity } from './affiliate.entity.js';

const columns = 'merchant_id, mode, id, email, first_name, status, created_at, updated_at';

export interface AffiliateFilter {
  status: AffiliateEntity['status'] | null;
  /** Lower case. */
  email: string | null;
  /** A UUID. */
  campaignId: string | null;
}

export interface AffiliateFields {
  email: string;
  firstName: string | null;
  status: AffiliateEntity['status'];
}

@Injectable()
export class AffiliatesRepository {
  /** Writes an affiliate unless the email is known; null then. Waits for whoever is writing the same email right now. */
  async insert(tx: Tx, tenant: Tenant, id: string, fields: AffiliateFields): Promise<AffiliateEntity | null> {
    const rows = await tx.query<AffiliateEntity>(
      `insert into affiliates (merchant_id, mode, id, email, first_name, status, created_at, updated_at)
       select $1, $2, $3, $4, $5, $6, t.now, t.now from (select clock_timestamp() as now) t
       on conflict (merchant_id, mode, email) do nothing returning ${columns}`,
      [tenant.merchantId, tenant.mode, id, fields.email, fields.firstName, fields.status],
    );
    return rows[0] ?? null;
  }

  async findByEmail(tx: Tx, tenant: Tenant, email: string): Promise<AffiliateEntity | null> {
    const rows = await tx.query<AffiliateEntity>(
      `select ${columns} from affiliates where merchant_id = $1 and mode = $2 and email = $3`,
      [tenant.merchantId, tenant.mode, email],
    );
    return rows[0] ?? null;
  }

  async find(queryable: Queryable, tenant: Tenant, id: string): Promise<AffiliateEntity | null> {
    const rows = await queryable.query<AffiliateEntity>(
      `select ${columns} from affiliates where merchant_id = $1 and mode = $2 and id = $3`,
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ?? null;
  }

  /** Reads an affiliate and keeps others from changing it until the transaction ends. */
  async lock(tx: Tx, tenant: Tenant, id: string): Promise<AffiliateEntity | null> {
    const rows = await tx.query<AffiliateEntity>(
      `select ${columns} from affiliates where merchant_id = $1 and mode = $2 and id = $3 for update`,
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ?? null;
  }

  /** Writes all fields of an affiliate that the transaction has locked; throws a unique violation for another's email. */
  async update(tx: Tx, tenant: Tenant, id: string, fields: AffiliateFields): Promise<AffiliateEntity> {
    const rows = await tx.query<AffiliateEntity>(
      `update affiliates set email = $4, first_name = $5, status = $6, updated_at = clock_timestamp()
       where merchant_id = $1 and mode = $2 and id = $3 returning ${columns}`,
      [tenant.merchantId, tenant.mode, id, fields.email, fields.firstName, fields.status],
    );
    return rows[0]!;
  }

  /** One row more than a page holds, newest first. */
  list(
    queryable: Queryable,
    tenant: Tenant,
    filter: AffiliateFilter,
    page: PageRequest,
  ): Promise<AffiliateEntity[]> {
    return queryable.query(
      `select ${columns} from affiliates a
       where merchant_id = $1 and mode = $2 and id < $3
         and ($4::text is null or status = $4) and ($5::text is null or email = $5)
         and ($6::uuid is null or exists (
           select from affiliate_links l
           where l.merchant_id = $1 and l.mode = $2 and l.affiliate_id = a.id and l.campaign_id = $6))
       order by id desc limit $7 offset $8`,
      [
        tenant.merchantId,
        tenant.mode,
        page.afterId ?? HIGHEST_UUID,
        filter.status,
        filter.email,
        filter.campaignId,
        page.limit + 1,
        page.offset,
      ],
    );
  }
}
