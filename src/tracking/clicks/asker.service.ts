// Whoever sends a key with a visit wants to know what came of it, and is told if the link is his. Nobody is refused here for a key, and
// nobody without one waits for anything.
import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Caller } from '#accounts/merchants/caller.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import { KeyCheck, type KeyHolder } from '#platform/contract/key-check.js';
import type { Tenant } from '#platform/database/tenant.js';
import { VISITOR_PATIENCE_MS } from '#platform/time/time-budget.js';
import { withTimeout } from '#platform/time/with-timeout.js';

@Injectable()
export class AskerService {
  constructor(private readonly keys: KeyCheck) {}

  /**
   * Looks up the key that came with a request, if one did; the visit goes on meanwhile. Never rejects.
   * @returns whether it is a good one of this link's merchant and mode, known within VISITOR_PATIENCE_MS of the call; null without a key.
   */
  lookUp(request: IncomingMessage): ((link: Tenant) => Promise<boolean>) | null {
    const { authorization } = request.headers;
    if (authorization === undefined) return null;
    const holder = this.holderOf(authorization);
    return async (link) => {
      const caller = await holder;
      if (caller?.merchantId !== link.merchantId || caller.mode !== link.mode) return false;
      exchangeOf(request).caller = caller; // for the log
      return true;
    };
  }

  /** Without a database the key is taken at its last word: that the database is away is all that there is to tell then. */
  private async holderOf(authorization: string): Promise<(KeyHolder & Caller) | null> {
    const key = this.keys.read(authorization);
    const checked = key.check().catch(() => null);
    const holder = (await withTimeout(VISITOR_PATIENCE_MS, checked, null)) ?? key.lastKnown();
    return holder as (KeyHolder & Caller) | null;
  }
}
