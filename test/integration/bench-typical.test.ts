// What our service is compared with (bench/typical) does the same job: the same replies, the same rows, exactly once.
import type { AddressInfo } from 'node:net';
import type { components } from '#generated/schema.js';
import { createApp } from '../../bench/typical/app.js';
import { hashEmail } from '#conversions/recording/email.js';
import { startApp, type TestApp } from '../support/app.js';
import { send } from '../support/call.js';
import { sessionName, unique, type TestLink, type TestMerchant } from '../support/makers.js';
import { clientOptions } from '../support/postgres.js';

type Body = components['schemas']['RecordPostbackBody'];
type Result = components['schemas']['PostbackResult'];
interface Reply {
  status: number;
  body: { success: boolean; data: Result; error: { code: string; details: unknown } };
}

let ours: TestApp;
let typical: Awaited<ReturnType<typeof createApp>>;
let merchant: TestMerchant;
let link: TestLink;
let firstOnly: TestLink;

beforeAll(async () => {
  ours = await startApp();
  typical = await createApp({ databaseUrl: urlOf(ours), poolSize: 10, logger: false });
  await typical.listen(0, '127.0.0.1');
  merchant = await ours.make.merchant();
  link = await ours.make.link(merchant.test, { commissionRate: 12.5, commissionRecurring: true });
  firstOnly = await ours.make.link(merchant.test, { commissionRecurring: false });
});
afterAll(async () => {
  await typical.close();
  await ours.close();
});

function urlOf({ gate }: TestApp): string {
  const { connectionString, host, port, user, password, database } = clientOptions(gate.address);
  const secret = encodeURIComponent(String(password ?? ''));
  return connectionString ?? `postgres://${user}:${secret}@${host}:${port}/${database}`;
}

