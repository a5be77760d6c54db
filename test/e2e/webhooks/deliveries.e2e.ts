// Deliveries: what happens comes to the endpoints that want it, signed, and every try is told.
import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { DeliverService } from '#integrations/webhooks/deliveries/deliver.service.js';
import { SendService } from '#integrations/webhooks/deliveries/send.service.js';
import { fromPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { notFoundError } from '../../support/failures.js';
import { checkEvent, eventsAfter, numbered, openFeed, type Event } from '../../support/events.js';
import type { TestMerchant } from '../../support/makers.js';
import { until } from '../../support/until.js';
import { useReceivers } from '../../support/receiver.js';

let app: TestApp;
let merchant: TestMerchant;
const receiver = useReceivers();

beforeAll(async () => {
  app = await startApp({ environment: { WEBHOOK_ALLOW: '127.0.0.1' } });
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

const endpoint = (url: string, fields: Parameters<typeof app.make.endpoint>[1] = {}) =>
  app.make.endpoint(merchant.test, { url, ...fields });

async function record(fields: Parameters<typeof app.make.order>[0] = {}) {
  const reply = await app.api.expect('recordPostback', 201, {
    as: merchant.test,
    body: app.make.order(fields),
  });
  return reply.body.data;
}

const worker = () => app.service.app.get(DeliverService, { strict: false });
const sending = () => app.service.app.get(SendService, { strict: false });

/** All that happened was sent as far as it is due. */
async function sent(): Promise<void> {
  await numbered(app);
  await worker().poll.tick();
  await worker().poll.tick();
  await sending().settled();
}

/** What waits for later is due now. */
const makeDue = () => app.rows.query(`update webhook_deliveries set due_at = now() where state = 'WAITING'`);

async function deliveries(endpointId: string, query: Record<string, string> = {}) {
  const path = { endpointId };
  return (await app.api.expect('listDeliveries', 200, { as: merchant.test, path, query })).body.data;
}

const setStatus = (endpointId: string, status: 'PAUSED' | 'ACTIVE') =>
  app.api.expect('updateEndpoint', 200, { as: merchant.test, path: { endpointId }, body: { status } });

const health = async (endpointId: string) =>
  (await app.api.expect('getEndpoint', 200, { as: merchant.test, path: { endpointId } })).body.data;

describe('an event', () => {
  it('comes to the endpoint with the bytes that are read back, signed for both kinds of verifiers', async () => {
    const shop = await receiver();
    const { secret, endpointId } = await endpoint(shop.url);
    const start = await openFeed(app, merchant.test);
    await record();
    await sent();
    const [request] = shop.received;
    const text = request!.body.toString();
    const [event] = await eventsAfter(app, merchant.test, start);
    expect(JSON.parse(text)).toEqual(event);
    const headers = request!.headers as Record<string, string>;
    expect(headers).toMatchObject({ 'webhook-id': event!.id, 'content-type': 'application/json' });
    expect(new Webhook(secret).verify(text, headers)).toEqual(event);
    const [, time, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(headers['x-refcampaign-signature']!)!;
    expect(signature).toBe(createHmac('sha256', secret).update(`${time}.${text}`).digest('hex'));
    expect(await deliveries(endpointId)).toMatchObject([
      {
        event: 'conversion.created',
        eventId: event!.id,
        kind: 'EVENT',
        state: 'DELIVERED',
        attempts: 1,
        nextTryAt: null,
        lastAttempt: { status: 200, body: 'ok', failure: null, nextTryAt: null },
      },
    ]);
  });

  it('that fails is tried again with the same id and bytes, and every try is told', async () => {
    const shop = await receiver((response) => {
      response.statusCode = shop.received.length === 1 ? 500 : 200;
      response.end('later');
    });
    const { endpointId } = await endpoint(shop.url);
    await record();
    await sent();
    const [waiting] = await deliveries(endpointId, { state: 'WAITING' });
    expect(waiting).toMatchObject({
      attempts: 1,
      lastAttempt: { status: 500, failure: 'status', body: 'later' },
    });
    const { nextTryAt, startedAt } = waiting!.lastAttempt!;
    const waitMs = Date.parse(nextTryAt!) - Date.parse(startedAt);
    expect(waitMs).toBeGreaterThanOrEqual(4_000);
    expect(await health(endpointId)).toMatchObject({
      failures: 1,
      failingSince: startedAt,
      status: 'ACTIVE',
    });
    await sent();
    expect(shop.received).toHaveLength(1); // it is not due
    await makeDue();
    await sent();
    const [one, two] = shop.received;
    expect(two!.body.equals(one!.body)).toBe(true);
    expect(two!.headers['webhook-id']).toBe(one!.headers['webhook-id']);
    const path = { endpointId, deliveryId: waiting!.deliveryId };
    const { data } = (await app.api.expect('getDelivery', 200, { as: merchant.test, path })).body;
    expect(data).toMatchObject({
      state: 'DELIVERED',
      attempts: 2,
      tries: [{ status: 500 }, { status: 200 }],
    });
    expect(data.body).toBe(one!.body.toString());
    expect(await health(endpointId)).toMatchObject({ failures: 0, failingSince: null });
  });

  it('is given up after twelve tries', async () => {
    const shop = await receiver((response) => response.writeHead(503).end());
    const { endpointId } = await endpoint(shop.url);
    await record();
    for (let tries = 0; tries < 13; tries++) {
      await sent();
      await makeDue();
    }
    expect(shop.received).toHaveLength(12);
    expect(await deliveries(endpointId)).toMatchObject([{ state: 'FAILED', attempts: 12, nextTryAt: null }]);
  });

  it('that another process has taken is left to it, and sent when that one is gone', async () => {
    const shop = await receiver();
    const { endpointId } = await endpoint(shop.url);
    await setStatus(endpointId, 'PAUSED'); // nobody takes it while it is made another's
    await record();
    await numbered(app);
    await app.rows.query(
      `update webhook_deliveries set due_at = now() + interval '1 hour' where state = 'WAITING'`,
    );
    await setStatus(endpointId, 'ACTIVE');
    await sent();
    expect(shop.received).toEqual([]);
    await makeDue();
    await sent();
    expect(shop.received).toHaveLength(1);
  });
});

describe('an endpoint', () => {
  it('is told of the events and campaigns that it wants, also when it wants others by the time of the try', async () => {
    const shop = await receiver();
    const link = await app.make.link(merchant.test);
    const ofCampaign = await endpoint(`${shop.url}campaign`, { campaignIds: [link.campaignId] });
    await endpoint(`${shop.url}payouts`, { events: ['payout.created'] });
    const changing = await endpoint(`${shop.url}changing`, { events: ['conversion.created'] });
    await setStatus(changing.endpointId, 'PAUSED'); // nothing is tried before it wants others
    await record();
    await record({ affiliateCode: link.code });
    await numbered(app);
    const body = { events: ['payout.paid' as const], status: 'ACTIVE' as const };
    const path = { endpointId: changing.endpointId };
    await app.api.expect('updateEndpoint', 200, { as: merchant.test, path, body });
    await sent();
    expect(shop.received.map((request) => request.path)).toEqual(['/campaign']);
    expect(await deliveries(ofCampaign.endpointId)).toHaveLength(1);
    expect((await deliveries(changing.endpointId)).map(({ state }) => state)).toEqual(['SKIPPED', 'SKIPPED']);
  });

  it('that wants ids alone gets ids and the address of what it happened to', async () => {
    const shop = await receiver();
    await endpoint(shop.url, { payload: 'THIN' });
    const { conversionId } = await record({ metadata: { note: 'secret' } });
    await sent();
    const event = JSON.parse(shop.received[0]!.body.toString()) as { data: object };
    expect(event.data).toEqual({
      conversionId,
      url: `https://go.example.com/api/v1/conversions/${conversionId}`,
    });
  });

  it('that is paused gets nothing, and all that was kept when it goes on', async () => {
    const shop = await receiver();
    const { endpointId } = await endpoint(shop.url);
    await setStatus(endpointId, 'PAUSED');
    await record();
    await record();
    await sent();
    expect([shop.received.length, (await deliveries(endpointId)).map(({ state }) => state)]).toEqual([
      0,
      ['WAITING', 'WAITING'],
    ]);
    await setStatus(endpointId, 'ACTIVE');
    await sent();
    expect(shop.received).toHaveLength(2);
  });

  it('that answers 410 is disabled at once, others are told, and what it missed is kept', async () => {
    const [gone, other] = [await receiver((response) => response.writeHead(410).end()), await receiver()];
    const { endpointId } = await endpoint(gone.url, { events: ['conversion.created'] });
    await endpoint(other.url, { events: ['endpoint.disabled'] });
    await record();
    await sent();
    expect(await health(endpointId)).toMatchObject({ status: 'DISABLED', statusReason: 'GONE' });
    await record();
    await sent();
    expect(gone.received).toHaveLength(1);
    const event = JSON.parse(other.received[0]!.body.toString()) as Event;
    checkEvent(event);
    expect(event).toMatchObject({
      event: 'endpoint.disabled',
      data: { endpointId, statusReason: 'GONE' },
    });
    expect((await deliveries(endpointId)).map(({ state }) => state)).toEqual(['WAITING', 'WAITING']);
  });

  it('that has had nothing but failures for a day is told of to the others, as the contract says', async () => {
    const [failing, other] = [await receiver((response) => response.writeHead(500).end()), await receiver()];
    const { endpointId } = await endpoint(failing.url, { events: ['conversion.created'] });
    await endpoint(other.url, { events: ['endpoint.failing'] });
    await app.rows.query(
      `update webhook_endpoints set failures = 3, failing_since = now() - interval '25 hours' where id = $1`,
      [fromPublicId('whe', endpointId)],
    );
    await record();
    await sent();
    await sent();
    const event = JSON.parse(other.received[0]!.body.toString()) as Event;
    checkEvent(event);
    expect(event).toMatchObject({ event: 'endpoint.failing', data: { endpointId, failures: 4 } });
    expect(failing.received).toHaveLength(1);
  });

  it('that wants an order of one thing waits for the earlier event of it, and for no other', async () => {
    const shop = await receiver((response) => {
      response.statusCode = shop.received.length === 1 ? 500 : 200;
      response.end();
    });
    await endpoint(shop.url, { ordering: 'PER_SUBJECT' });
    const order = await record();
    await sent();
    const refund = { externalId: order.externalId, amount: 1, refundId: 'one' };
    await app.api.expect('refundConversion', 200, { as: merchant.test, body: refund });
    await record();
    await sent();
    const told = () =>
      shop.received.map(({ body }) => (JSON.parse(body.toString()) as { event: string }).event);
    expect(told()).toEqual(['conversion.created', 'conversion.created']);
    await makeDue();
    await sent();
    await sent();
    expect(told().slice(2)).toEqual(['conversion.created', 'conversion.refunded']);
  });

  it('is reached past all for whom something waits that is not due, or who are gone', async () => {
    await app.rows.query(
      `insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_id, event, subject_id, sequence, state, attempts, due_at, created_at)
       select gen_random_uuid(), 'test', gen_random_uuid(), gen_random_uuid(), 'EVENT', gen_random_uuid(), 'payout.paid', gen_random_uuid(), 1,
         'WAITING', 1, now() + interval '1 hour' * (i % 2), now() from generate_series(1, 600) i`,
    );
    const shop = await receiver();
    await endpoint(shop.url);
    await record();
    await sent();
    expect(shop.received).toHaveLength(1);
    await app.rows.query(`delete from webhook_deliveries where event = 'payout.paid'`);
  });

  it('that hangs delays no other', async () => {
    const [hanging, quick] = [await receiver(() => undefined), await receiver()];
    await endpoint(hanging.url);
    await endpoint(quick.url);
    await Promise.all(Array.from({ length: 20 }, () => record()));
    await numbered(app);
    await worker().poll.tick();
    await until(() => quick.received.length === 20);
    expect(hanging.received.length).toBeLessThanOrEqual(4);
    await hanging.close(); // what hangs ends
    await sending().settled();
  });
});

describe('by hand', () => {
  it('a test is sent at once, also to one that is paused, counts for nothing, and is told with its exchange', async () => {
    const shop = await receiver((response) => response.writeHead(418, { 'x-tea': 'yes' }).end('<b>no</b>'));
    const { endpointId, secret } = await endpoint(shop.url);
    const path = { endpointId };
    await app.api.expect('updateEndpoint', 200, { as: merchant.test, path, body: { status: 'PAUSED' } });
    const { data } = (await app.api.expect('testEndpoint', 200, { as: merchant.test, path })).body;
    expect(data).toMatchObject({
      kind: 'TEST',
      event: 'webhook.test',
      state: 'FAILED',
      tries: [{ status: 418, failure: 'status', body: '<b>no</b>' }],
    });
    expect(data.tries[0]!.headers['x-tea']).toBe('yes');
    expect(data.body).toBe(shop.received[0]!.body.toString());
    checkEvent(JSON.parse(data.body!) as Event);
    new Webhook(secret).verify(data.body!, shop.received[0]!.headers as Record<string, string>);
    expect(await health(endpointId)).toMatchObject({ failures: 0, status: 'PAUSED' });
  });

  it('an event is sent again with the same id and bytes, once however often it is asked for at once', async () => {
    const shop = await receiver();
    const { endpointId } = await endpoint(shop.url);
    await record();
    await sent();
    const [first] = await deliveries(endpointId);
    const path = { endpointId, deliveryId: first!.deliveryId };
    const resend = () => app.api.expect('resendDelivery', 200, { as: merchant.test, path });
    const replies = await Promise.all([resend(), resend(), resend()]);
    const ids = new Set(replies.map(({ body }) => body.data.deliveryId));
    await sent();
    const again = await deliveries(endpointId);
    expect(shop.received.length).toBe(1 + ids.size);
    expect(again.filter(({ kind }) => kind === 'RESEND')).toHaveLength(ids.size);
    for (const request of shop.received) expect(request.body.equals(shop.received[0]!.body)).toBe(true);
    expect(new Set(shop.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  it('nothing is sent again to an endpoint that is paused, nor what is not kept any more', async () => {
    const shop = await receiver();
    const { endpointId } = await endpoint(shop.url);
    await record();
    await sent();
    const [first] = await deliveries(endpointId);
    const path = { endpointId, deliveryId: first!.deliveryId };
    const refused = () => app.api.expect('resendDelivery', 409, { as: merchant.test, path });
    await setStatus(endpointId, 'PAUSED');
    expect((await refused()).body.error.reason).toBe('ENDPOINT_NOT_ACTIVE');
    await setStatus(endpointId, 'ACTIVE');
    await app.rows.query('update events set body = null');
    expect((await refused()).body.error.reason).toBe('EVENT_NOT_KEPT');
    const { data } = (await app.api.expect('getDelivery', 200, { as: merchant.test, path })).body;
    expect(data.body).toBeNull();
    expect(shop.received).toHaveLength(1);
  });
});

describe('the log', () => {
  it('is filtered by state, event and id, and paged newest first', async () => {
    const shop = await receiver();
    const { endpointId } = await endpoint(shop.url);
    for (let order = 0; order < 3; order++) await record();
    await sent();
    const all = await deliveries(endpointId);
    expect(all).toHaveLength(3);
    expect(await deliveries(endpointId, { limit: '2' })).toEqual(all.slice(0, 2));
    expect(await deliveries(endpointId, { eventId: all[1]!.eventId })).toEqual([all[1]]);
    expect(await deliveries(endpointId, { event: 'payout.paid' })).toEqual([]);
    expect(await deliveries(endpointId, { state: 'FAILED' })).toEqual([]);
    expect(await deliveries(endpointId, { eventId: 'evt_nonsense' })).toEqual([]);
    const query = { state: 'LOST' };
    const reply = await app.api.expect('listDeliveries', 422, {
      as: merchant.test,
      path: { endpointId },
      query,
    });
    expect(reply.body.error.details[0]!.path).toEqual(['state']);
  });

  it("another merchant's endpoint and delivery are one and the same 404, whatever is asked of them", async () => {
    const shop = await receiver();
    const { endpointId } = await endpoint(shop.url);
    await record();
    await sent();
    const deliveryId = (await deliveries(endpointId))[0]!.deliveryId;
    const { test: as } = await app.make.merchant();
    const path = { endpointId, deliveryId };
    const ofEndpoint = notFoundError('UNKNOWN_ENDPOINT', 'endpointId');
    const ofDelivery = notFoundError('UNKNOWN_DELIVERY', 'deliveryId');
    expect(
      (await app.api.expect('listDeliveries', 404, { as, path: { endpointId } })).body.error,
    ).toMatchObject(ofEndpoint);
    expect(
      (await app.api.expect('testEndpoint', 404, { as, path: { endpointId } })).body.error,
    ).toMatchObject(ofEndpoint);
    expect((await app.api.expect('getDelivery', 404, { as, path })).body.error).toMatchObject(ofDelivery);
    expect((await app.api.expect('resendDelivery', 404, { as, path })).body.error).toMatchObject(ofDelivery);
    const elsewhere = await endpoint(`${shop.url}other`);
    const wrong = { endpointId: elsewhere.endpointId, deliveryId };
    await app.api.expect('getDelivery', 404, { as: merchant.test, path: wrong });
    await app.api.expect('getDelivery', 404, {
      as: merchant.test,
      path: { endpointId: 'x', deliveryId: 'y' },
    });
    expect(shop.received).toHaveLength(1);
  });
});
