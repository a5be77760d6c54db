// Clicks and identities that pages and servers report.
import { Injectable } from '@nestjs/common';
import type { IdentifyBody, IdentifyFromBrowserBody, TrackClickBody } from '#generated/dto.js';
import { AffiliatesFacade } from '#program/affiliates/affiliates.facade.js';
import type { Caller } from '#accounts/api-keys/caller.js';
import { Clock } from '#platform/time/clock.js';
import { Failure } from '#platform/errors/failure.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { RecordClicksService } from './record-clicks.service.js';
import { RecordIdentitiesService } from './record-identities.service.js';
import { codeIn } from './tracking-code.js';

@Injectable()
export class TrackingService {
  constructor(
    private readonly affiliates: AffiliatesFacade,
    private readonly clicks: RecordClicksService,
    private readonly identities: RecordIdentitiesService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure NOT_FOUND when the address holds no known code. */
  async recordClick(body: TrackClickBody): Promise<Schema<'TrackClickResult'>> {
    const code = codeIn(body.tracking_url);
    const link = code === null ? null : await this.affiliates.findLink(code);
    if (!link) throw unknownCode();
    const sessionId = body.session_id;
    if (link.campaignStatus !== 'ACTIVE' || link.affiliateStatus !== 'ACTIVE') {
      return { success: true, clickId: null, sessionId };
    }
    const { merchantId, mode, affiliateId, campaignId } = link;
    const id = newId();
    const clickedAt = this.clock.now();
    await this.clicks.record(
      { merchantId, mode, id, sessionId, affiliateId, campaignId, source: 'API', clickedAt },
      { hurry: false },
    );
    return { success: true, clickId: toPublicId('clk', id), sessionId };
  }

  /** The same reply whatever happened: a caller learns nothing about sessions or emails. */
  identify(caller: Caller | null, body: IdentifyBody, client: string): Promise<Schema<'IdentifyResult'>> {
    return this.identifySession(caller ?? client, body.session_id, body.customer_email_hash);
  }

  identifyFromBrowser(body: IdentifyFromBrowserBody, client: string): Promise<Schema<'IdentifyResult'>> {
    return this.identifySession(client, body.sessionId, body.emailHash);
  }

  /** @param sender a key's caller, or the client that has none. */
  private async identifySession(
    sender: Caller | string,
    sessionId: string,
    emailHash: string,
  ): Promise<Schema<'IdentifyResult'>> {
    const caller = typeof sender === 'string' ? null : sender;
    const tenant = caller && { merchantId: caller.merchantId, mode: caller.mode };
    await this.identities.record({
      sessionId,
      emailHash: emailHash.toLowerCase(),
      tenant,
      vouched: caller !== null,
      client: typeof sender === 'string' ? sender : null,
      at: this.clock.now(),
    });
    return { success: true };
  }
}

function unknownCode(): Failure {
  return new Failure('UNKNOWN_CODE', undefined, [
    { path: ['tracking_url'], message: 'holds no known tracking code' },
  ]);
}
