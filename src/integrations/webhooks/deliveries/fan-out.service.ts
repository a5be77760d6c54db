// Events become deliveries, one for each endpoint that wants it, in the transaction that gives them their numbers. Those that can leave at once
// are written as taken and sent by this process when that is committed: nobody has to look for them. What a paused or disabled endpoint
// wants is kept for it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NumberEventsService, type StoredEvent } from '#integrations/events/number-events.service.js';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { Clock } from '#platform/time/clock.js';
import { DELIVERY_LEASE_MS } from '#platform/time/time-budget.js';
import { newId } from '#platform/values/ids.js';
import { DeliverService } from './deliver.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { NewDelivery } from './delivery.js';
import { SendService } from './send.service.js';
import { isWanted } from './wanted.js';

@Injectable()
export class FanOutService implements OnModuleInit {
  constructor(
    private readonly numbers: NumberEventsService,
    private readonly endpoints: EndpointsFacade,
    private readonly deliveries: DeliveriesRepository,
    private readonly sending: SendService,
    private readonly deliver: DeliverService,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.numbers.listen((tx, tenant, events) => this.fanOut(tx, tenant, events));
  }

  private async fanOut(tx: Tx, tenant: Tenant, events: readonly StoredEvent[]): Promise<() => void> {
    const { until } = this.sending;
    const [endpoints, createdAt] = [await this.endpoints.listOf(tx, tenant), this.clock.now()];
    const lots = endpoints.map((endpoint) => {
      const wanted = events.filter((event) => isWanted(endpoint, event));
      const room = this.roomFor(endpoint);
      const made = wanted.map((event, at) => toNew(endpoint, event, createdAt, at < room));
      return { endpoint, made };
    });
    this.deliveries.addAll(
      tx,
      tenant,
      lots.flatMap(({ made }) => made),
      DELIVERY_LEASE_MS,
    );
    return () => {
      for (const { endpoint, made } of lots)
        this.deliver.handOver(
          endpoint,
          made.filter(({ isTaken }) => isTaken),
          until,
        );
    };
  }

  /** Where the order counts, nothing goes past what waits. */
  private roomFor(endpoint: StoredEndpoint): number {
    if (endpoint.status !== 'ACTIVE' || endpoint.ordering !== 'NONE') return 0;
    return this.sending.roomForNew({ ...endpoint, endpointId: endpoint.id });
  }
}

function toNew(
  { merchantId, mode, id: endpointId }: StoredEndpoint,
  { id: eventId, event, position, subjectId, sequence, campaignId, body }: StoredEvent,
  createdAt: Date,
  isTaken: boolean,
): NewDelivery {
  const kept = {
    id: newId(),
    kind: 'EVENT' as const,
    event,
    eventId,
    campaignId,
    attempts: 0,
    body,
    createdAt,
  };
  return { merchantId, mode, endpointId, ...kept, position, subjectId, sequence, isTaken };
}
