// What deliveries ask of endpoints: which there are, and what signs.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { EndpointSecrets } from './endpoint-secrets.service.js';
import { EndpointFiguresRepository } from './endpoint-figures.repository.js';
import type { EndpointState } from './endpoint.fields.js';
import { EndpointsRepository } from './endpoints.repository.js';
import { idOf, unknown } from './endpoints.service.js';
import type { StoredEndpoint } from './stored-endpoint.js';

export type { StoredEndpoint } from './stored-endpoint.js';

@Injectable()
export class EndpointsFacade {
  constructor(
    private readonly repository: EndpointsRepository,
    private readonly secrets: EndpointSecrets,
    private readonly figures: EndpointFiguresRepository,
  ) {}

  /** All of a merchant and mode, whatever their state, oldest first. */
  listOf(queryable: Queryable, tenant: Tenant): Promise<StoredEndpoint[]> {
    return this.repository.list(queryable, tenant);
  }

  /** The one with this id (a UUID); null once it was deleted. */
  find(queryable: Queryable, key: Tenant & { id: string }): Promise<StoredEndpoint | null> {
    return this.repository.find(queryable, key, key.id);
  }

  /** By its public id. @throws Failure UNKNOWN_ENDPOINT */
  async get(queryable: Queryable, tenant: Tenant, endpointId: string): Promise<StoredEndpoint> {
    const endpoint = await this.repository.find(queryable, tenant, idOf(endpointId));
    if (!endpoint) throw unknown();
    return endpoint;
  }

  /** The same as find(), and keeps everybody else from changing it until the transaction ends. */
  lock(tx: Tx, key: Tenant & { id: string }): Promise<StoredEndpoint | null> {
    return this.repository.lock(tx, key, key.id);
  }

  /** Writes how an endpoint does that the transaction has locked. */
  writeHealth(tx: Tx, key: Tenant & { id: string }, health: EndpointState): Promise<void> {
    return this.repository.updateHealth(tx, key, key.id, health);
  }

  /** How many there are, of everybody: `active`, `failing` (active, but the last try failed), `paused`, `disabled`. */
  countByState(queryable: Queryable): Promise<Record<string, number>> {
    return this.figures.countByState(queryable);
  }

  /** Those of everybody that fail and are not disabled yet, longest first: their ids (UUIDs), and tries that have failed since one succeeded. */
  failing(queryable: Queryable, limit: number): Promise<{ id: string; failures: number }[]> {
    return this.figures.failing(queryable, limit);
  }

  /**
   * The secrets that sign at this moment (one, or two during a rotation), in the order in which their signatures stand.
   * @throws SecretKeyMissing; Error for one that is damaged.
   */
  openSecrets(endpoint: StoredEndpoint, now: Date): string[] {
    return this.secrets.open(endpoint, now);
  }
}
