// The directory of campaigns, for callers who know no merchant: whose a campaign is, and the way from there to what everybody may see.
import { Injectable } from '@nestjs/common';
import type { components } from '#generated/schema.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { CampaignEntity } from './campaign.entity.js';

/** An active or paused campaign, with the name of its merchant. */
export type PublicCampaignRow = Omit<CampaignEntity, 'status'> & {
  status: components['schemas']['PublicCampaign']['status'];
  merchant_name: string;
};

@Injectable()
export class CampaignDirectory {
  /** Enters a campaign that the transaction writes next; a repeat changes nothing. */
  async enter(tx: Tx, tenant: Tenant, id: string): Promise<void> {
    await tx.query(
      `insert into campaign_directory (campaign_id, merchant_id, mode) values ($3, $1, $2)
       on conflict (campaign_id) do nothing`,
      [tenant.merchantId, tenant.mode, id],
    );
  }

  /** The campaign, in one statement; null for drafts, archived ones, those of a locked merchant, and where any part of the way is missing. */
  async findPublic(queryable: Queryable, id: string): Promise<PublicCampaignRow | null> {
    const rows = await queryable.query<PublicCampaignRow>(
      prepared(`select c.merchant_id, c.mode, c.id, c.name, c.status, c.landing_url, c.commission_type, c.commission_rate, c.currency,
         c.commission_recurring, c.recurring_months_limit, c.attribution_window_days, c.tiers, c.terms_frozen_at, c.created_at,
         c.updated_at, m.name as merchant_name
       from campaign_directory d
       join campaigns c on c.merchant_id = d.merchant_id and c.mode = d.mode and c.id = d.campaign_id
       join merchants m on m.id = d.merchant_id
       where d.campaign_id = $1 and c.status in ('ACTIVE', 'PAUSED') and m.locked_at is null`),
      [id],
    );
    return rows[0] ?? null;
  }
}
