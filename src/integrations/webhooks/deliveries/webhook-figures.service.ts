// Says how to ask for the figures of webhooks that are in the database.
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { EndpointsFacade } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Database } from '#platform/database/database.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { toPublicId } from '#platform/values/ids.js';
import { WaitingDeliveriesRepository } from './waiting-deliveries.repository.js';

/** More are counted as so many: a scrape must stay cheap. */
const MOST_WAITING = 100_000;
/** Endpoints with something waiting that a scrape looks at. */
const LOOKED_AT = 1_000;
/** Those that fail for longest: each has a series of its own. */
const SHOWN_FAILING = 100;

@Injectable()
export class WebhookFiguresService implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingDeliveriesRepository,
    private readonly endpoints: EndpointsFacade,
    private readonly metrics: Metrics,
  ) {}

  onApplicationBootstrap(): void {
    const { failFast } = this.database;
    this.metrics.webhooks.watchWaiting({
      count: () => this.waiting.countWaiting(failFast, MOST_WAITING),
      lagSeconds: () => this.lagSeconds(),
    });
    this.metrics.webhooks.watchEndpoints({
      byState: () => this.endpoints.countByState(failFast),
      failures: () => this.failures(),
    });
  }

  private async lagSeconds(): Promise<number> {
    const first = { merchantId: LOWEST_UUID, mode: 'live' as const, endpointId: LOWEST_UUID };
    const { due } = await this.waiting.dueEndpoints(this.database.failFast, first, LOOKED_AT);
    return Math.max(0, ...due.map(({ lateSeconds }) => lateSeconds));
  }

  private async failures(): Promise<Record<string, number>> {
    const failing = await this.endpoints.failing(this.database.failFast, SHOWN_FAILING);
    return Object.fromEntries(failing.map(({ id, failures }) => [toPublicId('whe', id), failures]));
  }
}
