// Events become deliveries, one for each endpoint that wants it, in the transaction that gives them their numbers. What a paused or disabled
// endpoint wants is kept for it.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NumberEventsService } from '#integrations/events/number-events.service.js';
import { EndpointsFacade } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Clock } from '#platform/time/clock.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { isWanted } from './wanted.js';

@Injectable()
export class FanOutService implements OnModuleInit {
  constructor(
    private readonly numbers: NumberEventsService,
    private readonly endpoints: EndpointsFacade,
    private readonly deliveries: DeliveriesRepository,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.numbers.listen(async (tx, tenant, events) => {
      const endpoints = await this.endpoints.listOf(tx, tenant);
      const wanted = endpoints.flatMap((endpoint) =>
        events
          .filter((event) => isWanted(endpoint, event))
          .map((event) => ({ endpointId: endpoint.id, event })),
      );
      this.deliveries.addAll(tx, tenant, wanted, this.clock.now());
    });
  }
}
