// Every query on links and on the directory of their codes. The directory entry comes first, the link after it, in one transaction.
import { Injectable } from '@nestjs/common';
import type { CampaignStatus } from '#program/campaigns/terms.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { AffiliateStatus } from './affiliate.js';
import type { AffiliateLinkEntity } from './affiliate-link.entity.js';

/** Where a tracking code leads, and whether it may make clicks. */
export interface LinkTarget extends Tenant {
  /** A UUID. */
  affiliateId: string;
  /** A UUID. */
  campaignId: string;
  /** Lower case. */
  code: string;
  landingUrl: string;
  campaignStatus: CampaignStatus;
  affiliateStatus: AffiliateStatus;
}

export interface NewLink {
  affiliateId: string;
  campaignId: string;
  code: string;
}

@Injectable()
export class LinksRepository {
  async exists(tx: Tx, tenant: Tenant, affiliateId: string, campaignId: string): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from affiliate_links where merchant_id = $1 and mode = $2 and affiliate_id = $3 and campaign_id = $4`,
      [tenant.merchantId, tenant.mode, affiliateId, campaignId],
    );
    return rows.length > 0;
  }

  /** Enters a code in the directory; false when it is taken, by whomever. Waits for whoever is entering it right now. */
  async claimCode(tx: Tx, tenant: Tenant, code: string): Promise<boolean> {
    const rows = await tx.query(
      'insert into tracking_codes (code, merchant_id, mode) values ($3, $1, $2) on conflict (code) do nothing returning code',
      [tenant.merchantId, tenant.mode, code],
    );
    return rows.length > 0;
  }

  /** Writes the link whose code was claimed. */
  async insert(tx: Tx, tenant: Tenant, link: NewLink): Promise<void> {
    await tx.query(
      `insert into affiliate_links (merchant_id, mode, affiliate_id, campaign_id, code, created_at)
       values ($1, $2, $3, $4, $5, clock_timestamp())`,
      [tenant.merchantId, tenant.mode, link.affiliateId, link.campaignId, link.code],
    );
  }

  /** The links of these affiliates, oldest first. */
  listOf(queryable: Queryable, tenant: Tenant, affiliateIds: string[]): Promise<AffiliateLinkEntity[]> {
    return queryable.query(
      `select merchant_id, mode, affiliate_id, campaign_id, code, created_at from affiliate_links
       where merchant_id = $1 and mode = $2 and affiliate_id = any($3::uuid[]) order by created_at, campaign_id`,
      [tenant.merchantId, tenant.mode, affiliateIds],
    );
  }

  /** Follows a code (lower case) to its link, in one statement; null when any part of the way is missing. */
  async findTarget(queryable: Queryable, code: string): Promise<LinkTarget | null> {
    // Laterals with a limit, not joins: else PostgreSQL may read all of a merchant's affiliates, if other merchants have few.
    const rows = await queryable.query<LinkTarget>(
      prepared(`select l.merchant_id as "merchantId", l.mode, l.affiliate_id as "affiliateId", l.campaign_id as "campaignId", l.code,
         c.landing_url as "landingUrl", c.status as "campaignStatus", a.status as "affiliateStatus"
       from tracking_codes t
       join affiliate_links l on l.merchant_id = t.merchant_id and l.mode = t.mode and l.code = t.code
       cross join lateral (
         select c.landing_url, c.status from campaigns c
         where c.merchant_id = l.merchant_id and c.mode = l.mode and c.id = l.campaign_id limit 1
       ) c
       cross join lateral (
         select a.status from affiliates a
         where a.merchant_id = l.merchant_id and a.mode = l.mode and a.id = l.affiliate_id limit 1
       ) a
       where t.code = $1`),
      [code],
    );
    return rows[0] ?? null;
  }
}
