// What a browser keeps of a sign-in by the provider: first what was begun, then what the provider said. Both are sealed into one cookie, so that
// nothing is stored for whoever asks, and no address holds a secret. Why so: docs/decisions/0028-sign-in-by-a-provider.md
import { randomBytes } from 'node:crypto';
import type { ProvidedIdentity } from '#accounts/identities/identities.facade.js';
import { MINUTE_MS } from '#platform/time/time-units.js';

/** To come in; to say again who one is; to link an account of the provider. */
export type Purpose = 'sign-in' | 'confirm' | 'link';

/** How long somebody may be with the provider, and how long what it said is good. */
export const FLOW_LASTS_MS = 10 * MINUTE_MS;
export const TICKET_LASTS_MS = 5 * MINUTE_MS;

/** What a sign-in is for, from its beginning to its end. */
export interface Wish {
  purpose: Purpose;
  /** The token of a link of invitation. */
  invitation: string | null;
  /** A page of the dashboard, as its path and query. */
  returnTo: string | null;
  /** Whose session it was begun in (a UUID): it is finished in no other. */
  sessionId: string | null;
}

/** What was begun. */
export interface Flow extends Wish {
  /** Of this browser and this sign-in: what the provider leads back with must name it. */
  state: string;
  /** The same for what the provider signs. */
  nonce: string;
  /** Shows the provider that who exchanges the code is who asked for it (PKCE). */
  verifier: string;
  /** Milliseconds since 1970. */
  begunAt: number;
}

/** Who somebody is, as the provider says. */
export interface Provided extends ProvidedIdentity {
  isEmailVerified: boolean;
  name: string | null;
}

/** What is kept of it: an email only if the provider vouches for it. */
export function identityOf({ issuer, subject, email, isEmailVerified }: Provided): ProvidedIdentity {
  return { issuer, subject, email: isEmailVerified ? email : null };
}

/** What the provider said, good for one use. */
export interface Ticket extends Wish {
  /** Random: which ticket it is. */
  id: string;
  provided: Provided;
  /** Milliseconds since 1970. */
  issuedAt: number;
}

/** 256 random bits. */
export function randomText(): string {
  return randomBytes(32).toString('base64url');
}

export function makeFlow(wish: Wish, now: Date): Flow {
  const [state, nonce, verifier] = [randomText(), randomText(), randomText()];
  return { ...wish, state, nonce, verifier, begunAt: now.getTime() };
}

export function makeTicket(
  { purpose, invitation, returnTo, sessionId }: Wish,
  provided: Provided,
  now: Date,
): Ticket {
  return { purpose, invitation, returnTo, sessionId, id: randomText(), provided, issuedAt: now.getTime() };
}
