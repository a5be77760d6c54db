// The services of webhooks, put together for a command: on a database, without the rest of the service. What a command adds is sent by the
// service; what it tests, it sends itself.
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { AuditLogRepository } from '#accounts/audit-log/audit-log.repository.js';
import { DeliveriesRepository } from '#integrations/webhooks/deliveries/deliveries.repository.js';
import { DeliveryLogRepository } from '#integrations/webhooks/deliveries/delivery-log.repository.js';
import { LookAgainService } from '#integrations/webhooks/deliveries/look-again.service.js';
import { ReadDeliveriesService } from '#integrations/webhooks/deliveries/read-deliveries.service.js';
import { RecordTriesService } from '#integrations/webhooks/deliveries/record-tries.service.js';
import { RecoverDeliveriesService } from '#integrations/webhooks/deliveries/recover-deliveries.service.js';
import { RecoveryRepository } from '#integrations/webhooks/deliveries/recovery.repository.js';
import { SendByHandService } from '#integrations/webhooks/deliveries/send-by-hand.service.js';
import { SendService } from '#integrations/webhooks/deliveries/send.service.js';
import { EndpointFiguresRepository } from '#integrations/webhooks/endpoints/endpoint-figures.repository.js';
import { EndpointSecrets } from '#integrations/webhooks/endpoints/endpoint-secrets.service.js';
import { EndpointsFacade } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { EndpointsRepository } from '#integrations/webhooks/endpoints/endpoints.repository.js';
import { AddressGuard } from '#integrations/webhooks/sending/address-guard.js';
import { Sender } from '#integrations/webhooks/sending/sender.js';
import type { Config } from '#config.js';
import type { Database } from '#platform/database/database.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { OutboxRepository } from '#platform/events/outbox.repository.js';
import type { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { SecretBox } from '#platform/secrets/secret-box.js';
import { SystemClock } from '#platform/time/clock.js';

export interface WebhookServices {
  database: Database;
  endpoints: EndpointsFacade;
  log: DeliveryLogRepository;
  byHand: SendByHandService;
  recovering: RecoverDeliveriesService;
  /** Lets go of connections to receivers. */
  close: () => void;
}

/** Does the work with these, and lets go of them. */
export type OnWebhooks = <Result>(work: (services: WebhookServices) => Promise<Result>) => Promise<Result>;

export function webhookServicesOf(database: Database, config: Config, log: Log): WebhookServices {
  const clock = new SystemClock();
  const secrets = new EndpointSecrets(new SecretBox(config));
  const endpoints = new EndpointsFacade(new EndpointsRepository(), secrets, new EndpointFiguresRepository());
  const outbox = new EventOutbox(database, new OutboxRepository(), log, clock);
  const underWay = new DeliveriesRepository();
  const tries = new RecordTriesService(database, underWay, endpoints, outbox, log, clock);
  const again = new LookAgainService(database, underWay, endpoints, clock);
  const sender = new Sender({ guard: AddressGuard.of(config), clock });
  const sending = new SendService(endpoints, tries, again, sender, config, new Metrics(), clock);
  const deliveries = new DeliveryLogRepository();
  const reading = new ReadDeliveriesService(database, endpoints, deliveries, config);
  const audit = new AuditLogFacade(new AuditLogRepository(), clock);
  const waker = { wake: () => undefined }; // the service looks by itself
  return {
    database,
    endpoints,
    log: deliveries,
    byHand: new SendByHandService(database, endpoints, deliveries, reading, waker, sending, clock),
    recovering: new RecoverDeliveriesService(
      database,
      endpoints,
      new RecoveryRepository(),
      waker,
      audit,
      clock,
    ),
    close: () => sending.close(),
  };
}
