// Links that were followed lately: when the database is away, a visitor is still led to the shop.
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { AffiliatesLookup, type LinkTarget } from '../affiliates/affiliates.lookup.js';
import { isOutage } from '../database/database-errors.js';

const MOST_LINKS = 10_000;
/** How long a visitor waits for the database before an older answer must do, in milliseconds. */
const PATIENCE_MS = 1000;
const LATE: unique symbol = Symbol('the database did not answer in time');

export interface FoundLink {
  link: LinkTarget | null;
  /** The database did not answer: this is what was known before. */
  stale: boolean;
}

@Injectable()
export class LinkCache {
  private readonly links = new Map<string, LinkTarget>();

  constructor(private readonly affiliates: AffiliatesLookup) {}

  /**
   * The link behind a code, from the database; if that is away, as it was when last followed here.
   * @throws Failure SERVICE_UNAVAILABLE when the database is away and this replica never saw the code.
   */
  async find(code: string): Promise<FoundLink> {
    const known = this.links.get(code.toLowerCase());
    const asked = this.affiliates.findLink(code).then((link) => this.remember(code.toLowerCase(), link));
    if (!known) return { link: await asked, stale: false };
    const impatience = new AbortController();
    const late: Promise<typeof LATE> = sleep(PATIENCE_MS, LATE, {
      signal: impatience.signal,
      ref: false,
    }).catch(() => LATE);
    try {
      const link = await Promise.race([asked, late]);
      return link === LATE ? { link: known, stale: true } : { link, stale: false };
    } catch (error) {
      if (!isOutage(error)) throw error;
      return { link: known, stale: true };
    } finally {
      impatience.abort();
      asked.catch(() => undefined); // nobody waits for it any more
    }
  }

  private remember(code: string, link: LinkTarget | null): LinkTarget | null {
    this.links.delete(code);
    if (link) this.links.set(code, link);
    if (this.links.size > MOST_LINKS) {
      const oldest = this.links.keys().next();
      if (!oldest.done) this.links.delete(oldest.value);
    }
    return link;
  }
}
