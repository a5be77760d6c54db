// A machine whose clock is wrong, or is set back: nothing is lost, nothing comes sooner, and there is no storm.
import { startApp, type TestApp } from '../../support/app.js';
import { WrongClock } from '../../support/clock.js';
import { allSent } from '../../support/deliveries.js';
import type { TestMerchant } from '../../support/makers.js';
import { useReceivers, type Receiver } from '../../support/receiver.js';
import { HOUR_MS } from '#platform/time/time-units.js';

const clock = new WrongClock();
let app: TestApp;
let merchant: TestMerchant;
let shop: Receiver;
const receiver = useReceivers();
let status = 200;

beforeAll(async () => {
  app = await startApp({ environment: { WEBHOOK_ALLOW: '127.0.0.1' }, clock });
  shop = await receiver((response) => response.writeHead(status).end());
});
beforeEach(async () => {
  clock.aheadMs = 0;
  status = 200;
  shop.received.length = 0;
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

const record = async () => {
  const call = { as: merchant.test, body: app.make.order() };
  return (await app.api.expect('recordPostback', 201, call)).body.data.externalId;
};

it.each([
  ['behind', -HOUR_MS],
  ['ahead of', HOUR_MS],
])('a machine an hour %s its database tries again when it is time', async (_, aheadMs) => {
  await app.make.endpoint(merchant.test, { url: shop.url });
  clock.aheadMs = aheadMs;
  status = 500;
  await record();
  await allSent(app);
  expect(shop.received).toHaveLength(1);
  const [row] = await app.rows.query<{ seconds: number; isShown: boolean }>(
    `select extract(epoch from d.due_at - now())::float8 as seconds, a.next_try_at = d.due_at as "isShown"
     from webhook_deliveries d join webhook_attempts a on a.merchant_id = d.merchant_id and a.delivery_id = d.id where d.merchant_id = $1`,
    [merchant.id],
  );
  expect(row!.isShown).toBe(true);
  expect(row!.seconds).toBeLessThan(7);
  expect(row!.seconds).toBeGreaterThan(-600); // four to six seconds, less what this took
});

it('a clock that is set back an hour loses nothing, and sends nothing twice', async () => {
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  clock.aheadMs = HOUR_MS;
  const orders = [await record(), await record()];
  await allSent(app);
  clock.aheadMs = 0;
  orders.push(await record());
  await allSent(app);
  const bodies = shop.received.map(({ body }) => body.toString());
  expect(bodies).toHaveLength(3);
  for (const order of orders) expect(bodies.filter((body) => body.includes(order))).toHaveLength(1);
  const { events } = (await app.api.expect('listEvents', 200, { as: merchant.test, query: {} })).body.data;
  expect(events.map(({ data }) => (data as { externalId: string }).externalId)).toEqual(orders);
  const { failures } = (await app.api.expect('getEndpoint', 200, { as: merchant.test, path: { endpointId } }))
    .body.data;
  expect(failures).toBe(0);
});
