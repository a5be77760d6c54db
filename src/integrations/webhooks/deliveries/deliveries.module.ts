// Deliveries: made of events, sent, and written down.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { EventsModule } from '#integrations/events/events.module.js';
import { EndpointsModule } from '#integrations/webhooks/endpoints/endpoints.module.js';
import { AddressGuard } from '#integrations/webhooks/sending/address-guard.js';
import { Sender } from '#integrations/webhooks/sending/sender.js';
import { Config } from '#config.js';
import { Clock } from '#platform/time/clock.js';
import { DeliverService } from './deliver.service.js';
import { DeliveriesController } from './deliveries.controller.js';
import { DeliveryLogRepository } from './delivery-log.repository.js';
import { ReadDeliveriesService } from './read-deliveries.service.js';
import { SendByHandService } from './send-by-hand.service.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { FanOutService } from './fan-out.service.js';
import { LookAgainService } from './look-again.service.js';
import { SendService } from './send.service.js';
import { WaitingDeliveriesRepository } from './waiting-deliveries.repository.js';
import { WebhookFiguresService } from './webhook-figures.service.js';
import { RecordTriesService } from './record-tries.service.js';
import { RecoverDeliveriesService } from './recover-deliveries.service.js';
import { RecoveryRepository } from './recovery.repository.js';
import { SkipDeliveriesService } from './skip-deliveries.service.js';
import { Waker } from './waker.js';

@Module({
  imports: [AuditLogModule, EventsModule, EndpointsModule],
  controllers: [DeliveriesController],
  providers: [
    {
      provide: Sender,
      useFactory: (config: Config, clock: Clock) => new Sender({ guard: AddressGuard.of(config), clock }),
      inject: [Config, Clock],
    },
    WaitingDeliveriesRepository,
    DeliveriesRepository,
    FanOutService,
    RecordTriesService,
    LookAgainService,
    SendService,
    DeliverService,
    { provide: Waker, useExisting: DeliverService },
    DeliveryLogRepository,
    ReadDeliveriesService,
    SendByHandService,
    WebhookFiguresService,
    RecoveryRepository,
    RecoverDeliveriesService,
    SkipDeliveriesService,
  ],
})
export class DeliveriesModule {}