async function post(body: object, key = merchant.test): Promise<Reply> {
  const { port } = typical.getHttpServer().address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}/api/v1/conversions/postback`);
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return (await send(url, { method: 'POST', headers, body: JSON.stringify(body) })) as Reply;
}

function order(fields: Partial<Body>): Body {
  return ours.make.order(fields);
}

async function rowsOf(externalId: string) {
  const [row] = await ours.rows.query<Record<string, number>>(
    `select count(distinct c.id)::int as conversions, count(distinct m.id)::int as commissions,
            count(distinct h.id)::int as history, count(distinct w.kind)::int as awaiting
     from conversions c left join commissions m on m.conversion_id = c.id
     left join conversion_history h on h.conversion_id = c.id
     left join awaiting_evidence w on w.conversion_id = c.id where c.external_id = $1`,
    [externalId],
  );
  return row;
}

/** Two replies to one order, of two calls: all but names and times of their own. */
function comparable({ success, data }: { success: boolean; data: Result }) {
  const own = {
    conversionId: '',
    externalId: '',
    commissionId: data.commissionId && '',
    recordedAt: '',
    occurredAt: '',
  };
  return { success, data: { ...data, ...own, attribution: { ...data.attribution, decidedAt: '' } } };
}

it.each(['code', 'session', 'click', 'email', 'customer'] as const)(
  'an order that comes with a %s is answered as our service answers it, and read back by it',
  async (kind) => {
    const { sessionId, clickId } = await ours.make.click(link);
    const customerEmail = `${unique()}@example.com`;
    await ours.api.expect('identify', 200, {
      as: merchant.test,
      body: { session_id: sessionId, customer_email_hash: hashEmail(customerEmail) },
    });
    const customerId = `customer-${unique()}`;
    await post(order({ customerId, affiliateCode: link.code }));
    const evidence = {
      code: { affiliateCode: link.code },
      session: { sessionId },
      click: { clickId },
      email: { sessionId: sessionName(), customerEmail },
      customer: { affiliateCode: 'unknown', customerId },
    }[kind];
    const reply = await post(order({ ...evidence, amount: 12_340 }));
    expect(reply).toMatchObject({ status: 201, body: { data: { commissionAmount: 1543, replayed: false } } });
    const body = order({ ...evidence, amount: 12_340 });
    const other = await ours.api.expect('recordPostback', 201, { as: merchant.test, body });
    expect(comparable(reply.body)).toEqual(comparable(other.body));
    expect(await rowsOf(reply.body.data.externalId)).toEqual(await rowsOf(body.externalId));
    await ours.api.expect('getConversion', 200, {
      as: merchant.test,
      path: { conversionId: reply.body.data.conversionId as string },
    });
  },
);

it('what does not hold is refused as our service refuses it: old and late clicks, suspended affiliates, unknown names', async () => {
  const day = 86_400_000;
  const old = await ours.make.clickAt(merchant, 'test', link, new Date(Date.now() - 91 * day));
  const late = await ours.make.clickAt(merchant, 'test', link, new Date(Date.now() + day));
  const suspended = await ours.make.link(merchant.test);
  const click = await ours.make.click(suspended);
  await ours.api.expect('updateAffiliate', 200, {
    as: merchant.test,
    path: { affiliateId: suspended.affiliateId },
    body: { status: 'SUSPENDED' },
  });
  const unknown = { sessionId: sessionName(), clickId: 'x', affiliateCode: 'no!', customerEmail: 'none' };
  for (const evidence of [
    { sessionId: old.sessionId },
    { sessionId: late.sessionId },
    { ...click, affiliateCode: suspended.code },
    { ...unknown, customerId: unique() },
  ]) {
    const reply = await post(order(evidence));
    const body = order(evidence);
    const other = await ours.api.expect('recordPostback', 201, { as: merchant.test, body });
    expect(comparable(reply.body)).toEqual(comparable(other.body));
    expect(reply.body.data.status).toBe('UNATTRIBUTED');
    expect(await rowsOf(reply.body.data.externalId)).toEqual(await rowsOf(body.externalId));
  }
});

it('a known order is a replay, and another order under its name a conflict that changes nothing', async () => {
  const body = order({ affiliateCode: link.code });
  const first = await post(body);
  const replay = await post({ ...body, metadata: { note: 'new' } });
  expect(replay.status).toBe(200);
  const ignored = [{ path: ['metadata'], message: expect.any(String) as string }];
  expect(replay.body.data).toEqual({ ...first.body.data, replayed: true, ignored });
  const other = { ...body, amount: 1, currency: 'USD', conversionType: 'LEAD', isSynthetic: true };
  const conflict = await post(other);
  expect(conflict).toMatchObject({
    status: 409,
    body: { success: false, error: { code: 'ALREADY_EXISTS' } },
  });
  expect(conflict.body.error.details).toHaveLength(4);
  expect(await rowsOf(body.externalId)).toMatchObject({ conversions: 1, commissions: 1, history: 1 });
});

it('an unknown, a revoked and a locked key are refused, and what is no order too', async () => {
  const other = await ours.make.merchant();
  await ours.rows.query('update api_keys set revoked_at = now() where merchant_id = $1 and mode = $2', [
    other.id,
    'live',
  ]);
  await ours.rows.query('update merchants set locked_at = now() where id = $1', [other.id]);
  expect((await post(order({}), 'rc_test_nobody')).status).toBe(401);
  expect((await post(order({}), other.live)).status).toBe(401);
  expect((await post(order({}), other.test)).status).toBe(403);
  const faults = [
    { ...order({}), amount: 1.5 },
    { ...order({}), amount: 0 },
    { ...order({}), currency: 'XXL' },
    { ...order({}), surprise: true },
    { ...order({}), sessionId: 'one', rcsid: 'other' },
    { ...order({}), occurredAt: 'yesterday' },
    {},
  ];
  const replies = await Promise.all(faults.map((body) => post(body)));
  expect(replies.map(({ status }) => status)).toEqual(faults.map(() => 422));
  for (const { body } of replies) expect(body.error.details).not.toEqual([]);
});

it('twenty equal orders at once make one conversion with one commission, and one 201', async () => {
  const body = order({ affiliateCode: link.code, customerId: `customer-${unique()}` });
  const replies = await Promise.all(Array.from({ length: 20 }, () => post(body)));
  expect(replies.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
  expect(new Set(replies.map((reply) => reply.body.data.conversionId)).size).toBe(1);
  expect(await rowsOf(body.externalId)).toMatchObject({ conversions: 1, commissions: 1, history: 1 });
});

it("of ten orders of one customer at once, one earns the customer's first commission", async () => {
  const customerId = `customer-${unique()}`;
  const bodies = Array.from({ length: 10 }, () => order({ affiliateCode: firstOnly.code, customerId }));
  const replies = await Promise.all(bodies.map((body) => post(body)));
  const results = replies.map(({ body }) => body.data.attribution.commission.result).sort();
  expect(results).toEqual([...Array<string>(9).fill('ALREADY_EARNED'), 'EARNED']);
  expect(replies.filter(({ body }) => body.data.commissionId !== null)).toHaveLength(1);
  const again = await post(order({ affiliateCode: firstOnly.code, customerId }));
  expect(again.body.data.attribution.commission.result).toBe('ALREADY_EARNED');
});

it('a test order earns nothing and claims nothing', async () => {
  const customer = { affiliateCode: firstOnly.code, customerId: `customer-${unique()}` };
  const synthetic = await post(order({ ...customer, isSynthetic: true }));
  expect(synthetic.body.data).toMatchObject({
    commissionId: null,
    attribution: { commission: { result: 'SYNTHETIC', amount: 499 } },
  });
  expect((await post(order(customer))).body.data.commissionAmount).toBe(499);
});

it('an order without an affiliate keeps all that is needed to match it later', async () => {
  const sessionId = sessionName();
  const { status, body } = await post(order({ sessionId }));
  expect([status, body.data.status]).toEqual([201, 'UNATTRIBUTED']);
  expect(await rowsOf(body.data.externalId)).toMatchObject({ commissions: 0, history: 1, awaiting: 1 });
  await ours.make.click(link, sessionId);
  await ours.settled();
  const path = { conversionId: body.data.conversionId as string };
  const later = await ours.api.expect('getConversion', 200, { as: merchant.test, path });
  expect(later.body.data).toMatchObject({ status: 'ATTRIBUTED', commissionAmount: 624 });
});
