// Many events are sent to an endpoint again: some, all that failed, or all that it missed. A portion in each transaction, and so many in a
// call; the next call goes on where this one ended.
// Why so: docs/decisions/0032-many-events-again.md
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { BodyOf, Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import { uniqueBy } from '#platform/database/grouping.js';
import type { Tenant } from '#platform/database/tenant.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { notFound } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import type { EndpointKey } from './delivery.js';
import { PORTION, portionsOfACall } from './portions.js';
import { toWhatToRecover, type WhatToRecover } from './recovery.rules.js';
import { RecoveryRepository, type Resendable } from './recovery.repository.js';
import { toIdCursor } from './walk-cursor.js';
import { isWanted } from './wanted.js';
import { Waker } from './waker.js';

type Reply = Schema<'RecoveredDeliveries'>;
type Walked = Exclude<WhatToRecover, { kind: 'CHOSEN' }>;

@Injectable()
export class RecoverDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsFacade,
    private readonly repository: RecoveryRepository,
    private readonly waker: Waker,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
  ) {}

  /**
   * Sends them again, each once and to no effect on the endpoint's health; what waits, or has arrived since, is left.
   * @throws Failure UNKNOWN_ENDPOINT, UNKNOWN_DELIVERY; ENDPOINT_NOT_ACTIVE (409)
   */
  async recover(
    tenant: Tenant,
    endpointId: string,
    body: BodyOf<'recoverDeliveries'>,
    actor: Actor,
  ): Promise<Reply> {
    const { id } = await this.endpoints.get(this.database.inTurn(tenant), tenant, endpointId);
    const key = { merchantId: tenant.merchantId, mode: tenant.mode, endpointId: id };
    const what = toWhatToRecover(body);
    const reply =
      what.kind === 'CHOSEN'
        ? await this.chosen(key, what.deliveryIds, actor)
        : await this.walk(key, what, actor);
    if (reply.added > 0) this.waker.wake();
    return reply;
  }

  private chosen(key: EndpointKey, deliveryIds: readonly string[], actor: Actor): Promise<Reply> {
    const ids = deliveryIds.map((id) => fromPublicId('whd', id));
    return this.database.inTurn(key).transaction(async (tx) => {
      const endpoint = await this.lock(tx, key);
      if (!endpoint) throw notFound('UNKNOWN_ENDPOINT', ['endpointId']);
      refuseUnlessActive(endpoint);
      const found = await this.repository.chosen(
        tx,
        key,
        ids.filter((id) => id !== null),
      );
      const known = new Set(found.map(({ id }) => id));
      const unknown = ids.findIndex((id) => id === null || !known.has(id));
      if (unknown !== -1) throw notFound('UNKNOWN_DELIVERY', ['deliveryIds', unknown]);
      const counted = await this.add(tx, key, found);
      if (counted.added > 0) this.note(tx, key, endpoint, actor, { which: 'deliveryIds' });
      return { ...counted, cursor: null };
    });
  }

  private async walk(key: EndpointKey, { kind, since, until, walk }: Walked, actor: Actor): Promise<Reply> {
    const reply: Reply = { added: 0, notKept: 0, cursor: null };
    const asked = {
      which: kind === 'FAILED' ? 'failedSince' : 'missedSince',
      since: since.toISOString(),
      ...(until && { until: until.toISOString() }),
    };
    for (const mayBegin = portionsOfACall(this.clock); mayBegin();) {
      const found = await this.database.inTurn(key).transaction(async (tx) => {
        const endpoint = await this.lock(tx, key);
        // Paused or deleted since the first portion: what is left is left.
        if (reply.cursor !== null && endpoint?.status !== 'ACTIVE') return null;
        if (!endpoint) throw notFound('UNKNOWN_ENDPOINT', ['endpointId']);
        refuseUnlessActive(endpoint);
        const candidates = await this.next(tx, key, endpoint, kind, walk);
        const counted = await this.add(tx, key, candidates.wanted);
        if (reply.added === 0 && counted.added > 0) this.note(tx, key, endpoint, actor, asked);
        return { ...counted, last: candidates.last };
      });
      if (!found) break;
      reply.added += found.added;
      reply.notKept += found.notKept;
      if (found.last === null) return { ...reply, cursor: null };
      walk.after = found.last;
      reply.cursor = toIdCursor(kind, walk);
    }
    return reply;
  }

  /** The next portion. `last` is null where it is the last one. */
  private async next(
    tx: Tx,
    key: EndpointKey,
    endpoint: StoredEndpoint,
    kind: 'FAILED' | 'MISSED',
    walk: Walked['walk'],
  ): Promise<{ wanted: Resendable[]; last: string | null }> {
    const found =
      kind === 'FAILED'
        ? await this.repository.failed(tx, key, walk, PORTION)
        : await this.repository.events(tx, key, walk, PORTION);
    const last = found.length < PORTION ? null : found.at(-1)!.id;
    return { wanted: kind === 'FAILED' ? found : found.filter((event) => isWanted(endpoint, event)), last };
  }

  private async add(
    tx: Tx,
    key: EndpointKey,
    candidates: readonly Resendable[],
  ): Promise<Pick<Reply, 'added' | 'notKept'>> {
    // Of one event several deliveries may be named.
    const open = uniqueBy(
      candidates.filter(({ isSettled }) => !isSettled),
      ({ eventId }) => eventId,
    );
    const kept = open.filter(({ isKept }) => isKept);
    await this.repository.addAgain(tx, key, kept, this.clock.now());
    return { added: kept.length, notKept: open.length - kept.length };
  }

  /** Held for each portion, so that of two who ask at once one finds what the other has made. */
  private lock(tx: Tx, { endpointId, ...tenant }: EndpointKey): Promise<StoredEndpoint | null> {
    return this.endpoints.lock(tx, { ...tenant, id: endpointId });
  }

  private note(
    tx: Tx,
    { merchantId, mode }: EndpointKey,
    { id, name }: StoredEndpoint,
    actor: Actor,
    asked: Record<string, string>,
  ): void {
    const target = toPublicId('whe', id);
    const details = { name, ...asked };
    this.audit.note(tx, actor, { merchantId, mode, action: 'DELIVERIES_RECOVERED', target, details });
  }
}

function refuseUnlessActive({ status }: StoredEndpoint): void {
  if (status !== 'ACTIVE') throw conflict('ENDPOINT_NOT_ACTIVE', [hidden('status', 'does not allow it')]);
}
