// How somebody becomes an affiliate, or joins one more campaign: one transaction, safe against itself.
// Locks in this order: campaign → affiliate (by email) → tracking code → link.
import { Injectable } from '@nestjs/common';
import { CampaignsFacade, type LockedCampaign } from '#program/campaigns/campaigns.facade.js';
import { Config } from '#config.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Failure, notFound } from '#platform/errors/failure.js';
import { newId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { AffiliateEntity } from './affiliate.entity.js';
import { normalisedEmail } from '#platform/values/email.js';
import { normalisedFirstName } from './affiliate.fields.js';
import { toAffiliate } from './affiliate.reply.js';
import { AffiliatesRepository } from './affiliates.repository.js';
import { LinksRepository } from './links.repository.js';
import { makeTrackingCode } from './tracking-code.js';

/** Two tries meet only when an email is freed or a code of 50 random bits is taken at that very moment. */
const MAX_TRIES = 10;

export interface EnrolmentRequest {
  email: string;
  firstName?: string | null | undefined;
  /** Public id; left out: the oldest active campaign. */
  campaignId?: string | undefined;
  /** A code of the caller's choice, of a valid form, in either case. */
  code?: string | undefined;
  /** A UUID, where the new affiliate's is known beforehand. */
  id?: string | undefined;
}

@Injectable()
export class EnrolmentService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsFacade,
    private readonly affiliates: AffiliatesRepository,
    private readonly links: LinksRepository,
    private readonly config: Config,
  ) {}

  /**
   * Makes an affiliate with a link, or adds a link to the one with this email (whose name and state stay).
   * Without a campaign to join, a new affiliate has no link and a chosen code is not used.
   * @throws Failure NOT_FOUND for an unknown campaign; ALREADY_EXISTS (409) when the campaign is archived, the email is in it
   *   already (or is known and there is no campaign to join), or the chosen code is taken by whomever.
   */
  create(tenant: Tenant, request: EnrolmentRequest): Promise<Schema<'Affiliate'>> {
    return this.database.inTurn(tenant).transaction((tx) => this.createWithin(tx, tenant, request));
  }

  /** As `create`, in the caller's transaction. */
  async createWithin(tx: Tx, tenant: Tenant, request: EnrolmentRequest): Promise<Schema<'Affiliate'>> {
    const campaign = await this.lockCampaign(tx, tenant, request.campaignId);
    const { row, isNew } = await this.findOrInsert(tx, tenant, request);
    if (campaign) await this.join(tx, tenant, row, campaign, request.code);
    else if (!isNew) throw conflict('NO_CAMPAIGN_TO_JOIN', [hidden('email', 'is known already')]);
    return toAffiliate(row, await this.links.listOf(tx, tenant, [row.id]), this.config.publicUrl);
  }

  private async lockCampaign(tx: Tx, tenant: Tenant, campaignId?: string): Promise<LockedCampaign | null> {
    if (campaignId === undefined) return this.campaigns.lockOldestActive(tx, tenant);
    const campaign = await this.campaigns.lockForJoin(tx, tenant, campaignId);
    if (!campaign) throw notFound('UNKNOWN_CAMPAIGN', ['campaignId']);
    if (campaign.status === 'ARCHIVED')
      throw conflict(
        'CAMPAIGN_ARCHIVED',
        [hidden('campaignId', 'names an archived campaign')],
        'The campaign is archived and cannot be joined.',
      );
    return campaign;
  }

  private async findOrInsert(
    tx: Tx,
    tenant: Tenant,
    request: EnrolmentRequest,
  ): Promise<{ row: AffiliateEntity; isNew: boolean }> {
    const email = normalisedEmail(request.email);
    const fields = { email, firstName: normalisedFirstName(request.firstName), status: 'ACTIVE' as const };
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const inserted = await this.affiliates.insert(tx, tenant, request.id ?? newId(), fields);
      if (inserted) return { row: inserted, isNew: true };
      const known = await this.affiliates.findByEmail(tx, tenant, email);
      if (known) return { row: known, isNew: false };
    }
    throw new Failure('SERVICE_UNAVAILABLE');
  }

  /** The campaign is locked, so nobody joins it meanwhile: looking first is safe. */
  private async join(
    tx: Tx,
    tenant: Tenant,
    row: AffiliateEntity,
    campaign: LockedCampaign,
    code?: string,
  ): Promise<void> {
    if (await this.links.exists(tx, tenant, row.id, campaign.id)) {
      throw conflict('ALREADY_JOINED', [hidden('email', 'is in this campaign already')]);
    }
    const claimed = await this.claimCode(tx, tenant, code);
    await this.links.insert(tx, tenant, { affiliateId: row.id, campaignId: campaign.id, code: claimed });
    await this.campaigns.freezeTerms(tx, tenant, campaign);
  }

  private async claimCode(tx: Tx, tenant: Tenant, chosen?: string): Promise<string> {
    if (chosen !== undefined) {
      const code = chosen.toLowerCase();
      if (await this.links.claimCode(tx, tenant, code)) return code;
      throw conflict('CODE_TAKEN', [hidden('code', 'is taken')]);
    }
    for (let tries = 0; tries < MAX_TRIES; tries++) {
      const code = makeTrackingCode();
      if (await this.links.claimCode(tx, tenant, code)) return code;
    }
    throw new Failure('SERVICE_UNAVAILABLE');
  }
}
