// Erases a person from one merchant's rows: the evidence goes, the money stays. Any number of times, in portions
// that each hold few rows for a moment, so that the service may run meanwhile.
import { randomUUID } from 'node:crypto';
import type { Clock } from '#platform/time/clock.js';
import { AwaitingRepository } from '#conversions/recording/awaiting.repository.js';
import type { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { ErasureRepository, type Subject, type Scope } from './erasure.repository.js';

export interface Erased {
  /** Whose evidence was blanked. */
  conversions: number;
  /** Rows that said who was a customer's first, or where one was first credited: they name nobody now. */
  firsts: number;
  /** That belong to no email any more. */
  sessions: number;
  pendingIdentities: number;
}

export interface ErasureOptions {
  /** Count only. */
  dryRun: boolean;
  /** Rows looked at in one transaction. */
  portion: number;
}

export class Erasure {
  private readonly repository: ErasureRepository;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly options: ErasureOptions,
  ) {
    this.repository = new ErasureRepository(new AwaitingRepository());
  }

  /** @param subjects all of one person. Identities first: then nothing new is attributed by what is about to go. */
  async erase(scope: Scope, subjects: readonly Subject[]): Promise<Erased> {
    const erased = { conversions: 0, firsts: 0, sessions: 0, pendingIdentities: 0 };
    const tenants = scope.modes.map((mode) => ({ merchantId: scope.merchantId, mode }));
    for (const { kind, value } of subjects) {
      if (kind !== 'EMAIL') continue;
      erased.pendingIdentities += await this.pending(scope, value);
      for (const tenant of tenants) erased.sessions += await this.sessions(tenant, value);
    }
    for (const tenant of tenants) {
      erased.conversions += await this.conversions(tenant, subjects);
      for (const subject of subjects) erased.firsts += await this.firsts(tenant, subject);
    }
    return erased;
  }

  private async conversions(tenant: Tenant, subjects: readonly Subject[]): Promise<number> {
    let count = 0;
    let after: string | null = LOWEST_UUID;
    while (after !== null) {
      const found = await this.repository.conversionsAfter(
        this.database.atOnce,
        tenant,
        subjects,
        after,
        this.options.portion,
      );
      count += await this.blank(tenant, subjects, found.hits);
      after = found.last;
    }
    return count;
  }

  private async blank(tenant: Tenant, subjects: readonly Subject[], ids: string[]): Promise<number> {
    if (this.options.dryRun || ids.length === 0) return ids.length;
    return this.database.transaction((tx) =>
      this.repository.eraseConversions(tx, tenant, subjects, ids, this.clock.now()),
    );
  }

  private async firsts(tenant: Tenant, subject: Subject): Promise<number> {
    if (this.options.dryRun) return this.repository.countFirsts(this.database.atOnce, tenant, subject);
    const nameless = `erased:${randomUUID()}`;
    return this.database.transaction((tx) => this.repository.eraseFirsts(tx, tenant, subject, nameless));
  }

  private async sessions(tenant: Tenant, emailHash: string): Promise<number> {
    if (this.options.dryRun) return this.repository.countSessions(this.database.atOnce, tenant, emailHash);
    let count = 0;
    for (;;) {
      const { portion } = this.options;
      const some = await this.database.transaction((tx) =>
        this.repository.eraseSessions(tx, tenant, emailHash, portion),
      );
      count += some;
      if (some < portion) return count;
    }
  }

  private async pending(scope: Scope, emailHash: string): Promise<number> {
    const { portion, dryRun } = this.options;
    let count = 0;
    let after: string[] | null = ['', LOWEST_UUID, ''];
    while (after !== null) {
      const from: string[] = after;
      const found = await this.database.transaction((tx) =>
        this.repository.pendingAfter(tx, scope, emailHash, from, portion, dryRun),
      );
      count += found.count;
      after = found.last;
    }
    return count;
  }
}
