// The directory of campaigns, for callers who know no merchant: whose a campaign is, and the way from there to what everybody may see.
import { Injectable } from '@nestjs/common';
import type { components } from '#generated/schema.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { Rows } from '#platform/database/rows.js';
import { tenantColumns, type Tenant } from '#platform/database/tenant.js';
import { CampaignDirectoryEntity } from './campaign-directory.entity.js';
import { CampaignEntity } from './campaign.entity.js';

const campaigns = new Rows(CampaignEntity);
const directory = new Rows(CampaignDirectoryEntity);

/** An active or paused campaign, with the name of its merchant. */
export type PublicCampaignRow = Omit<CampaignEntity, 'status'> & {
  status: components['schemas']['PublicCampaign']['status'];
  merchant_name: string;
};

@Injectable()
export class CampaignDirectory {
  /** Enters a campaign that the transaction writes next; a repeat changes nothing. */
  async enter(tx: Tx, tenant: Tenant, id: string): Promise<void> {
    await directory.insertUnlessKnown(tx, { ...tenantColumns(tenant), campaign_id: id }, ['campaign_id']);
  }

  /** The campaign, in one statement; null for drafts, archived ones, those of a locked merchant, and where any part of the way is missing. */
  async findPublic(queryable: Queryable, id: string): Promise<PublicCampaignRow | null> {
    const rows = await queryable.query<PublicCampaignRow>(
      prepared(`select ${campaigns.columns('c')}, m.name as merchant_name
       from campaign_directory d
       join campaigns c on c.merchant_id = d.merchant_id and c.mode = d.mode and c.id = d.campaign_id
       join merchants m on m.id = d.merchant_id
       where d.campaign_id = $1 and c.status in ('ACTIVE', 'PAUSED') and m.locked_at is null`),
      [id],
    );
    return rows[0] ?? null;
  }
}
