// What this replica knows about keys, how old that knowledge is, and when it is too old to trust. Memory only; times are
// milliseconds of the monotonic clock.
import { LRUCache } from 'lru-cache';
import { KEY_TRUST_MS, UNKNOWN_KEY_TRUST_MS } from '#platform/time/time-budget.js';
import type { KeyChanges, KeyState } from './api-keys.repository.js';

interface Known {
  state: KeyState;
  readAt: number;
}

/** Bounded: the keys used longest ago make room; of the unknown ones those that were asked for longest ago. */
export class KeyCache {
  private readonly known: LRUCache<string, Known>;
  private readonly unknown: LRUCache<string, number>;
  private changesReadAt = Number.NEGATIVE_INFINITY;

  constructor(capacity = 10_000) {
    // No time limit of its own: how long something is true depends on `changesReadAt`, and on a clock that is given.
    this.known = new LRUCache({ max: capacity });
    this.unknown = new LRUCache({ max: capacity });
  }

  /** Milliseconds since all recent changes were last read; null: not yet. */
  ageMs(now: number): number | null {
    return this.changesReadAt === Number.NEGATIVE_INFINITY ? null : now - this.changesReadAt;
  }

  /** The key's state; null: known to be unknown; undefined: ask the database. */
  get(hash: string, now: number): KeyState | null | undefined {
    const entry = this.known.get(hash);
    if (entry) {
      if (now - Math.max(entry.readAt, this.changesReadAt) > KEY_TRUST_MS) return undefined;
      return entry.state;
    }
    const unknownSince = this.unknown.peek(hash);
    return unknownSince !== undefined && now - unknownSince <= UNKNOWN_KEY_TRUST_MS ? null : undefined;
  }

  /** The key's state, too old to trust or not; null: unknown, or forgotten. */
  lastKnown(hash: string): KeyState | null {
    return this.known.peek(hash)?.state ?? null;
  }

  /** Keeps what the database said about a key (null: there is none), as of `readAt`, the moment it was asked. */
  put(hash: string, state: KeyState | null, readAt: number): void {
    if (state) {
      this.unknown.delete(hash);
      this.known.set(hash, { state, readAt });
    } else {
      this.known.delete(hash);
      this.unknown.set(hash, readAt);
    }
  }

  /** Takes in what changed of late; everything known is then as fresh as `readAt`, the moment the database was asked. */
  apply(changes: KeyChanges, readAt: number): void {
    for (const { hash, revoked } of changes.keys) {
      this.unknown.delete(hash);
      const entry = this.known.peek(hash); // being changed is not being used
      if (entry && entry.state.revoked !== revoked) entry.state = { ...entry.state, revoked };
    }
    if (changes.merchants.length > 0) this.applyMerchants(changes.merchants);
    this.changesReadAt = readAt;
  }

  private applyMerchants(merchants: KeyChanges['merchants']): void {
    const byId = new Map(merchants.map((merchant) => [merchant.id, merchant]));
    for (const entry of this.known.values()) {
      const merchant = byId.get(entry.state.merchantId);
      if (!merchant) continue;
      entry.state = { ...entry.state, merchantName: merchant.name, merchantLocked: merchant.locked };
    }
  }
}
