// What happened and has no number yet, for whoever gives the numbers.
import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { OutboxRepository, type OutboxRow } from './outbox.repository.js';

@Injectable()
export class WaitingEvents {
  constructor(
    private readonly database: Database,
    private readonly repository: OutboxRepository,
  ) {}

  /** Tenants of whom something waits, at most so many, in turns that begin behind this one. Takes no lock. */
  tenants(after: Tenant, limit: number): Promise<Tenant[]> {
    return this.repository.waiting(this.database.atOnce, after, limit);
  }

  /** Holds the tenant's feed, on all replicas together. @returns the last number; null when another has it right now. */
  hold(tx: Tx, tenant: Tenant): Promise<number | null> {
    return this.repository.hold(tx, tenant);
  }

  /** At most so many rows of a tenant whose feed is held, in the order in which it happened to each thing. */
  oldest(tx: Tx, tenant: Tenant, limit: number): Promise<OutboxRow[]> {
    return this.repository.oldest(tx, tenant, limit);
  }

  /** All of these rows has its number now, up to this one. */
  done(tx: Tx, tenant: Tenant, rows: readonly OutboxRow[], lastPosition: number): void {
    this.repository.done(
      tx,
      tenant,
      rows.map(({ id }) => id),
      lastPosition,
    );
  }

  /** How long the oldest waits, in seconds; 0 when nothing does. Fails at once when the database is away. */
  lagSeconds(): Promise<number> {
    return this.repository.lagSeconds(this.database.failFast);
  }
}
