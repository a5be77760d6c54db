// The secret of an endpoint is replaced: first the new one signs beside the old one, then it stands last, then the old one signs no more.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade, type Done } from '#accounts/audit-log/audit-log.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { conflict } from '#platform/errors/conflict.js';
import { Clock } from '#platform/time/clock.js';
import { toEndpoint, toEndpointWithSecret } from './endpoint.reply.js';
import { EndpointSecrets } from './endpoint-secrets.service.js';
import { EndpointsRepository } from './endpoints.repository.js';
import { idOf, unknown } from './endpoints.service.js';
import { oldSecretUntil, rotated } from './rotation.js';
import type { StoredEndpoint } from './stored-endpoint.js';

@Injectable()
export class RotateSecretService {
  constructor(
    private readonly database: Database,
    private readonly repository: EndpointsRepository,
    private readonly secrets: EndpointSecrets,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
  ) {}

  /**
   * Gives an endpoint a new secret; what is returned holds the only copy of it.
   * @param overlapHours for how long the one of before signs too. 0: no longer, whatever is under way: the way out for a secret that others
   *   may know, and for a new one whose reply was lost.
   * @throws Failure UNKNOWN_ENDPOINT; ROTATION_UNDER_WAY, SECRET_KEY_NEEDED (409).
   */
  rotate(
    tenant: Tenant,
    endpointId: string,
    overlapHours: number,
    actor: Actor,
  ): Promise<Schema<'WebhookEndpointWithSecret'>> {
    return this.withLocked(tenant, endpointId, async (tx, row) => {
      const now = this.clock.now();
      if (overlapHours > 0 && oldSecretUntil(row, now) !== null) throw underWay(overlapHours);
      const made = this.secrets.make(row.id);
      const written = await this.repository.updateSecrets(
        tx,
        tenant,
        row.id,
        rotated(row, made, overlapHours, now),
      );
      const details = { name: row.name, overlapHours };
      this.note(tx, tenant, actor, { action: 'ENDPOINT_SECRET_ROTATED', target: endpointId, details });
      return toEndpointWithSecret(written, made.text, now);
    });
  }

  /**
   * Puts the signature of the new secret last, while two sign. Where it stands there already, or is alone, nothing changes.
   * @throws Failure UNKNOWN_ENDPOINT
   */
  useNew(tenant: Tenant, endpointId: string, actor: Actor): Promise<Schema<'WebhookEndpoint'>> {
    return this.withLocked(tenant, endpointId, async (tx, row) => {
      const now = this.clock.now();
      if (row.isNewSecretLast || oldSecretUntil(row, now) === null) return toEndpoint(row, now);
      const swapped = { ...row, isNewSecretLast: true };
      const written = await this.repository.updateSecrets(tx, tenant, row.id, swapped);
      const details = { name: row.name };
      this.note(tx, tenant, actor, { action: 'ENDPOINT_NEW_SECRET_USED', target: endpointId, details });
      return toEndpoint(written, now);
    });
  }

  private withLocked<T>(
    tenant: Tenant,
    endpointId: string,
    work: (tx: Tx, row: StoredEndpoint) => Promise<T>,
  ): Promise<T> {
    const id = idOf(endpointId);
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const row = await this.repository.lock(tx, tenant, id);
      if (!row) throw unknown();
      return work(tx, row);
    });
  }

  private note(tx: Tx, { merchantId, mode }: Tenant, actor: Actor, done: Omit<Done, 'merchantId'>): void {
    this.audit.note(tx, actor, { merchantId, mode, ...done });
  }
}

function underWay(overlapHours: number) {
  const message = 'must be 0 until then';
  return conflict('ROTATION_UNDER_WAY', [
    { field: 'overlapHours', yours: overlapHours, ours: null, message },
  ]);
}
