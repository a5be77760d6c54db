// What others ask of campaigns: to hold the one to be joined still, to note that somebody joined it, and which there are.
import { Injectable } from '@nestjs/common';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { CampaignEntity } from './campaign.entity.js';
import { CampaignsRepository } from './campaigns.repository.js';

/** Each further try means that a campaign was paused at that very moment. */
const MAX_TRIES = 10;

export interface LockedCampaign {
  /** A UUID. */
  id: string;
  /** `cmp_…` */
  campaignId: string;
  status: CampaignEntity['status'];
}

@Injectable()
export class CampaignsFacade {
  constructor(private readonly repository: CampaignsRepository) {}

  /** The campaign with this public id, locked until the transaction ends; null when there is none (or the id cannot exist). */
  async lockForJoin(tx: Tx, tenant: Tenant, campaignId: string): Promise<LockedCampaign | null> {
    const id = fromPublicId('cmp', campaignId);
    const row = id === null ? null : await this.repository.lock(tx, tenant, id);
    return row && toLocked(row);
  }

  /** The oldest active campaign, locked until the transaction ends; null when none is active. */
  async lockOldestActive(tx: Tx, tenant: Tenant): Promise<LockedCampaign | null> {
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const id = await this.repository.findOldestActive(tx, tenant);
      if (id === null) return null;
      const row = await this.repository.lock(tx, tenant, id);
      if (row?.status === 'ACTIVE') return toLocked(row);
    }
    return null;
  }

  /** Of these ids (UUIDs), those of campaigns of the tenant, archived ones too. */
  async knownAmong(queryable: Queryable, tenant: Tenant, ids: readonly string[]): Promise<Set<string>> {
    return new Set(await this.repository.knownAmong(queryable, tenant, ids));
  }

  /** Freezes the terms of a locked campaign: its first affiliate joins. */
  freezeTerms(tx: Tx, tenant: Tenant, campaign: LockedCampaign): Promise<void> {
    return this.repository.freezeTerms(tx, tenant, campaign.id);
  }
}

function toLocked(row: CampaignEntity): LockedCampaign {
  return { id: row.id, campaignId: toPublicId('cmp', row.id), status: row.status };
}
