// Campaigns: what may be created, and what may still be changed once affiliates rely on it.
import { Injectable } from '@nestjs/common';
import { notFound, ValidationFailure } from '#platform/errors/failure.js';
import { fromPublicId, newId } from '#platform/values/ids.js';
import { toPage, toPageRequest, type Page, type PageQuery } from '#platform/values/paging.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { NO_MERCHANT, type Tenant } from '#platform/database/tenant.js';
import type { CampaignEntity } from './campaign.entity.js';
import { fieldsOf, merged, newFields, type NewFields, type SentCampaignFields } from './campaign.fields.js';
import { toCampaign, toPublicCampaign } from './campaign.reply.js';
import { conflictOf, differences, updateIssues } from './campaign.rules.js';
import { CampaignDirectory } from './campaign-directory.repository.js';
import { CampaignsRepository } from './campaigns.repository.js';

type Campaign = Schema<'Campaign'>;

@Injectable()
export class CampaignsService {
  constructor(
    private readonly database: Database,
    private readonly repository: CampaignsRepository,
    private readonly directory: CampaignDirectory,
  ) {}

  /** Creates a campaign from a request that passed the contract's, `rateRule`'s and `tiersRule`'s checks. */
  create(tenant: Tenant, sent: NewFields): Promise<Campaign> {
    return this.database.inTurn(tenant).transaction((tx) => this.createWithin(tx, tenant, sent));
  }

  /** As `create`, in the caller's transaction. @param id a UUID, where it is known beforehand. */
  async createWithin(tx: Tx, tenant: Tenant, sent: NewFields, id = newId()): Promise<Campaign> {
    await this.directory.enter(tx, tenant, id);
    return toCampaign(await this.repository.insert(tx, tenant, id, newFields(sent)));
  }

  /** A page of campaigns, newest first. */
  async list(
    tenant: Tenant,
    query: PageQuery & { status?: CampaignEntity['status'] | undefined },
  ): Promise<Page<Campaign>> {
    const request = toPageRequest(query);
    const rows = await this.repository.list(
      this.database.inTurn(tenant),
      tenant,
      { status: query.status ?? null },
      request,
    );
    const { items, page } = toPage(rows, request, (row) => row.id);
    return { items: items.map(toCampaign), page };
  }

  /** @throws Failure NOT_FOUND */
  async get(tenant: Tenant, campaignId: string): Promise<Campaign> {
    const id = fromPublicId('cmp', campaignId);
    const row = id === null ? null : await this.repository.find(this.database.inTurn(tenant), tenant, id);
    if (!row) throw notFound('UNKNOWN_CAMPAIGN', ['campaignId']);
    return toCampaign(row);
  }

  /**
   * Changes the fields that were sent. Who joins at the same moment waits, or is waited for: terms never change after a join.
   * @throws Failure NOT_FOUND; VALIDATION_FAILED for a rate or tiers that do not fit what is stored; ALREADY_EXISTS (409) for any
   *   change of an archived campaign, and for other terms or the state DRAFT after the first affiliate joined.
   */
  async update(tenant: Tenant, campaignId: string, sent: SentCampaignFields): Promise<Campaign> {
    const id = fromPublicId('cmp', campaignId);
    if (id === null) throw notFound('UNKNOWN_CAMPAIGN', ['campaignId']);
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const row = await this.repository.lock(tx, tenant, id);
      if (!row) throw notFound('UNKNOWN_CAMPAIGN', ['campaignId']);
      const current = fieldsOf(row);
      const issues = updateIssues(current, sent);
      if (issues.length > 0) throw new ValidationFailure(issues);
      const wanted = merged(current, sent);
      const conflict = conflictOf(row, current, wanted);
      if (conflict) throw conflict;
      if (differences(current, wanted).length === 0) return toCampaign(row);
      return toCampaign(await this.repository.update(tx, tenant, id, wanted));
    });
  }

  /**
   * Archives a campaign, for good; one that is archived stays as it is.
   * @throws Failure NOT_FOUND
   */
  archive(tenant: Tenant, campaignId: string): Promise<Campaign> {
    return this.update(tenant, campaignId, { status: 'ARCHIVED' });
  }

  /**
   * What everybody may know of an active or paused campaign, whosever it is.
   * @throws Failure NOT_FOUND
   */
  async getPublic(campaignId: string): Promise<Schema<'PublicCampaign'>> {
    const id = fromPublicId('cmp', campaignId);
    const row =
      id === null
        ? null
        : await this.directory.findPublic(this.database.inTurn({ merchantId: NO_MERCHANT }), id);
    if (!row) throw notFound('UNKNOWN_CAMPAIGN', ['campaignId']);
    return toPublicCampaign(row);
  }

  /** How many campaigns are active. */
  countActive(tenant: Tenant): Promise<number> {
    return this.repository.countActive(this.database.inTurn(tenant), tenant);
  }
}
