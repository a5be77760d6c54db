// What happens just now is sent by the process that numbers it, without being looked for.
import { Webhook } from 'standardwebhooks';
import { DeliverService } from '#integrations/webhooks/deliveries/deliver.service.js';
import { SendService } from '#integrations/webhooks/deliveries/send.service.js';
import { RecordTriesService } from '#integrations/webhooks/deliveries/record-tries.service.js';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { fromPublicId, newId } from '#platform/values/ids.js';
import { DELIVERY_LEASE_MS, ENDPOINT_CHANGE_ACTS_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../support/app.js';
import { AheadClock } from '../../support/clock.js';
import { numbered } from '../../support/events.js';
import type { TestMerchant } from '../../support/makers.js';
import { useReceivers } from '../../support/receiver.js';
import { until } from '../../support/until.js';

let app: TestApp;
let merchant: TestMerchant;
const receiver = useReceivers();

const clock = new AheadClock();

beforeAll(async () => {
  app = await startApp({ environment: { WEBHOOK_ALLOW: '127.0.0.1' }, clock });
  // Nobody looks around by himself: what is sent was handed over.
  await service(DeliverService).poll.stop(1_000);
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

const service = <T>(which: new (...args: never[]) => T) => app.service.app.get(which, { strict: false });
const settled = () => service(SendService).settled();

async function record(count = 1): Promise<void> {
  const one = () => app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
  await Promise.all(Array.from({ length: count }, one));
  await numbered(app);
  await settled();
}

const states = async (endpointId: string) =>
  (await app.api.expect('listDeliveries', 200, { as: merchant.test, path: { endpointId } })).body.data.map(
    ({ state, attempts }) => ({ state, attempts }),
  );

it('an event leaves when it has its number, without anybody looking for it', async () => {
  const shop = await receiver();
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  await record(3);
  expect(shop.received).toHaveLength(3);
  expect(await states(endpointId)).toEqual(Array(3).fill({ state: 'DELIVERED', attempts: 1 }));
});

it('what a process died with before it was sent is due when its lease is over', async () => {
  const shop = await receiver();
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  const handedOver = vi.spyOn(service(DeliverService), 'handOver').mockImplementation(() => undefined);
  await record();
  expect([handedOver.mock.calls.length, shop.received.length]).toEqual([1, 0]);
  handedOver.mockRestore();
  const [row] = await app.rows.query<{ ms: number }>(
    `select extract(epoch from due_at - created_at)::float8 * 1000 as ms from webhook_deliveries where merchant_id = $1`,
    [merchant.id],
  );
  expect(row?.ms).toBeGreaterThanOrEqual(DELIVERY_LEASE_MS - 1_000);
  expect(row?.ms).toBeLessThan(DELIVERY_LEASE_MS + 10_000);
  await app.rows.query(`update webhook_deliveries set due_at = now() where merchant_id = $1`, [merchant.id]);
  await service(DeliverService).poll.tick();
  await settled();
  expect(shop.received).toHaveLength(1);
  expect(await states(endpointId)).toEqual([{ state: 'DELIVERED', attempts: 1 }]);
});

it('nothing is handed over that was not committed', async () => {
  const shop = await receiver();
  await app.make.endpoint(merchant.test, { url: shop.url });
  const handedOver = vi.spyOn(service(DeliverService), 'handOver');
  // Before the order: numbering waits for nobody.
  await app.rows.query(
    `alter table webhook_deliveries add constraint never check (event_position < 0) not valid`,
  );
  await app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
  await numbered(app); // tries, and cannot
  expect(handedOver).not.toHaveBeenCalled();
  await app.rows.query(`alter table webhook_deliveries drop constraint never`);
  await numbered(app);
  await settled();
  handedOver.mockRestore();
  expect(shop.received).toHaveLength(1);
});

it('an endpoint whose secret does not open delays no other', async () => {
  const [closed, open] = [await receiver(), await receiver()];
  const { endpointId } = await app.make.endpoint(merchant.test, { url: closed.url });
  await app.make.endpoint(merchant.test, { url: open.url });
  await app.rows.query(`update webhook_endpoints set secret = '\\x00' where id = $1`, [
    fromPublicId('whe', endpointId),
  ]);
  await record();
  expect([closed.received.length, open.received.length]).toEqual([0, 1]);
});

it('a test is answered while the tries of others go on being written down', async () => {
  const shop = await receiver();
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  const busy = await app.make.merchant();
  const outcome = {
    ...{ startedAt: new Date(), durationMs: 1, status: 200, headers: {}, body: '', isCut: false },
    ...{ failure: null, retryAfterSeconds: null },
  };
  const named = { merchantId: busy.id, mode: 'test' as const, endpointId: newId(), eventId: newId() };
  const kept = { kind: 'TEST' as const, event: 'webhook.test', campaignId: null, attempts: 0, body: '' };
  const tries = service(RecordTriesService);
  const timer = setInterval(() => {
    const delivery = { ...named, ...kept, id: newId(), createdAt: new Date() };
    void tries.record(delivery, { id: named.endpointId, failures: 0 } as StoredEndpoint, outcome);
  }, 2);
  try {
    const reply = await app.api.expect('testEndpoint', 200, { as: merchant.test, path: { endpointId } });
    expect(reply.body.data).toMatchObject({ state: 'DELIVERED', attempts: 1 });
  } finally {
    clearInterval(timer);
  }
});

it('one that is paused, or wants an order, has nothing handed over', async () => {
  const shop = await receiver();
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  await app.api.expect('updateEndpoint', 200, {
    as: merchant.test,
    path: { endpointId },
    body: { status: 'PAUSED' },
  });
  await app.make.endpoint(merchant.test, { url: shop.url, ordering: 'PER_SUBJECT' });
  await record();
  expect(shop.received).toHaveLength(0);
  await service(DeliverService).poll.tick();
  await settled();
  expect(shop.received).toHaveLength(1); // of the one that wants an order
});

describe('what waits in memory', () => {
  /** An endpoint at which four are under way, their answers held, and two wait. */
  async function busy() {
    const held: (() => void)[] = [];
    const shop = await receiver((response) => {
      if (held.length === 4) response.end();
      else held.push(() => response.end());
    });
    const { endpointId, secret } = await app.make.endpoint(merchant.test, { url: shop.url });
    for (let order = 0; order < 6; order++)
      await app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
    await numbered(app);
    await until(() => held.length === 4);
    return { ...shop, held, call: { as: merchant.test, path: { endpointId } }, endpointId, secret };
  }

  /** A second goes by, and what is under way is answered. */
  async function goOn({ held }: { held: (() => void)[] }): Promise<void> {
    clock.advance(ENDPOINT_CHANGE_ACTS_MS);
    held.forEach((answer) => answer());
    await settled();
  }

  it('stays there when the endpoint is paused, and is sent when it is resumed', async () => {
    const shop = await busy();
    await app.api.expect('updateEndpoint', 200, { ...shop.call, body: { status: 'PAUSED' } });
    await goOn(shop);
    expect(shop.received).toHaveLength(4);
    const waiting = Array(2).fill({ state: 'WAITING', attempts: 0 });
    expect((await states(shop.endpointId)).slice(0, 2)).toEqual(waiting);
    await app.api.expect('updateEndpoint', 200, { ...shop.call, body: { status: 'ACTIVE' } });
    await service(DeliverService).poll.tick();
    await settled();
    expect(await states(shop.endpointId)).toEqual(Array(6).fill({ state: 'DELIVERED', attempts: 1 }));
  });

  it('is not sent to an endpoint that is deleted', async () => {
    const shop = await busy();
    await app.api.expect('deleteEndpoint', 200, shop.call);
    await goOn(shop);
    expect(shop.received).toHaveLength(4);
  });

  it('is not sent when it is skipped', async () => {
    const shop = await busy();
    await app.api.expect('skipDeliveries', 200, { ...shop.call, body: {} });
    await goOn(shop);
    expect(shop.received).toHaveLength(4);
  });

  it('is not sent when the endpoint does not want it any more, and the log says so', async () => {
    const shop = await busy();
    await app.api.expect('updateEndpoint', 200, { ...shop.call, body: { events: ['payout.paid'] } });
    await goOn(shop);
    expect(shop.received).toHaveLength(4);
    const skipped = Array(2).fill({ state: 'SKIPPED', attempts: 0 });
    expect((await states(shop.endpointId)).slice(0, 2)).toEqual(skipped);
  });

  it('stays delivered, where another replica has sent it meanwhile, although the endpoint does not want it any more', async () => {
    const shop = await busy();
    await app.api.expect('updateEndpoint', 200, { ...shop.call, body: { events: ['payout.paid'] } });
    await app.rows.query(`update webhook_deliveries set state = 'DELIVERED' where merchant_id = $1`, [
      merchant.id,
    ]);
    await goOn(shop);
    expect(shop.received).toHaveLength(4);
    expect((await states(shop.endpointId)).map(({ state }) => state)).toEqual(Array(6).fill('DELIVERED'));
  });

  it('goes where the endpoint is now, signed by the secret of now alone', async () => {
    const [shop, moved] = [await busy(), await receiver()];
    await app.api.expect('updateEndpoint', 200, { ...shop.call, body: { url: moved.url } });
    const body = { overlapHours: 0 };
    const { secret } = (await app.api.expect('rotateEndpointSecret', 200, { ...shop.call, body })).body.data;
    await goOn(shop);
    expect([shop.received.length, moved.received.length]).toEqual([4, 2]);
    for (const { body: sent, headers } of moved.received)
      new Webhook(secret).verify(sent.toString(), headers as Record<string, string>);
  });

  it('waits on while it cannot be looked at again', async () => {
    const shop = await busy();
    const looks = vi.spyOn(service(EndpointsFacade), 'find').mockRejectedValueOnce(new Error('away'));
    await goOn(shop);
    expect(looks.mock.calls.length).toBeGreaterThan(1);
    looks.mockRestore();
    expect(await states(shop.endpointId)).toEqual(Array(6).fill({ state: 'DELIVERED', attempts: 1 }));
  });
});

it('a try that the end of this process cuts off counts for nothing, and is made again', async () => {
  const shop = await receiver(() => undefined);
  const { endpointId } = await app.make.endpoint(merchant.test, { url: shop.url });
  await app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
  await numbered(app);
  await until(() => shop.received.length === 1);
  service(SendService).close();
  await settled();
  expect(await states(endpointId)).toEqual([{ state: 'WAITING', attempts: 0 }]);
});
