// What an operator sees of webhooks.
import { startApp, type TestApp } from '../../../support/app.js';
import { allSent } from '../../../support/deliveries.js';
import { useReceivers } from '../../../support/receiver.js';
import { scrape } from '../../../support/scrape.js';

let app: TestApp;
const receiver = useReceivers();

beforeAll(async () => {
  app = await startApp({ environment: { WEBHOOK_ALLOW: '127.0.0.1', METRICS_PORT: '0' } });
});
afterAll(() => app.close());

it('how many wait and for how long, how tries end and how endpoints do, and no address', async () => {
  const merchant = await app.make.merchant();
  const [good, bad] = [
    await receiver((response) => response.end()),
    await receiver((response) => response.writeHead(500).end()),
  ];
  const before = await scrape(app.service.metricsPort);
  await app.make.endpoint(merchant.test, { url: good.url });
  const { endpointId } = await app.make.endpoint(merchant.test, { url: bad.url });
  for (let orders = 0; orders < 2; orders++)
    await app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
  await allSent(app);
  const seen = await scrape(app.service.metricsPort);
  const grown = (name: string, labels?: Record<string, string>) =>
    (seen.value(`refcampaign_${name}`, labels) ?? 0) - (before.value(`refcampaign_${name}`, labels) ?? 0);
  expect(grown('delivery_tries_total', { outcome: 'delivered' })).toBe(2);
  expect(grown('delivery_tries_total', { outcome: 'status' })).toBe(2);
  expect(grown('deliveries_waiting')).toBe(2);
  expect(grown('webhook_endpoints', { state: 'active' })).toBe(1);
  expect(grown('webhook_endpoints', { state: 'failing' })).toBe(1);
  expect(seen.value('refcampaign_webhook_endpoint_failures', { endpoint: endpointId })).toBe(2);
  expect(seen.value('refcampaign_deliveries_under_way')).toBe(0);
  expect(seen.text).not.toContain('127.0.0.1');
  await app.rows.query(
    `update webhook_deliveries set due_at = now() - interval '90 seconds' where merchant_id = $1 and state = 'WAITING'`,
    [merchant.id],
  );
  const late = (await scrape(app.service.metricsPort)).value('refcampaign_delivery_lag_seconds');
  expect(late).toBeGreaterThanOrEqual(90);
  expect(late).toBeLessThan(150);
});
