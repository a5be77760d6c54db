// The database away: short outages are waited out, long ones answered with 503 in time, and all is well again by itself.
import { setTimeout as sleep } from 'node:timers/promises';
import type { OperationId } from '#platform/contract/routes.js';
import { DATABASE_PATIENCE_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Reply } from '../../support/call.js';
import { earn, earnApproved } from '../../support/commissions.js';
import { triedAgain } from '../../support/connecting.js';
import { holdTime } from '../../support/held-time.js';
import type { TestCaller, TestLink } from '../../support/makers.js';
import { sessionName, unique } from '../../support/makers.js';
import { until } from '../../support/until.js';
import {
  checkRefusal,
  declaring,
  factsOf,
  failingWith,
  forPeople,
  goodRequest,
  withBody,
  type AnyInput,
} from './requests.js';

let app: TestApp;
let caller: TestCaller;
let key: string;
let link: TestLink;
let untouched: TestLink;
let commissionId: string;
let rejectedId: string;
let payoutId: string;
let creditor: TestLink;
let endpointId: string;

beforeAll(async () => {
  app = await startApp();
  caller = await app.make.caller();
  key = caller.key;
  link = await app.make.link(key);
  untouched = await app.make.link(key);
  commissionId = (await earn(app, untouched)).commissionId;
  creditor = await app.make.link(key);
  await earnApproved(app, creditor);
  const body = { affiliateId: creditor.affiliateId, currency: 'EUR' };
  payoutId = (await app.api.expect('createPayout', 201, { as: key, body })).body.data.payoutId;
  await earnApproved(app, creditor);
  rejectedId = (await earn(app, untouched)).commissionId;
  endpointId = (await app.make.endpoint(key)).endpointId;
});
afterAll(() => app.close());

/** The example request, aimed at rows that are there. */
function hitting(id: OperationId): AnyInput {
  const good = goodRequest(id, caller);
  return { ...good, path: { ...good.path, campaignId: link.campaignId, affiliateId: link.affiliateId } };
}

interface Answered {
  id: OperationId;
  reply: Reply<unknown>;
}

/** Calls, and notes each answer where it is told to when it comes. */
const call = async (id: OperationId, input: AnyInput, answered: Answered[] = []): Promise<Answered> => {
  const answer = { id, reply: await app.api.call(id, input) };
  answered.push(answer);
  return answer;
};

/** Calls all of them at once; resolves when they are with the service and wait for its database. */
async function callDuringOutage(requests: (readonly [OperationId, AnyInput])[], answered: Answered[]) {
  let arrived = 0;
  const count = () => void arrived++;
  app.server.on('request', count);
  const calls = requests.map(([id, input]) => call(id, input, answered));
  await until(() => arrived === requests.length);
  app.server.off('request', count);
  await triedAgain(requests.length);
  return calls;
}

