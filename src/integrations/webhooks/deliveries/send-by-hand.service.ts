// What somebody sends by hand: a test, and an event again. Each is tried once and counts for nothing.
import { Injectable } from '@nestjs/common';
import { EndpointsFacade } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { serviceVersion } from '#platform/contract/version.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { Turns } from '#platform/database/turns.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Clock } from '#platform/time/clock.js';
import { DELIVERY_LEASE_MS } from '#platform/time/time-budget.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import type { DeliveryState, TakenDelivery } from './delivery.js';
import { DeliveryLogRepository } from './delivery-log.repository.js';
import { ReadDeliveriesService } from './read-deliveries.service.js';
import { SendService } from './send.service.js';
import { Waker } from './waker.js';

/** Tests of one merchant under way at once: who presses the button again and again waits for himself. */
const TESTS_AT_ONCE = 2;

@Injectable()
export class SendByHandService {
  private readonly places = new Turns({ each: TESTS_AT_ONCE });

  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsFacade,
    private readonly log: DeliveryLogRepository,
    private readonly reading: ReadDeliveriesService,
    private readonly waker: Waker,
    private readonly sending: SendService,
    private readonly clock: Clock,
  ) {}

  /** Sends a test and waits for what comes back. @throws Failure UNKNOWN_ENDPOINT */
  async test(tenant: Tenant, endpointId: string): Promise<Schema<'WholeDelivery'>> {
    const endpoint = await this.endpoints.get(this.database.inTurn(tenant), tenant, endpointId);
    const delivery = await this.write(tenant, endpoint.id, newId(), 'WAITING');
    await this.places.hold(tenant.merchantId, () => this.sending.sendNow(delivery, endpoint));
    return this.reading.get(tenant, endpointId, toPublicId('whd', delivery.id));
  }

  /** Writes a test that nobody sends, to be looked at and sent again. @param id of the delivery, a UUID. @throws Failure UNKNOWN_ENDPOINT */
  async keepUnsent(tenant: Tenant, endpointId: string, id: string): Promise<void> {
    const endpoint = await this.endpoints.get(this.database.inTurn(tenant), tenant, endpointId);
    await this.write(tenant, endpoint.id, id, 'SKIPPED');
  }

  /** @throws Failure UNKNOWN_DELIVERY; ENDPOINT_NOT_ACTIVE, EVENT_NOT_KEPT (409) */
  async resend(tenant: Tenant, endpointId: string, deliveryId: string): Promise<Schema<'WholeDelivery'>> {
    const id = await this.database.inTurn(tenant).transaction(async (tx) => {
      const { key, delivery } = await this.reading.find(tx, tenant, endpointId, deliveryId);
      // Held, so that of two who ask at once one finds what the other has made.
      const endpoint = await this.endpoints.lock(tx, { ...tenant, id: key.endpointId });
      if (endpoint?.status !== 'ACTIVE')
        throw conflict('ENDPOINT_NOT_ACTIVE', [hidden('status', 'does not allow it')]);
      if (delivery.body === null)
        throw conflict('EVENT_NOT_KEPT', [hidden('eventId', 'is not kept any more')]);
      const known = await this.log.findResent(tx, key, delivery);
      if (known) return known;
      const [made, now] = [newId(), this.clock.now()];
      const ownBody = delivery.event_position === null ? delivery.body : null;
      await this.log.insert(
        tx,
        key,
        made,
        { ...delivery, kind: 'RESEND' },
        { ownBody, dueAt: now, createdAt: now },
      );
      return made;
    });
    this.waker.wake();
    return this.reading.get(tenant, endpointId, toPublicId('whd', id));
  }

  private async write(
    tenant: Tenant,
    endpointId: string,
    id: string,
    state: DeliveryState,
  ): Promise<TakenDelivery & { body: string }> {
    const { merchantId, mode } = tenant;
    const [key, eventId, now] = [{ merchantId, mode, endpointId }, newId(), this.clock.now()];
    const named = { kind: 'TEST' as const, event: 'webhook.test' };
    const body = testBody(toPublicId('evt', eventId), mode, now);
    // Nobody else tries it: this call has it until long after it has ended.
    const dueAt = new Date(now.getTime() + DELIVERY_LEASE_MS);
    const event = { ...named, event_position: null, event_id: eventId, subject_id: eventId };
    const ofNobody = { ...event, sequence: 1, campaign_id: null };
    const written = { ownBody: body, dueAt, createdAt: now, state };
    await this.database.inTurn(tenant).transaction((tx) => this.log.insert(tx, key, id, ofNobody, written));
    return { ...key, ...named, id, eventId, campaignId: null, attempts: 0, body, createdAt: now };
  }
}

function testBody(id: string, mode: Tenant['mode'], now: Date): string {
  return JSON.stringify({
    event: 'webhook.test',
    data: { message: 'This is a test. Nothing happened.' },
    timestamp: now.toISOString(),
    idempotencyKey: `webhook.test:event:${id}`,
    id,
    sequence: 1,
    mode,
    apiVersion: serviceVersion,
    details: {},
  } satisfies Schema<'Event'>);
}
