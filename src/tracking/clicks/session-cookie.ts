// The cookie that brings a visitor's session back, and session ids.
import { randomUUID } from 'node:crypto';
import { toBase32 } from '#platform/values/base32.js';
import { meansNobody } from '#platform/values/nobody.js';
import { DAY_MS } from '#platform/time/time-units.js';

const NAME = '_rc_sid';
const MAX_AGE_SECONDS = (90 * DAY_MS) / 1000;
/** Cookies of that name that are looked at: parent domains and paths may each have set one. */
const MOST_COOKIES = 8;

const SESSION_ID = /^[A-Za-z0-9_-]{8,128}$/;

/** Whether a caller of `track/click` may name a session so, as any session is named; "undefined" would be the session of many. */
export function isSessionId(text: string): boolean {
  return SESSION_ID.test(text) && !meansNobody(text);
}

/** A session id of ours. It is a capability, so it is random (122 bits), not time-ordered like our other ids. */
export function newSessionId(): string {
  return `rcs_${toBase32(randomUUID())}`;
}

/**
 * The session ids a visitor brings, the newest first: browsers send that last (RFC 6265, 5.4), and the browser scripts, ours and the
 * official one, read it so too. Garbage is left out.
 */
export function sessionsIn(cookieHeader: string | undefined): string[] {
  const values = (cookieHeader ?? '').split(';').flatMap((cookie) => {
    const [name, ...value] = cookie.trim().split('=');
    return name === NAME ? [value.join('=').replace(/^"(.*)"$/, '$1')] : [];
  });
  return [...new Set(values.filter(isSessionId).reverse())].slice(0, MOST_COOKIES);
}

/** Not HttpOnly: the browser SDK reads it when shop and service share a host. */
export function sessionCookie(
  sessionId: string,
  options: { secure: boolean; domain: string | null },
): string {
  const parts = [`${NAME}=${sessionId}`, `Max-Age=${MAX_AGE_SECONDS}`, 'Path=/', 'SameSite=Lax'];
  if (options.secure) parts.push('Secure');
  if (options.domain !== null) parts.push(`Domain=${options.domain}`);
  return parts.join('; ');
}
