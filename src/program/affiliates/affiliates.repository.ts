// Every query on affiliates, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows, type NewRow } from '#platform/database/rows.js';
import { tenantColumns, type Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import { AffiliateEntity } from './affiliate.entity.js';

const affiliates = new Rows(AffiliateEntity);

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
  /**
   * Waits for whoever else is giving an affiliate this email, until the transaction ends. Looked for afterwards it is free, or known to be
   * taken: PostgreSQL would write a violation into its log, with the email.
   */
  async lockEmail(tx: Tx, tenant: Tenant, email: string): Promise<void> {
    const key = `${tenant.merchantId}/${tenant.mode}/${email}`;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  /** Writes an affiliate unless the email is known; null then. */
  async insert(tx: Tx, tenant: Tenant, id: string, fields: AffiliateFields): Promise<AffiliateEntity | null> {
    await this.lockEmail(tx, tenant, fields.email);
    return affiliates.insertUnlessKnown(
      tx,
      { ...tenantColumns(tenant), id, ...columnsOf(fields), created_at: DATABASE_NOW },
      ['merchant_id', 'mode', 'email'],
    );
  }

  findByEmail(tx: Tx, tenant: Tenant, email: string): Promise<AffiliateEntity | null> {
    return affiliates.find(tx, { ...tenantColumns(tenant), email });
  }

  find(queryable: Queryable, tenant: Tenant, id: string): Promise<AffiliateEntity | null> {
    return affiliates.find(queryable, { ...tenantColumns(tenant), id });
  }

  /** Reads an affiliate and keeps others from changing it until the transaction ends. */
  lock(tx: Tx, tenant: Tenant, id: string): Promise<AffiliateEntity | null> {
    return affiliates.lock(tx, { ...tenantColumns(tenant), id });
  }

  /** Writes all fields of an affiliate that the transaction has locked, and its email too if that is another. */
  async update(tx: Tx, tenant: Tenant, id: string, fields: AffiliateFields): Promise<AffiliateEntity> {
    return (await affiliates.update(tx, { ...tenantColumns(tenant), id }, columnsOf(fields)))!;
  }

  /** One row more than a page holds, newest first. */
  list(
    queryable: Queryable,
    tenant: Tenant,
    filter: AffiliateFilter,
    page: PageRequest,
  ): Promise<AffiliateEntity[]> {
    return queryable.query(
      `select ${affiliates.columns('a')} from affiliates a
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

/** All that can be said of an affiliate, and when it was said. A column that is in none of these does not compile. */
function columnsOf({
  email,
  firstName,
  status,
}: AffiliateFields): Omit<NewRow<AffiliateEntity>, 'merchant_id' | 'mode' | 'id' | 'created_at'> {
  return { email, first_name: firstName, status, updated_at: DATABASE_NOW };
}
