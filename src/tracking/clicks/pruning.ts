// Deletes what the service no longer needs, in portions: each is a transaction of its own that holds few rows for a moment, so
// that the service may run meanwhile. Never touches conversions.
import type { Database, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { lowestIdAt } from '#platform/values/ids.js';
import {
  PruneRepository,
  type Cutoff,
  type IdentityName,
  type OldClicks,
  type OldIdentities,
} from './prune.repository.js';

/** As long as the service itself heeds an identity whose session it does not know. */
const IDENTITY_DAYS = 7;

export interface PruneOptions {
  /** Count only. */
  dryRun: boolean;
  /** Rows looked at in one transaction. */
  portion: number;
  /** Before the rows of a portion, in its transaction: what it throws ends the whole. */
  before?: (tx: Tx) => Promise<void>;
  /** Between two portions. */
  rest?: () => Promise<void>;
}

/** What went, or would have. */
export interface Pruned {
  /** Clicks, and sessions without one, from before this moment. */
  clicksBefore: Date;
  identitiesBefore: Date;
  clicks: number;
  sessions: number;
  pendingIdentities: number;
}

export class Pruning {
  private readonly repository = new PruneRepository();

  constructor(
    private readonly database: Database,
    private readonly options: PruneOptions,
  ) {}

  /** All that is old of these merchants, and the identities of strangers. @param clickDays how old clicks may grow. */
  async all(merchantIds: readonly string[], now: Date, clickDays: number): Promise<Pruned> {
    const at = new Date(now.getTime() - clickDays * DAY_MS);
    const identitiesBefore = new Date(now.getTime() - IDENTITY_DAYS * DAY_MS);
    let [clicks, sessions] = [0, 0];
    for (const merchantId of merchantIds) {
      for (const mode of ['live', 'test'] as const) {
        const pruned = await this.clicks({ merchantId, mode }, { at, id: lowestIdAt(at) });
        clicks += pruned.clicks;
        sessions += pruned.sessions;
      }
    }
    const pendingIdentities = await this.identities(identitiesBefore);
    return { clicksBefore: at, identitiesBefore, clicks, sessions, pendingIdentities };
  }

  /**
   * A merchant's clicks from before the cutoff, and the sessions from before it that no click is left of. A session is a row that a
   * click made, so those of the deleted clicks are all there are to look at.
   */
  async clicks(tenant: Tenant, cutoff: Cutoff): Promise<{ clicks: number; sessions: number }> {
    const pruned = { clicks: 0, sessions: 0 };
    let after: string | null = LOWEST_UUID;
    while (after !== null) {
      const found: OldClicks = await this.clicksAfter(after, tenant, cutoff);
      pruned.clicks += found.clicks;
      pruned.sessions += found.sessions;
      after = found.last;
      if (after !== null) await this.options.rest?.();
    }
    return pruned;
  }

  /** Identities that waited for their session since before `before`, whoever sent them; returns how many. */
  async identities(before: Date): Promise<number> {
    let count = 0;
    let after: IdentityName | null = { sessionId: '', merchantId: LOWEST_UUID, mode: '' };
    while (after !== null) {
      const found: OldIdentities = await this.identitiesAfter(after, before);
      count += found.count;
      after = found.last;
      if (after !== null) await this.options.rest?.();
    }
    return count;
  }

  private clicksAfter(after: string, tenant: Tenant, cutoff: Cutoff): Promise<OldClicks> {
    const portion = { after, rows: this.options.portion };
    if (this.options.dryRun)
      return this.repository.countClicks(this.database.atOnce, tenant, cutoff, portion);
    return this.portion((tx) => this.repository.deleteClicks(tx, tenant, cutoff, portion));
  }

  private identitiesAfter(after: IdentityName, before: Date): Promise<OldIdentities> {
    const portion = { after, rows: this.options.portion };
    if (this.options.dryRun) return this.repository.countIdentities(this.database.atOnce, before, portion);
    return this.portion((tx) => this.repository.deleteIdentities(tx, before, portion));
  }

  private portion<Found>(work: (tx: Tx) => Promise<Found>): Promise<Found> {
    return this.database.transaction(async (tx) => {
      await this.options.before?.(tx);
      return work(tx);
    });
  }
}
