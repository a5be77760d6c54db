// Deliveries that have waited in memory are looked at again before they are sent: what a merchant changes meanwhile, or skips, counts.
import { Injectable } from '@nestjs/common';
import { EndpointsFacade } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Database } from '#platform/database/database.js';
import { Clock } from '#platform/time/clock.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import type { Item } from './lane.js';
import { sorted } from './wanted.js';

@Injectable()
export class LookAgainService {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoints: EndpointsFacade,
    private readonly clock: Clock,
  ) {}

  /**
   * Reads again what is known of them.
   * @param items of one endpoint, one at least
   * @returns those that may still be sent, to where and signed as the endpoint says now; what waits for one that is not active is given back
   * @throws what the database says; Error for a secret that does not open
   */
  async stillSendable(items: readonly Item[]): Promise<Item[]> {
    const { merchantId, mode, endpointId: id } = items[0]!.delivery;
    const deliveries = items.map(({ delivery }) => delivery);
    const ids = deliveries.map((delivery) => delivery.id);
    const knownMs = this.clock.monotonicMs();
    const queryable = this.database.failFast;
    const [endpoint, waiting] = await Promise.all([
      this.endpoints.find(queryable, { merchantId, mode, id }),
      this.deliveries.stillWaiting(queryable, { merchantId, mode }, ids),
    ]);
    if (endpoint?.status !== 'ACTIVE') {
      await this.deliveries.giveBack(queryable, { merchantId, mode }, ids);
      return [];
    }
    const { sendable, unwantedIds } = sorted(endpoint, deliveries);
    await this.deliveries.skip(queryable, { merchantId, mode }, unwantedIds);
    const secrets = this.endpoints.openSecrets(endpoint, this.clock.now());
    const still = new Set(sendable.map(({ id: sent }) => sent).filter((sent) => waiting.has(sent)));
    return items
      .filter(({ delivery }) => still.has(delivery.id))
      .map((item) => ({ ...item, endpoint, secrets, knownMs }));
  }
}
