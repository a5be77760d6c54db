// What tracking asks of affiliates: where does this code lead, and may it make clicks?
import { Injectable } from '@nestjs/common';
import { Database } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { LinksRepository, type LinkTarget } from './links.repository.js';
import { toTrackingCode } from './tracking-code.js';

export type { LinkTarget } from './links.repository.js';

/** Codes come from strangers, known or not, without a limit: together they have two connections, and not one each. */
const STRANGERS = 'strangers';

@Injectable()
export class AffiliatesFacade {
  private readonly lookUps = new GroupWriter<string, LinkTarget | null>((codes) => this.lookUp(codes), {
    patienceMs: this.database.patienceMs,
  });

  constructor(
    private readonly database: Database,
    private readonly links: LinksRepository,
  ) {}

  /**
   * The link behind a tracking code in either case, or null; nothing is asked when the text cannot be a code. Those who ask while others are
   * asked for are looked up together, in a statement that begins after they came: a code made a moment ago is found.
   * @throws Failure SERVICE_UNAVAILABLE when the database stays away, and at once when too many ask.
   */
  async findLink(code: string): Promise<LinkTarget | null> {
    const stored = toTrackingCode(code);
    return stored === null ? null : this.lookUps.submit(stored, STRANGERS);
  }

  private async lookUp(codes: readonly string[]): Promise<(LinkTarget | null)[]> {
    const found = await this.links.findTargets(this.database.failFast, [...new Set(codes)]);
    return codes.map((code) => found.get(code) ?? null);
  }
}