it('every operation that declares 503 answers it within 8 seconds, with Retry-After, and works again afterwards', async () => {
  const ids = failingWith(503);
  await app.gate.shut();
  const time = holdTime();
  const refused: Answered[] = [];
  try {
    const requests = ids.map((id) => [id, hitting(id)] as const);
    void (await callDuringOutage(requests, refused));
    // As much of their time as an outage costs; the rest of the 8 seconds is nobody's to wait.
    time.advance(DATABASE_PATIENCE_MS);
    await until(() => refused.length === ids.length);
  } finally {
    time.release();
  }
  for (const { id, reply } of refused) {
    expect(checkRefusal(id, reply, [503, 'SERVICE_UNAVAILABLE']).details).toEqual([]);
    expect(Number(reply.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  }
  await app.gate.open();
  const recovered = await Promise.all(ids.map((id) => call(id, hitting(id))));
  for (const { id, reply } of recovered) expect([id, reply.status < 500]).toEqual([id, true]);
});

/** Requests that succeed, one for each operation that writes. */
function writing(): [OperationId, AnyInput, number][] {
  const session = sessionName();
  const json = (body: object): AnyInput => ({ as: key, rawBody: JSON.stringify(body) });
  const campaign = {
    name: 'C',
    landingUrl: 'https://shop.example.com/',
    commissionType: 'PERCENTAGE',
    commissionRate: 1,
  };
  return [
    ['recordPostback', json(app.make.order({ sessionId: session })), 201],
    ['refundConversion', json({ externalId: unique(), ifUnknown: 'keep' }), 202],
    ['recordBatch', json({ conversions: [app.make.order({ sessionId: session })] }), 200],
    ['createCampaign', json(campaign), 201],
    ['updateCampaign', { ...json({ name: unique() }), path: { campaignId: untouched.campaignId } }, 200],
    ['createAffiliate', json({ email: `${unique()}@example.com`, campaignId: untouched.campaignId }), 201],
    [
      'updateAffiliate',
      { ...json({ firstName: unique() }), path: { affiliateId: untouched.affiliateId } },
      200,
    ],
    ['adjustCommission', { ...json({ type: 'BONUS', amount: 1, reason: 'x' }), path: { commissionId } }, 200],
    ['bulkApproveCommissions', json({ commissionIds: [commissionId] }), 200],
    ['bulkRejectCommissions', json({ commissionIds: [rejectedId] }), 200],
    ['createPayout', json({ affiliateId: creditor.affiliateId, currency: 'EUR' }), 201],
    ['markPayoutPaid', { ...json({ method: 'SEPA' }), path: { payoutId } }, 200],
    ['createEndpoint', json({ name: 'W', url: 'https://shop.example.com/hooks' }), 201],
    ['updateEndpoint', { ...json({ name: unique() }), path: { endpointId } }, 200],
    ['rotateEndpointSecret', { ...json({}), path: { endpointId } }, 200],
    ['recoverDeliveries', { ...json({ failedSince: '2026-11-01T00:00:00Z' }), path: { endpointId } }, 200],
    ['skipDeliveries', { ...json({}), path: { endpointId } }, 200],
    ['trackClick', json({ tracking_url: `/r/${untouched.code}`, session_id: session }), 200],
    ['identify', json({ session_id: session, customer_email_hash: 'ab'.repeat(32) }), 200],
    ['identifyFromBrowser', json({ sessionId: session, emailHash: 'ab'.repeat(32) }), 200],
  ];
}

it('every operation that a server writes with waits out an outage of 1.5 s and succeeds, and its rows are there once', async () => {
  const requests = writing();
  expect(requests.map(([id]) => id).sort()).toEqual(withBody.filter((id) => !forPeople.includes(id)).sort());
  const tables = [
    ...['conversions', 'kept_refunds', 'campaigns', 'affiliates', 'clicks'],
    ...['commission_entries', 'payouts', 'webhook_endpoints'],
  ];
  const before = await Promise.all(tables.map((table) => app.rows.count(table)));
  await app.gate.shut();
  const time = holdTime();
  const answered: Answered[] = [];
  try {
    const calls = await callDuringOutage(
      requests.map(([id, input]) => [id, input] as const),
      answered,
    );
    time.advance(1500);
    await triedAgain(requests.length);
    expect(answered).toEqual([]);
    await app.gate.open();
    for (const [index, { id, reply }] of (await Promise.all(calls)).entries())
      expect([id, reply.status]).toEqual([id, requests[index]?.[2]]);
  } finally {
    time.release();
  }
  const after = await Promise.all(tables.map((table) => app.rows.count(table)));
  // A single order, and one in a batch.
  expect(after).toEqual(before.map((count, index) => count + (tables[index] === 'conversions' ? 2 : 1)));
});

it('calls whose connections break under way are answered, and what was acknowledged is there once', async () => {
  const orders = Array.from({ length: 40 }, () => app.make.order());
  const recorded: string[] = [];
  const send = async (order: (typeof orders)[number]): Promise<void> => {
    const reply = await app.api.call('recordPostback', { as: key, body: order });
    expect([200, 201, 503]).toContain(reply.status);
    if (reply.status !== 503) recorded.push(order.externalId);
  };
  const calls = orders.map(async (order, index) => {
    await sleep(index * 8);
    await send(order);
  });
  for (let times = 0; times < 3; times++) {
    await sleep(60);
    await app.gate.shut();
    await sleep(30);
    await app.gate.open();
  }
  await Promise.all(calls);
  const rows = await app.rows.query<{ id: string }>(
    'select external_id as id from conversions where external_id = any($1)',
    [recorded],
  );
  expect(rows.map(({ id }) => id).sort()).toEqual([...recorded].sort());
  expect(recorded.length).toBeGreaterThan(0);
});

it('what asks nothing of the database answers as ever', async () => {
  await app.gate.shut();
  try {
    await app.api.expect('live', 200);
    await app.api.expect('getSpecYaml', 200);
    await app.api.expect('createCampaign', 401, {});
    for (const id of declaring(204)) expect((await app.api.call(id, {})).status).toBe(204);
    expect(factsOf('live').statuses).toEqual([200]);
  } finally {
    await app.gate.open();
  }
});
