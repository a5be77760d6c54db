// What tracking asks of affiliates: where does this code lead, and may it make clicks?
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/database.js';
import { LinksRepository, type LinkTarget } from './links.repository.js';
import { toTrackingCode } from './tracking-code.js';

export type { LinkTarget } from './links.repository.js';

@Injectable()
export class AffiliatesFacade {
  constructor(
    private readonly database: Database,
    private readonly links: LinksRepository,
  ) {}

  /** The link behind a tracking code in either case, in one statement (none when the text cannot be a code); or null. */
  async findLink(code: string): Promise<LinkTarget | null> {
    const stored = toTrackingCode(code);
    return stored === null ? null : this.links.findTarget(this.database.atOnce, stored);
  }
}
