// The seam for keys: the contract knows that an operation needs one, the feature api-keys knows what one is.

/** What the contract needs to know of a caller. */
export interface KeyHolder {
  merchantId: string;
  keyId: string;
  /** What the key may do, as bits (see permissions.ts). */
  permissions: number;
}

/** A key as it was sent: read once, whatever is asked about it. */
export interface SentKey {
  /**
   * Whose it is. Rejects with Failure UNAUTHORIZED (missing, malformed, unknown, revoked: one and the same), PERMISSION_DENIED
   * (merchant locked) or SERVICE_UNAVAILABLE.
   */
  check(): Promise<KeyHolder>;

  /**
   * Whose it was when it was last looked at, however long ago, from memory; null if it was no good then, or nothing is remembered.
   * Enough to refuse a call at once, not to let one in.
   */
  lastKnown(): KeyHolder | null;
}

export abstract class KeyCheck {
  /** The key in an Authorization header, good or not. Asks nobody. */
  abstract read(authorization: string | undefined): SentKey;
}
