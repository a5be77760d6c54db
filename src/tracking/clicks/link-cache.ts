// Links that were followed lately: when the database is away, a visitor is still led to the shop.
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AffiliatesFacade, type LinkTarget } from '#program/affiliates/affiliates.facade.js';
import { withVisitorTimeout } from './visitor-timeout.js';

const MOST_LINKS = 10_000;
const LATE: unique symbol = Symbol('the database did not answer in time');

export interface FoundLink {
  link: LinkTarget | null;
  /** The database did not answer: this is what was known before. */
  stale: boolean;
}

@Injectable()
export class LinkCache {
  private readonly links = new LRUCache<string, LinkTarget>({ max: MOST_LINKS });

  constructor(private readonly affiliates: AffiliatesFacade) {}

  /**
   * The link behind a code, from the database; if that is away, as it was when last followed here.
   * @throws Failure SERVICE_UNAVAILABLE when the database is away and this replica never saw the code.
   */
  async find(code: string): Promise<FoundLink> {
    const known = this.links.get(code.toLowerCase());
    const asked = this.affiliates.findLink(code).then((link) => this.remember(code.toLowerCase(), link));
    if (!known) return { link: await asked, stale: false };
    const link = await withVisitorTimeout<LinkTarget | null, typeof LATE>(asked, LATE);
    return link === LATE ? { link: known, stale: true } : { link, stale: false };
  }

  private remember(code: string, link: LinkTarget | null): LinkTarget | null {
    if (link) this.links.set(code, link);
    else this.links.delete(code);
    return link;
  }
}
