// What the tests of tracking share: following a link as a browser does, and the rows that come of it.
import type { IncomingHttpHeaders } from 'node:http';
import type { SharedApp } from '../../support/app.js';
import type { CallInput } from '../../support/call.js';

export interface Visit {
  /** The Location header as it was sent. */
  location: string;
  query: URLSearchParams;
  /** `rcsid` and `cid` of the landing address; null when no click was made. */
  sessionId: string | null;
  clickId: string | null;
  /** The Set-Cookie header; null when there is none. */
  cookie: string | null;
}

/** Follows a link and expects to be redirected. */
export async function follow(
  app: SharedApp,
  code: string,
  input: CallInput<'followLink'> = {},
): Promise<Visit> {
  const { headers } = await app.api.expect('followLink', 302, { path: { code }, ...input });
  const location = headers.location as string;
  const query = new URL(location).searchParams;
  const cookies = headers['set-cookie'] ?? [];
  expect(cookies.length).toBeLessThanOrEqual(1);
  expect(headers['cache-control']).toBe('no-store');
  return {
    location,
    query,
    sessionId: query.get('rcsid'),
    clickId: query.get('cid'),
    cookie: cookies[0] ?? null,
  };
}

/** Expects that a visitor was led on without anything being made of the visit. */
export function expectNoIds(visit: Visit): void {
  expect(visit.query.has('rcsid')).toBe(false);
  expect(visit.query.has('cid')).toBe(false);
  expect(visit.cookie).toBeNull();
}

/** The cookie header of a visitor who brings these sessions. */
export function bringing(...sessionIds: string[]): { headers: Record<string, string> } {
  return { headers: { cookie: sessionIds.map((id) => `_rc_sid=${id}`).join('; ') } };
}

export interface SessionRow {
  merchantId: string;
  mode: string;
  emailHash: string | null;
  vouched: boolean | null;
}

/** The sessions with this id, at every merchant. */
export function sessionsNamed(app: SharedApp, sessionId: string): Promise<SessionRow[]> {
  return app.rows.query(
    `select merchant_id as "merchantId", mode, encode(email_hash, 'hex') as "emailHash", vouched
     from sessions where id = $1 order by created_at`,
    [sessionId],
  );
}

/** Any page may read this reply, and no page may send credentials. */
export function expectForAnyPage(headers: IncomingHttpHeaders): void {
  expect(headers['access-control-allow-origin']).toBe('*');
  expect(headers['access-control-expose-headers']).toBe('X-Request-Id, Retry-After');
  expect(headers['access-control-allow-credentials']).toBeUndefined();
}
