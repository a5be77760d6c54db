// The seam for people: the contract knows where a session does and what a call needs to be allowed, accounts/sessions knows whose it is.
import type { IncomingHttpHeaders } from 'node:http';

/** A person who signed in, as the contract needs to know them. */
export interface SignedIn {
  /** UUID. */
  personId: string;
  /** UUID. */
  sessionId: string;
  /** When they last said who they are: by signing in, or again. */
  confirmedAt: Date;
}

/** For so long it is believed to be still the same person. */
export const CONFIRMED_FOR_MS = 10 * 60_000;

export function isConfirmed({ confirmedAt }: SignedIn, now: Date): boolean {
  return now.getTime() - confirmedAt.getTime() <= CONFIRMED_FOR_MS;
}

/** A person who calls for a merchant: as good as a key, within what the role allows. */
export interface Member {
  merchantId: string;
  keyId: null;
  personId: string;
  /** What the role may do, as bits (see permissions.ts). */
  permissions: number;
}

export abstract class SessionCheck<Person extends SignedIn = SignedIn> {
  /** The session's token among the cookies; null where there is none, or nothing that could be one. */
  abstract tokenIn(headers: IncomingHttpHeaders, isSecure: boolean): string | null;

  /**
   * Whose session it is.
   * @throws Failure NO_SESSION (unknown, ended, too old: one and the same) or SERVICE_UNAVAILABLE.
   */
  abstract check(token: string): Promise<Person>;

  /**
   * Who calls for the merchant and the mode that the headers name.
   * @throws Failure NOT_A_MEMBER (no merchant or mode named, unknown, somebody else's: one and the same) or MERCHANT_LOCKED.
   */
  abstract memberOf(person: Person, headers: IncomingHttpHeaders): Member;
}
