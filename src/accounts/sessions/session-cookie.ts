// The cookie of a session: never readable by scripts, never sent by another site's form, on https bound to this very host.
import type { IncomingHttpHeaders } from 'node:http';
import { onlyCookie } from '#platform/http/only-cookie.js';
import { isSessionToken, LASTS_MS } from './session.js';

/** A browser takes `__Host-` only with Secure, without Domain and for all paths: no sibling host can plant one. */
const SECURE_NAME = '__Host-rc_session';
/** Plain http knows no such names: a laptop, or a network of one's own. */
const PLAIN_NAME = 'rc_session';

const nameOf = (isSecure: boolean) => (isSecure ? SECURE_NAME : PLAIN_NAME);

/** The session's token among the cookies; null where there is none, several that differ, or nothing that could be one. */
export function sessionTokenIn(headers: IncomingHttpHeaders, isSecure: boolean): string | null {
  const token = onlyCookie(headers, nameOf(isSecure));
  return token !== null && isSessionToken(token) ? token : null;
}

/** Set-Cookie that brings the session; null takes it away. */
export function setCookieText(token: string | null, isSecure: boolean): string {
  const maxAgeSeconds = token === null ? 0 : LASTS_MS / 1000;
  const parts = [`${nameOf(isSecure)}=${token ?? ''}`, 'Path=/', 'HttpOnly', 'SameSite=Lax'];
  parts.push(`Max-Age=${maxAgeSeconds}`);
  if (isSecure) parts.push('Secure');
  return parts.join('; ');
}
