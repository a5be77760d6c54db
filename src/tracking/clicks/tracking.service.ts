// Clicks and identities that pages and servers report.
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { IdentifyBody, IdentifyFromBrowserBody, TrackClickBody } from '#generated/dto.js';
import { AffiliatesFacade, type LinkTarget } from '#program/affiliates/affiliates.facade.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { Clock } from '#platform/time/clock.js';
import { Failure } from '#platform/errors/failure.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { AskerService } from './asker.service.js';
import { RecordClicksService } from './record-clicks.service.js';
import { RecordIdentitiesService } from './record-identities.service.js';
import { codeIn } from './tracking-code.js';
import { inactiveReason, spelled } from './uncounted.js';

@Injectable()
export class TrackingService {
  constructor(
    private readonly affiliates: AffiliatesFacade,
    private readonly clicks: RecordClicksService,
    private readonly identities: RecordIdentitiesService,
    private readonly askers: AskerService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure NOT_FOUND when the address holds no known code. */
  async recordClick(body: TrackClickBody, request: IncomingMessage): Promise<Schema<'TrackClickResult'>> {
    const isAskers = this.askers.lookUp(request);
    const code = codeIn(body.tracking_url);
    const link = code === null ? null : await this.affiliates.findLink(code);
    if (!link) throw unknownCode();
    const uncounted = inactiveReason(link);
    const clickId = uncounted === null ? await this.record(link, body.session_id) : null;
    const result = { success: true as const, clickId, sessionId: body.session_id };
    if (!isAskers || !(await isAskers(link)) || uncounted === null) return result;
    return { ...result, uncountedReason: spelled(uncounted) };
  }

  /** The click, durable; its id as callers see it. @throws Failure SERVICE_UNAVAILABLE */
  private async record(link: LinkTarget, sessionId: string): Promise<string> {
    const { merchantId, mode, affiliateId, campaignId } = link;
    const id = newId();
    const clickedAt = this.clock.now();
    await this.clicks.record(
      { merchantId, mode, id, sessionId, affiliateId, campaignId, source: 'API', clickedAt },
      { hurry: false },
    );
    return toPublicId('clk', id);
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
