// Whether a call that changes something comes from a page of this installation: browsers say so, and no page can make them say otherwise.
// It is what keeps another site from using a session that the browser sends along (CSRF), beside the cookie's SameSite.
import type { IncomingHttpHeaders } from 'node:http';
import { Failure } from '#platform/errors/failure.js';

const CHANGES_NOTHING = ['GET', 'HEAD', 'OPTIONS'];

interface Sent {
  method?: string | undefined;
  headers: IncomingHttpHeaders;
}

/**
 * @param origin where this installation is reached, for proxies that put another Host.
 * @throws Failure CROSS_SITE for a call that changes something and does not come from our own pages.
 */
export function refuseOtherSites(request: Sent, origin: string): void {
  if (CHANGES_NOTHING.includes(request.method ?? '') || isFromOwnPage(request.headers, origin)) return;
  throw new Failure('CROSS_SITE');
}

function isFromOwnPage(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const named = headers.origin;
  if (named === undefined || !URL.canParse(named)) return false;
  return named === origin || new URL(named).host === headers.host;
}
