// recoverDeliveries and skipDeliveries: many events are sent again, each once, or not at all any more.
import { Webhook } from 'standardwebhooks';
import type { components } from '#generated/schema.js';
import { toIdCursor } from '#integrations/webhooks/deliveries/walk-cursor.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { fromPublicId, newId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { allSent, told } from '../../support/deliveries.js';
import { numbered, openFeed } from '../../support/events.js';
import { notFoundError } from '../../support/failures.js';
import type { TestMerchant } from '../../support/makers.js';
import { useReceivers, type Answers } from '../../support/receiver.js';
import { until } from '../../support/until.js';

type Recover = components['schemas']['RecoverDeliveriesBody'];

let app: TestApp;
let merchant: TestMerchant;
const receiver = useReceivers();
const LONG_AGO = new Date(Date.now() - 86_400_000).toISOString();

beforeAll(async () => {
  app = await startApp({ environment: { WEBHOOK_ALLOW: '127.0.0.1' } });
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

/** A receiver that answers by what is set, and its endpoint. */
async function shopWith(fields: Parameters<typeof app.make.endpoint>[1] = {}, answers?: Answers) {
  const shop = { status: 200 };
  const started = await receiver(answers ?? ((response) => response.writeHead(shop.status).end()));
  const { endpointId, secret } = await app.make.endpoint(merchant.test, { url: started.url, ...fields });
  return { ...started, shop, endpointId, secret, path: { endpointId } };
}

async function record(times = 1): Promise<string[]> {
  const ids: string[] = [];
  for (let order = 0; order < times; order++) {
    const body = app.make.order();
    ids.push((await app.api.expect('recordPostback', 201, { as: merchant.test, body })).body.data.externalId);
  }
  return ids;
}

async function recover(endpointId: string, body: Recover) {
  const call = { as: merchant.test, path: { endpointId }, body };
  return (await app.api.expect('recoverDeliveries', 200, call)).body.data;
}

async function skip(endpointId: string, body: components['schemas']['SkipDeliveriesBody'] = {}) {
  const call = { as: merchant.test, path: { endpointId }, body };
  return (await app.api.expect('skipDeliveries', 200, call)).body.data;
}

/** Calls until there is no more. @returns how much it was in all, and how many calls it took */
async function toTheEnd(
  call: (cursor: string | null) => Promise<Walked>,
): Promise<Counted & { calls: number }> {
  const sum = { added: 0, notKept: 0, skipped: 0, calls: 0 };
  for (let cursor: string | null = null; sum.calls === 0 || cursor !== null; sum.calls++) {
    const reply: Walked = await call(cursor);
    for (const what of ['added', 'notKept', 'skipped'] as const) sum[what] += reply[what] ?? 0;
    cursor = reply.cursor;
  }
  return sum;
}

type Counted = Record<'added' | 'notKept' | 'skipped', number>;
type Walked = Partial<Counted> & { cursor: string | null };

async function deliveries(endpointId: string, query: Record<string, string> = {}) {
  const path = { endpointId };
  return (await app.api.expect('listDeliveries', 200, { as: merchant.test, path, query })).body.data;
}

const setStatus = (endpointId: string, status: 'PAUSED' | 'ACTIVE') =>
  app.api.expect('updateEndpoint', 200, { as: merchant.test, path: { endpointId }, body: { status } });

/** What waits for its next try is given up, as after twelve. */
const giveUp = (endpointId: string) =>
  app.rows.query(
    `update webhook_deliveries set state = 'FAILED' where state = 'WAITING' and endpoint_id = $1`,
    [fromPublicId('whe', endpointId)],
  );

/** An endpoint whose server was away while so many orders came, until these were given up. */
async function outage(orders: number, fields: Parameters<typeof app.make.endpoint>[1] = {}) {
  const away = await shopWith(fields);
  away.shop.status = 500;
  await record(orders);
  await allSent(app);
  await giveUp(away.endpointId);
  away.shop.status = 200;
  return away;
}

describe('what failed', () => {
  it('is sent again with the same ids and bytes, by the secret of now, once each, and by nobody twice', async () => {
    const shop = await outage(3);
    const path = { endpointId: shop.endpointId };
    const body = { overlapHours: 0 };
    const rotated = await app.api.expect('rotateEndpointSecret', 200, { as: merchant.test, path, body });
    const asked = () => recover(shop.endpointId, { failedSince: LONG_AGO });
    const replies = await Promise.all([asked(), asked(), asked(), asked()]);
    expect(replies.map(({ added }) => added).sort()).toEqual([0, 0, 0, 3]);
    expect(replies.every(({ cursor, notKept }) => cursor === null && notKept === 0)).toBe(true);
    await allSent(app);
    const [first, again] = [shop.received.slice(0, 3), shop.received.slice(3)];
    const byId = (received: typeof first) =>
      new Map(received.map(({ headers, body: sent }) => [headers['webhook-id'], sent.toString()]));
    expect(byId(again)).toEqual(byId(first));
    for (const { body: sent, headers } of again)
      new Webhook(rotated.body.data.secret).verify(sent.toString(), headers as Record<string, string>);
    expect(await recover(shop.endpointId, { failedSince: LONG_AGO })).toMatchObject({ added: 0 });
    await allSent(app);
    expect(shop.received).toHaveLength(6);
  });

  it('counts for nothing: neither for the health of the endpoint nor for the first deliveries', async () => {
    const shop = await outage(2);
    await recover(shop.endpointId, { failedSince: LONG_AGO });
    await allSent(app);
    const { data } = (await app.api.expect('getEndpoint', 200, { as: merchant.test, path: shop.path })).body;
    expect(data.failures).toBe(2);
    expect((await deliveries(shop.endpointId)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'RESEND DELIVERED',
      'RESEND DELIVERED',
      'EVENT FAILED',
      'EVENT FAILED',
    ]);
  });

  it('and fails again is given up after one try, and may be asked for once more, once for each event', async () => {
    const shop = await outage(2);
    shop.shop.status = 500;
    await recover(shop.endpointId, { failedSince: LONG_AGO });
    await allSent(app);
    expect((await deliveries(shop.endpointId)).map(({ state }) => state)).toEqual(Array(4).fill('FAILED'));
    shop.shop.status = 200;
    expect(await recover(shop.endpointId, { failedSince: LONG_AGO })).toMatchObject({ added: 2 });
    await allSent(app);
    expect(shop.received).toHaveLength(6);
  });

  it('and fails again while a walk goes on is not sent a second time by it', async () => {
    const shop = await outage(2);
    const first = { untilId: newId(), after: LOWEST_UUID };
    shop.shop.status = 500;
    await recover(shop.endpointId, { failedSince: LONG_AGO });
    await allSent(app);
    const further = { failedSince: LONG_AGO, cursor: toIdCursor('FAILED', first) };
    expect(await recover(shop.endpointId, further)).toEqual({ added: 0, notKept: 0, cursor: null });
    expect(await recover(shop.endpointId, { failedSince: LONG_AGO })).toMatchObject({ added: 2 });
  });

  it('is sent again from a time to a time only, and what is not kept any more is counted', async () => {
    const shop = await outage(1);
    const then = Date.now() + 1;
    await until(() => Date.now() > then);
    shop.shop.status = 500;
    await record(2);
    await allSent(app);
    await giveUp(shop.endpointId);
    shop.shop.status = 200;
    const [newest] = await deliveries(shop.endpointId);
    await app.rows.query('update events set body = null where id = $1', [
      fromPublicId('evt', newest!.eventId),
    ]);
    const at = new Date(then).toISOString();
    const since = await recover(shop.endpointId, { failedSince: at });
    expect(since).toEqual({ added: 1, notKept: 1, cursor: null });
    const before = await recover(shop.endpointId, { failedSince: LONG_AGO, until: at });
    expect(before).toEqual({ added: 1, notKept: 0, cursor: null });
  });
});

describe('what was missed', () => {
  it('by an endpoint that was made later is sent, as far as it wants it, and nothing that it has', async () => {
    await openFeed(app, merchant.test);
    await record(2);
    await numbered(app);
    const shop = await shopWith({ events: ['conversion.created'] });
    await record();
    await allSent(app);
    const asked = () => recover(shop.endpointId, { missedSince: LONG_AGO });
    const replies = await Promise.all([asked(), asked()]);
    expect(replies.map(({ added }) => added).sort()).toEqual([0, 2]);
    await allSent(app);
    expect(await asked()).toEqual({ added: 0, notKept: 0, cursor: null });
    expect(new Set(shop.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(shop.received).toHaveLength(3);
    const path = { endpointId: shop.endpointId };
    const body = { events: ['payout.paid' as const] };
    await app.api.expect('updateEndpoint', 200, { as: merchant.test, path, body });
    expect(await asked()).toMatchObject({ added: 0 });
  });

  it('is looked at 10,000 events a call, and the cursor goes on to the end of what there was at first', async () => {
    const shop = await shopWith({ events: ['payout.paid'] });
    await fillEvents(10_100);
    const first = await recover(shop.endpointId, { missedSince: LONG_AGO });
    const { added, notKept, cursor: begun } = first;
    // A slow machine does less in a call.
    expect([added > 0 && added <= 200, notKept, typeof begun]).toEqual([true, 0, 'string']);
    await app.rows.query(`update events set body = null where merchant_id = $1 and position > 10050`, [
      merchant.id,
    ]);
    const rest = await toTheEnd((cursor) =>
      recover(shop.endpointId, { missedSince: LONG_AGO, cursor: (cursor ?? begun) as string }),
    );
    expect(rest).toMatchObject({ added: 201 - added, notKept: 1 });
    expect(await recover(shop.endpointId, { missedSince: LONG_AGO })).toMatchObject({ added: 0 });
  });
});

/** So many events in the last hour, of which each fiftieth is a payout that was paid. */
async function fillEvents(count: number): Promise<void> {
  await app.rows.query(
    `insert into events (merchant_id, mode, position, id, event, subject_id, sequence, happened_at, numbered_at, body)
     select $1, 'test', i, (substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7000-8000-' || lpad(to_hex(i), 12, '0'))::uuid,
       case when i % 50 = 0 then 'payout.paid' else 'conversion.created' end, gen_random_uuid(), 1, now(), now(), '{}'
     from generate_series(1, $2) i,
       lateral (select lpad(to_hex((extract(epoch from now()) * 1000)::bigint - 3600000 + i), 12, '0') as hex) t`,
    [merchant.id, count],
  );
  await app.rows.query('update event_feeds set last_position = $2 where merchant_id = $1', [
    merchant.id,
    count,
  ]);
}

describe('some deliveries', () => {
  it('are sent again by their ids, tests too, whatever became of them, and not twice by a repeat', async () => {
    const shop = await shopWith();
    await record(2);
    await allSent(app);
    const test = await app.make.delivery(merchant.test, shop.endpointId);
    const deliveryIds = (await deliveries(shop.endpointId)).map(({ deliveryId }) => deliveryId);
    expect(deliveryIds).toContain(test);
    expect(await recover(shop.endpointId, { deliveryIds: [...deliveryIds, test] })).toMatchObject({
      added: 3,
    });
    await allSent(app);
    expect(await recover(shop.endpointId, { deliveryIds })).toMatchObject({ added: 0 });
    await allSent(app);
    expect(shop.received).toHaveLength(6);
    const [newest] = await deliveries(shop.endpointId);
    const again = { deliveryIds: [newest!.deliveryId] };
    expect(await recover(shop.endpointId, again)).toMatchObject({ added: 1 });
  });

  it('of which one is unknown, or of another endpoint, are not sent', async () => {
    const [shop, other] = [await shopWith(), await shopWith({ events: ['payout.paid'] })];
    await record();
    await allSent(app);
    const [known] = await deliveries(shop.endpointId);
    const theirs = await app.make.delivery(merchant.test, other.endpointId);
    for (const unknown of [theirs, 'whd_nonsense']) {
      const body = { deliveryIds: [known!.deliveryId, unknown] };
      const reply = await app.api.expect('recoverDeliveries', 404, {
        as: merchant.test,
        path: shop.path,
        body,
      });
      const details = [{ path: ['deliveryIds', 1], message: 'names nothing that you can see' }];
      expect(reply.body.error).toMatchObject({ reason: 'UNKNOWN_DELIVERY', details });
    }
    await allSent(app);
    expect(shop.received).toHaveLength(1);
  });
});

describe('what is sent again', () => {
  it.each([
    ['in the process', 'NONE', 12],
    ['in the table', 'PER_SUBJECT', 120], // which is asked for more when 64 were sent, or a look later
  ] as const)('goes behind what is new %s, however much it is', async (_, ordering, before) => {
    const held: (() => void)[] = [];
    const shop = await shopWith({ ordering }, (response) => void held.push(() => response.end()));
    await fillEvents(140);
    expect(await recover(shop.endpointId, { missedSince: LONG_AGO })).toMatchObject({ added: 140 });
    await until(() => held.length === 4); // a process has taken 64 of them
    const [fresh] = await record();
    await numbered(app);
    while (shop.received.length < 141) {
      held.splice(0).forEach((answer) => answer());
      await until(() => held.length > 0 || shop.received.length === 141);
    }
    held.splice(0).forEach((answer) => answer());
    const place = shop.received.findIndex(({ body }) => body.toString().includes(fresh!));
    expect(place).toBeLessThan(before);
  });

  it('keeps its order of one thing, where the endpoint wants that', async () => {
    await openFeed(app, merchant.test);
    const [externalId] = await record();
    for (const refundId of ['one', 'two', 'three']) {
      const body = { externalId: externalId!, amount: 1, refundId };
      await app.api.expect('refundConversion', 200, { as: merchant.test, body });
    }
    await numbered(app);
    const shop = await shopWith({ ordering: 'PER_SUBJECT' });
    expect(await recover(shop.endpointId, { missedSince: LONG_AGO })).toMatchObject({ added: 4 });
    await until(() => shop.received.length === 4);
    expect(told(shop.received).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });
});

describe('a backlog', () => {
  it('is skipped up to a time, and who resumes the endpoint gets what happened since', async () => {
    const shop = await shopWith();
    await setStatus(shop.endpointId, 'PAUSED');
    await record(2);
    const then = Date.now() + 1;
    await until(() => Date.now() > then);
    const [wanted] = await record();
    await numbered(app);
    const before = new Date(then).toISOString();
    expect(await skip(shop.endpointId, { before })).toEqual({ skipped: 2, cursor: null });
    expect(await skip(shop.endpointId, { before })).toEqual({ skipped: 0, cursor: null });
    await setStatus(shop.endpointId, 'ACTIVE');
    await allSent(app);
    expect(shop.received).toHaveLength(1);
    expect(shop.received[0]!.body.toString()).toContain(wanted!);
    // Nobody missed what was skipped, and by name it is sent all the same.
    expect(await recover(shop.endpointId, { missedSince: LONG_AGO })).toMatchObject({ added: 0 });
    const skipped = await deliveries(shop.endpointId, { state: 'SKIPPED' });
    const deliveryIds = skipped.map(({ deliveryId }) => deliveryId);
    expect(await recover(shop.endpointId, { deliveryIds })).toMatchObject({ added: 2 });
    await allSent(app);
    expect(shop.received).toHaveLength(3);
  });

  it('of more than 10,000 is skipped by two calls, and what comes between these is kept', async () => {
    const shop = await shopWith();
    await setStatus(shop.endpointId, 'PAUSED');
    await app.rows.query(
      `insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_id, event, subject_id, sequence, state, attempts, due_at, created_at)
       select $1, 'test', gen_random_uuid(), $2, 'EVENT', (lpad(to_hex(i), 8, '0') || '-0000-7000-8000-000000000000')::uuid, 'payout.paid',
         gen_random_uuid(), 1, 'WAITING', 1, now(), now() from generate_series(1, 10100) i`,
      [merchant.id, fromPublicId('whe', shop.endpointId)],
    );
    const { skipped, cursor: begun } = await skip(shop.endpointId);
    await record();
    await numbered(app);
    expect([skipped > 0 && skipped <= 10_000, typeof begun]).toEqual([true, 'string']);
    const rest = await toTheEnd((cursor) => skip(shop.endpointId, { cursor: (cursor ?? begun) as string }));
    expect(rest.skipped).toBe(10_100 - skipped);
    expect(await deliveries(shop.endpointId, { state: 'WAITING' })).toMatchObject([
      { event: 'conversion.created' },
    ]);
  });

  it('that is skipped while it is being sent stays so when that fails, and has arrived when it does not', async () => {
    for (const [status, state] of [
      [500, 'SKIPPED'],
      [200, 'DELIVERED'],
    ] as const) {
      const held: (() => void)[] = [];
      const shop = await shopWith({}, (response) => void held.push(() => response.writeHead(status).end()));
      await record();
      await numbered(app);
      await until(() => held.length === 1);
      expect(await skip(shop.endpointId)).toMatchObject({ skipped: 1 });
      held[0]!();
      await allSent(app);
      const shown = await deliveries(shop.endpointId);
      expect(shown).toMatchObject([{ state, nextTryAt: null, lastAttempt: { status, nextTryAt: null } }]);
      await setStatus(shop.endpointId, 'PAUSED'); // the next round is another's
    }
  });
});

it('nothing is sent again to an endpoint that is paused, and nothing of an endpoint of others', async () => {
  const shop = await outage(1);
  await setStatus(shop.endpointId, 'PAUSED');
  const [first] = await deliveries(shop.endpointId);
  const bodies: Recover[] = [
    { failedSince: LONG_AGO },
    { missedSince: LONG_AGO },
    { deliveryIds: [first!.deliveryId] },
  ];
  const stranger = (await app.make.merchant()).test;
  for (const body of bodies) {
    const call = { path: shop.path, body };
    const refused = await app.api.expect('recoverDeliveries', 409, { as: merchant.test, ...call });
    expect(refused.body.error.reason).toBe('ENDPOINT_NOT_ACTIVE');
    const unknown = await app.api.expect('recoverDeliveries', 404, { as: stranger, ...call });
    expect(unknown.body.error).toEqual(notFoundError('UNKNOWN_ENDPOINT', 'endpointId'));
  }
  const unknown = await app.api.expect('skipDeliveries', 404, { as: stranger, path: shop.path, body: {} });
  expect(unknown.body.error).toEqual(notFoundError('UNKNOWN_ENDPOINT', 'endpointId'));
  expect(await deliveries(shop.endpointId)).toHaveLength(1);
});

it('what is not said clearly is refused, and nothing is done', async () => {
  const shop = await outage(1);
  const refusals: [Recover, (string | number)[], string][] = [
    [{}, [], 'needs exactly one of deliveryIds, failedSince, missedSince'],
    [
      { failedSince: LONG_AGO, missedSince: LONG_AGO },
      ['missedSince'],
      'cannot be used together with failedSince',
    ],
    [{ failedSince: LONG_AGO, until: LONG_AGO }, ['until'], 'must be after failedSince'],
    [{ missedSince: LONG_AGO, until: LONG_AGO }, ['until'], 'must be after missedSince'],
    [{ deliveryIds: ['whd_x'], until: LONG_AGO }, ['until'], 'cannot be used together with deliveryIds'],
    [
      { missedSince: LONG_AGO, cursor: 'abc' },
      ['cursor'],
      'must be a cursor of an earlier reply to the same',
    ],
  ];
  for (const [body, path, message] of refusals) {
    const reply = await app.api.expect('recoverDeliveries', 422, {
      as: merchant.test,
      path: shop.path,
      body,
    });
    expect(reply.body.error.details).toEqual([{ path, message }]);
  }
  const body = { cursor: 'abc' };
  const reply = await app.api.expect('skipDeliveries', 422, { as: merchant.test, path: shop.path, body });
  expect(reply.body.error.details).toEqual([
    { path: ['cursor'], message: 'must be a cursor of an earlier reply to the same' },
  ]);
  await allSent(app);
  expect(shop.received).toHaveLength(1);
});

it('both are in the audit log, and what does nothing is not', async () => {
  const shop = await outage(1, { name: 'Shop' });
  await recover(shop.endpointId, { failedSince: LONG_AGO });
  await recover(shop.endpointId, { failedSince: LONG_AGO });
  await allSent(app);
  await setStatus(shop.endpointId, 'PAUSED');
  await record();
  await numbered(app);
  await skip(shop.endpointId);
  await skip(shop.endpointId);
  const noted = await app.rows.query(
    `select action, mode, target, details from audit_log
     where merchant_id = $1 and action like 'DELIVERIES_%' order by id`,
    [merchant.id],
  );
  const about = { mode: 'test', target: shop.endpointId };
  expect(noted).toEqual([
    {
      ...about,
      action: 'DELIVERIES_RECOVERED',
      details: { name: 'Shop', which: 'failedSince', since: LONG_AGO },
    },
    { ...about, action: 'DELIVERIES_SKIPPED', details: { name: 'Shop' } },
  ]);
});
