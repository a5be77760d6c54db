// The TypeScript client as a receiver of webhooks: what the service sends is believed, and nothing else; by Standard Webhooks' own library too.
import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import {
  verifyWebhook,
  type ReceivedEvent,
  type WebhookMessage,
} from '../../../clients/typescript/src/index.js';
import { allSent } from '../../support/deliveries.js';
import { deliveryCases, startShop, type Case, type Shop } from '../../support/webhook-shop.js';

let shop: Shop;
let cases: Case[];

beforeAll(async () => {
  shop = await startShop();
  cases = await deliveryCases(shop);
});
afterAll(() => shop.close());

const isBelieved = (message: WebhookMessage) =>
  verifyWebhook(message).then(
    () => true,
    () => false,
  );

/** The library takes one secret. */
function isStandard({ body, headers, secrets }: Case): boolean {
  return secrets.some((secret) => {
    try {
      new Webhook(secret).verify(body, headers as Record<string, string>, { jsonParse: false });
      return true;
    } catch {
      return false;
    }
  });
}

const without = (headers: Case['headers'], pattern: RegExp) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !pattern.test(name)));

it('a delivery is believed if and only if the service has sent it so, of late, by either header and by both', async () => {
  expect(cases.filter(({ isGood }) => isGood).length).toBe(8);
  for (const { name, body, headers, secrets, isGood } of cases) {
    const by = {
      both: await isBelieved({ body, headers, secret: secrets }),
      standard: await isBelieved({ body, headers: without(headers, /^x-/), secret: secrets }),
      own: await isBelieved({ body, headers: without(headers, /^webhook-/), secret: secrets }),
    };
    expect({ name, ...by }).toEqual({ name, both: isGood, standard: isGood, own: isGood });
  }
});

it('Standard Webhooks’ own library says the same of each', () => {
  for (const one of cases) expect([one.name, isStandard(one)]).toEqual([one.name, one.isGood]);
});

it('what comes to a server of Node is handed out as the event that it is', async () => {
  const events: ReceivedEvent[] = [];
  const server = createServer((request, response) => {
    void buffer(request)
      .then((body) => verifyWebhook({ body, headers: request.headers, secret: endpoint.secret }))
      .then((event) => events.push(event))
      .finally(() => response.end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const { app, key } = shop;
  const endpoint = await app.make.endpoint(key, { url: `http://127.0.0.1:${port}/`, payload: 'FULL' });
  const recorded = await app.api.expect('recordPostback', 201, {
    as: key,
    body: app.make.order({ amount: 4990 }),
  });
  await allSent(app);
  await app.make.delivery(key, endpoint.endpointId);
  server.close();
  server.closeAllConnections();
  expect(events).toMatchObject([
    { event: 'conversion.created', mode: 'test', sequence: 1 },
    { event: 'webhook.test', data: { message: expect.any(String) as string } },
  ]);
  const [created] = events;
  if (created?.event !== 'conversion.created') throw new Error('it is another event');
  // By its name its data is a conversion's: this would not compile otherwise.
  const { conversionId, amount }: { conversionId: string; amount: number } = created.data;
  expect({ conversionId, amount }).toEqual({ conversionId: recorded.body.data.conversionId, amount: 4990 });
});

it('an endpoint that wants ids alone is told so by the types too', async () => {
  const { app, key, received } = shop;
  const { url } = (
    await app.api.expect('getEndpoint', 200, { as: key, path: { endpointId: shop.endpointId } })
  ).body.data;
  const thin = await app.make.endpoint(key, {
    url: `${url}thin`,
    payload: 'THIN',
    events: ['conversion.created'],
  });
  const recorded = await app.api.expect('recordPostback', 201, { as: key, body: app.make.order() });
  await allSent(app);
  const request = received.find(({ path }) => path === '/thin')!;
  const event = await verifyWebhook({ ...request, secret: thin.secret, payload: 'THIN' });
  const { conversionId } = recorded.body.data;
  expect(event.data).toEqual({
    conversionId,
    url: `https://go.example.com/api/v1/conversions/${conversionId}`,
  });
});
