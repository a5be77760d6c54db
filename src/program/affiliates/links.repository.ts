// Every query on links and on the directory of their codes. The directory entry comes first, the link after it, in one transaction.
import { Injectable } from '@nestjs/common';
import type { CampaignStatus } from '#program/campaigns/terms.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows } from '#platform/database/rows.js';
import { prepared } from '#platform/database/statement.js';
import { tenantColumns, type Tenant } from '#platform/database/tenant.js';
import type { AffiliateStatus } from './affiliate.js';
import { AffiliateLinkEntity } from './affiliate-link.entity.js';
import { TrackingCodeEntity } from './tracking-code.entity.js';

const links = new Rows(AffiliateLinkEntity);
const codes = new Rows(TrackingCodeEntity);

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
    const key = { ...tenantColumns(tenant), affiliate_id: affiliateId, campaign_id: campaignId };
    return (await links.find(tx, key)) !== null;
  }

  /** Enters a code in the directory; false when it is taken, by whomever. Waits for whoever is entering it right now. */
  async claimCode(tx: Tx, tenant: Tenant, code: string): Promise<boolean> {
    return (await codes.insertUnlessKnown(tx, { ...tenantColumns(tenant), code }, ['code'])) !== null;
  }

  /** Writes the link whose code was claimed. */
  async insert(tx: Tx, tenant: Tenant, { affiliateId, campaignId, code }: NewLink): Promise<void> {
    await links.insert(tx, {
      ...tenantColumns(tenant),
      affiliate_id: affiliateId,
      campaign_id: campaignId,
      code,
      created_at: DATABASE_NOW,
    });
  }

  /** The links of these affiliates, oldest first. */
  listOf(queryable: Queryable, tenant: Tenant, affiliateIds: string[]): Promise<AffiliateLinkEntity[]> {
    const wanted = { ...tenantColumns(tenant), affiliate_id: affiliateIds };
    return links.list(queryable, wanted, ['created_at', 'campaign_id']);
  }

  /** Follows codes (lower case) to their links, in one statement, by code; without those of which any part of the way is missing. */
  async findTargets(queryable: Queryable, wanted: readonly string[]): Promise<Map<string, LinkTarget>> {
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
       where t.code = any($1)`),
      [wanted],
    );
    return new Map(rows.map((link) => [link.code, link]));
  }
}
