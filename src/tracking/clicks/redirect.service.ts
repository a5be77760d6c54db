// Follows a link: the visitor always arrives, and a click is made if there is a visit to record.
import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { LinkTarget } from '#program/affiliates/affiliates.facade.js';
import { Clock } from '#platform/time/clock.js';
import { Config } from '#config.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { raw } from '#platform/contract/operation.js';
import { queryStringOf } from '#platform/contract/routes.js';
import { Database } from '#platform/database/database.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { RecordClicksService } from './record-clicks.service.js';
import { AskerService } from './asker.service.js';
import { ClicksRepository } from './clicks.repository.js';
import { landingAddress, type VisitIds } from './landing-address.js';
import { LinkCache } from './link-cache.js';
import { withVisitorTimeout } from './visitor-timeout.js';
import { newSessionId, sessionCookie, sessionsIn } from './session-cookie.js';
import { inactiveReason, spelled, type UncountedReason } from './uncounted.js';
import { noVisitReason } from './visitor.js';

const NOT_FOUND_PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Link not found</title></head>
<body><h1>Link not found</h1><p>This link does not exist. Please check its spelling.</p></body></html>
`;

@Injectable()
export class RedirectService {
  constructor(
    private readonly links: LinkCache,
    private readonly recorder: RecordClicksService,
    private readonly clicks: ClicksRepository,
    private readonly askers: AskerService,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** 302 to the landing URL, with ids and cookie if a click was made; 404 for an unknown code. */
  async follow(code: string, request: Request, overLimit: boolean) {
    const isAskers = this.askers.lookUp(request);
    const { link, stale } = await this.links.find(code);
    if (!link) return notFoundPage();
    const reason = noClickReason(link, request, overLimit) ?? (stale ? 'database away or slow' : null);
    const ids = reason === null ? await withVisitorTimeout(this.recordVisit(link, request), null) : null;
    const uncounted = ids === null ? (reason ?? 'database away or slow') : null;
    if (uncounted !== null) this.tellUncounted(uncounted);
    const headers: Record<string, string> = {
      Location: landingAddress(link.landingUrl, queryStringOf(request.url), ids),
      'Cache-Control': 'no-store',
    };
    if (ids) {
      const secure = request.protocol === 'https';
      headers['Set-Cookie'] = sessionCookie(ids.sessionId, { secure, domain: this.config.cookieDomain });
    }
    if (isAskers && (await isAskers(link))) Object.assign(headers, told(uncounted));
    return raw(302, { headers });
  }

  /** The click, durable. @throws Failure SERVICE_UNAVAILABLE when the database is away. */
  private async recordVisit(link: LinkTarget, request: Request): Promise<VisitIds> {
    const { merchantId, mode, affiliateId, campaignId } = link;
    const brought = sessionsIn(request.headers.cookie);
    const known = await this.clicks.findKnownSession(this.database.failFast, link, brought);
    const sessionId = known ?? newSessionId();
    const id = newId();
    const clickedAt = this.clock.now();
    await this.recorder.record(
      { merchantId, mode, id, sessionId, affiliateId, campaignId, source: 'REDIRECT', clickedAt },
      { hurry: true },
    );
    return { sessionId, clickId: toPublicId('clk', id) };
  }

  private tellUncounted(reason: UncountedReason): void {
    this.log.info('link followed without a click', { reason });
    this.metrics.linkUncounted(reason);
  }
}

function noClickReason(link: LinkTarget, request: Request, overLimit: boolean): UncountedReason | null {
  return inactiveReason(link) ?? noVisitReason(request) ?? (overLimit ? 'over the limit' : null);
}

/** For the link's own merchant. */
function told(uncounted: UncountedReason | null): Record<string, string> {
  if (uncounted === null) return { 'Click-Counted': 'true' };
  return { 'Click-Counted': 'false', 'Click-Uncounted-Reason': spelled(uncounted) };
}

function notFoundPage() {
  return raw(404, {
    headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' },
    body: NOT_FOUND_PAGE,
  });
}
