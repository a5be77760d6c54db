// What waits for an endpoint is skipped, up to a time: for who resumes it from there, or wants nothing of before. A portion in each
// transaction, and so many in a call; the next call goes on where this one ended.
// Why so: docs/decisions/0032-many-events-again.md
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { EndpointsFacade } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { BodyOf, Schema } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { Clock } from '#platform/time/clock.js';
import { PORTION, portionsOfACall } from './portions.js';
import { toSkipWalk } from './recovery.rules.js';
import { RecoveryRepository } from './recovery.repository.js';
import { toWaitingCursor } from './walk-cursor.js';

@Injectable()
export class SkipDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsFacade,
    private readonly repository: RecoveryRepository,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure UNKNOWN_ENDPOINT */
  async skip(
    tenant: Tenant,
    endpointId: string,
    body: BodyOf<'skipDeliveries'>,
    actor: Actor,
  ): Promise<Schema<'SkippedDeliveries'>> {
    const { merchantId, mode } = tenant;
    const queryable = this.database.inTurn(tenant);
    const { id, name } = await this.endpoints.get(queryable, tenant, endpointId);
    const walk = toSkipWalk(body);
    const details = { name, ...(body.before !== undefined && { until: body.before }) };
    const done = { merchantId, mode, action: 'DELIVERIES_SKIPPED' as const, target: endpointId, details };
    const reply: Schema<'SkippedDeliveries'> = { skipped: 0, cursor: null };
    for (const mayBegin = portionsOfACall(this.clock); mayBegin();) {
      const { skipped, looked, last } = await queryable.transaction(async (tx) => {
        const portion = await this.repository.skip(tx, { merchantId, mode, endpointId: id }, walk, PORTION);
        if (reply.skipped === 0 && portion.skipped > 0) this.audit.note(tx, actor, done);
        return portion;
      });
      reply.skipped += skipped;
      if (looked < PORTION || last === null) return { ...reply, cursor: null };
      walk.after = last;
      reply.cursor = toWaitingCursor(walk);
    }
    return reply;
  }
}
