// The seam for keys: the contract knows that an operation needs one, the feature api-keys knows what one is.

/** What the contract needs to know of a caller. */
export interface KeyHolder {
  merchantId: string;
  keyId: string;
  /** What the key may do, as bits (see permissions.ts). */
  permissions: number;
}

export abstract class KeyCheck {
  /**
   * Who the Authorization header stands for. Throws Failure UNAUTHORIZED (missing, malformed, unknown, revoked: one and the
   * same), PERMISSION_DENIED (merchant locked) or SERVICE_UNAVAILABLE.
   */
  abstract check(authorization: string | undefined): Promise<KeyHolder>;

  /**
   * Whose key it was when it was last looked at, however long ago, from memory; null if it was no good then, or nothing is remembered.
   * Enough to refuse a call at once, not to let one in.
   */
  abstract lastKnown(authorization: string | undefined): KeyHolder | null;
}
