// What an operator can see of webhooks: how many wait and for how long, how tries end, and how endpoints do.
import type { Reading, Readings } from './asked-gauge.js';
import type { Figures } from './figures.js';

/** Of a try, which ends after 15. */
const TRY_SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];

export class WebhookMetrics {
  private readonly waiting;
  private readonly underWay;
  private readonly lag;
  private readonly tries;
  private readonly trySeconds;
  private readonly endpoints;
  private readonly endpointFailures;

  constructor(figures: Figures) {
    this.waiting = figures.gauge(
      'deliveries_waiting',
      'Webhook deliveries that are, or will be, tried, in the whole database.',
    );
    this.underWay = figures.gauge('deliveries_under_way', 'Webhooks being sent.');
    this.lag = figures.gauge(
      'delivery_lag_seconds',
      'How long the most overdue webhook delivery has been due, in the whole database.',
    );
    this.tries = figures.counter('delivery_tries_total', 'Webhooks sent, by how that ended.', ['outcome']);
    this.trySeconds = figures.histogram(
      'delivery_try_seconds',
      'Time from sending a webhook to the end of its reply, or until it was given up.',
      TRY_SECONDS,
    );
    this.endpoints = figures.gauge(
      'webhook_endpoints',
      'Webhook endpoints in the whole database, by state.',
      ['state'],
    );
    this.endpointFailures = figures.gauge(
      'webhook_endpoint_failures',
      'Tries that have failed since one succeeded, of endpoints that fail.',
      ['endpoint'],
    );
  }

  /** A try ended. @param failure its class, of a few words of ours; null: it was delivered. */
  tried(failure: string | null, seconds: number): void {
    this.tries.inc({ outcome: failure ?? 'delivered' });
    this.trySeconds.observe(seconds);
  }

  /** Says how to ask how many are being sent. */
  watchUnderWay(count: Reading): void {
    this.underWay.watch({}, count);
  }

  /** Says how to ask how many wait, and how long the most overdue one has been due, in seconds. */
  watchWaiting({ count, lagSeconds }: { count: Reading; lagSeconds: Reading }): void {
    this.waiting.watch({}, count);
    this.lag.watch({}, lagSeconds);
  }

  /** Says how to ask how many endpoints there are by state, and how often those that fail have failed, by their public ids. */
  watchEndpoints({ byState, failures }: { byState: Readings; failures: Readings }): void {
    this.endpoints.watchAll('state', byState);
    this.endpointFailures.watchAll('endpoint', failures);
  }
}
