// The words of sessions: how long one lasts, its token, and who is signed in by it.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { hash, randomBytes } from 'node:crypto';
import type { Membership } from '#accounts/people/people.facade.js';
import type { Database, InTurn } from '#platform/database/database.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import type { SignedIn } from '#platform/contract/session-check.js';
import { DAY_MS, HOUR_MS } from '#platform/time/time-units.js';

export const LASTS_MS = 30 * DAY_MS;
export const LASTS_UNUSED_MS = 12 * HOUR_MS;
/** Its last use is as exact as this. */
export const USE_NOTED_EVERY_MS = 60_000;
/** Of one person; whoever signs in once more ends the oldest. */
export const MAX_SESSIONS = 100;

/** Who is signed in, where they belong, and since when. */
export interface SessionPerson extends SignedIn {
  createdAt: Date;
  lastUsedAt: Date;
  memberships: readonly (Membership & { locked: boolean })[];
}

/** Handler parameter: who is signed in. Only for operations that need a session. */
export const PersonParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    exchangeOf(context.switchToHttp().getRequest()).person as SessionPerson | null,
);

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** A new token: 256 random bits. It is in the cookie and nowhere else; its hash is stored. */
export function makeSessionToken(): string {
  return randomBytes(32).toString('base64url');
}

export function isSessionToken(text: string): boolean {
  return TOKEN.test(text);
}

/** SHA-256, in hex. A fast hash is enough for 256 random bits. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'hex');
}

/** What a person asks of the database about themselves: each takes turns with all merchants and all other people. */
export function turnOf(database: Database, personId: string): InTurn {
  return database.inTurn({ merchantId: personId });
}

/** Whether a session still counts. */
export function isAlive(
  session: { createdAt: Date; lastUsedAt: Date; endedAt: Date | null },
  now: Date,
): boolean {
  return (
    session.endedAt === null &&
    now.getTime() - session.createdAt.getTime() < LASTS_MS &&
    now.getTime() - session.lastUsedAt.getTime() < LASTS_UNUSED_MS
  );
}
