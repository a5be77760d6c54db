// listRequests: what was called with a merchant's keys of late, and what was wrong with it.
import { once } from 'node:events';
import { startApp, sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { beginOrder } from '../../support/half-call.js';
import { HeldClock } from '../../support/clock.js';
import { unique, type TestMerchant } from '../../support/makers.js';
import { named, rememberedOf, writeDown } from '../../support/remembered.js';
import { until } from '../../support/until.js';

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});

const list = async (key: string, query: Record<string, string | number | boolean> = {}) =>
  (await app.api.expect('listRequests', 200, { as: key, query })).body;
const idsIn = async (key: string, query: Record<string, string | number | boolean> = {}) =>
  (await list(key, query)).data.map(({ requestId }) => requestId);

it('tells what was called with which key, when, how it ended and how long it took', async () => {
  const as = await app.make.key(merchant.id, 'test', ['record', 'read']);
  const { requestId, headers } = named();
  const before = new Date();
  await app.api.expect('recordPostback', 201, { as, headers, body: app.make.order() });
  const [call] = await rememberedOf(app, as, requestId);
  expect(call).toEqual({
    requestId,
    at: expect.any(String) as string,
    keyId: expect.stringMatching(/^key_/) as string,
    keyName: expect.stringMatching(/^Key /) as string,
    operationId: 'recordPostback',
    method: 'POST',
    path: '/api/v1/conversions/postback',
    status: 201,
    failed: false,
    code: null,
    reason: null,
    faults: [],
    moreFaults: 0,
    docUrl: null,
    durationMs: expect.any(Number) as number,
  });
  expect(call!.durationMs).toBeGreaterThan(0);
  expect(Date.parse(call!.at)).toBeGreaterThanOrEqual(before.getTime() - 1000);
  expect(Date.parse(call!.at)).toBeLessThanOrEqual(Date.now());
});

it('tells why a call was refused: code and reason, each fault with its place and rule, and the page about it', async () => {
  const { requestId, headers } = named();
  const body = invalid({ ...app.make.order(), amount: -5, affilateCode: 'mila' });
  await app.api.expect('recordPostback', 422, { as: merchant.test, headers, body });
  expect(await rememberedOf(app, merchant.test, requestId)).toMatchObject([
    {
      status: 422,
      failed: true,
      code: 'VALIDATION_FAILED',
      reason: 'VALIDATION_FAILED',
      faults: [
        { path: ['affilateCode'], message: 'is not known here; did you mean affiliateCode?' },
        { path: ['amount'], message: expect.stringMatching(/^must be an integer/) as string },
      ],
      moreFaults: 0,
      docUrl: 'https://go.example.com/docs/errors#validation_failed',
    },
  ]);
});

it('names ten faults, and says how many more there were', async () => {
  const { requestId, headers } = named();
  const letters = [...'abcdefghijklmn'];
  const body = invalid(Object.fromEntries(letters.map((letter) => [letter.repeat(9), 1])));
  await app.api.expect('createCampaign', 422, { as: merchant.test, headers, body });
  const [call] = await rememberedOf(app, merchant.test, requestId);
  expect(call!.faults).toHaveLength(10);
  expect(call!.moreFaults).toBeGreaterThanOrEqual(letters.length - 10);
});

it('has every call that was refused once its key was known, whatever for', async () => {
  const recorder = await app.make.key(merchant.id, 'test', ['record']);
  const order = app.make.order();
  await app.api.expect('recordPostback', 201, { as: merchant.test, body: order });
  const changed = JSON.stringify({ ...order, amount: 1 });
  const refused = [
    [403, 'PERMISSION_MISSING', 'createCampaign', { as: recorder, rawBody: '{}' }],
    [400, 'MALFORMED_JSON', 'recordPostback', { as: recorder, rawBody: '{' }],
    [413, 'PAYLOAD_TOO_LARGE', 'recordPostback', { as: recorder, rawBody: `"${'x'.repeat(70_000)}"` }],
    [404, 'UNKNOWN_CAMPAIGN', 'getCampaign', { as: merchant.test, path: { campaignId: 'cmp_x' } }],
    [409, 'DIFFERENT_ORDER', 'recordPostback', { as: recorder, rawBody: changed }],
  ] as const;
  const sent = refused.map((call) => ({ call, ...named() }));
  for (const { call, headers } of sent) {
    const [status, , id, input] = call;
    expect((await app.api.call(id, { ...input, headers })).status).toBe(status);
  }
  const found = await rememberedOf(app, merchant.test, ...sent.map(({ requestId }) => requestId));
  expect(found).toMatchObject(
    refused.map(([status, reason, operationId]) => ({ status, reason, operationId, failed: true })),
  );
  const missing = 'the key lacks the permission: manage';
  expect(found[0]!.faults).toEqual([{ path: ['Authorization'], message: missing }]);
  expect(found[4]!.faults).toEqual([{ path: ['amount'], message: 'is not what is stored' }]);
});

it('has the calls that were over the limit of their key', async () => {
  const limited = await startApp({ clock: new HeldClock(), environment: { RATE_LIMIT_KEY: '2' } });
  const { id: merchantId, test } = await limited.make.merchant();
  const reader = await limited.make.person(merchantId);
  for (const status of [200, 200] as const) await limited.api.expect('ping', status, { as: test });
  await limited.api.expect('listCampaigns', 429, { as: test });
  const refused = async () => {
    await writeDown(limited);
    const query = { failed: true };
    return (await limited.api.expect('listRequests', 200, { as: reader.session, query })).body.data;
  };
  await until(async () => (await refused()).length > 0);
  expect(await refused()).toMatchObject([{ operationId: 'listCampaigns', status: 429, reason: 'KEY_LIMIT' }]);
  // The list is a call like any other to whoever has none left.
  await limited.api.expect('listRequests', 429, { as: test });
  await limited.close();
});

it('has a call whose sender hung up before the answer, as one without a status', async () => {
  const sender = await app.make.key(merchant.id, 'test', ['record']);
  const { socket } = await beginOrder(app.service.port, sender, unique());
  socket.destroy();
  await once(socket, 'close');
  await until(async () => {
    await writeDown(app);
    return (await idsIn(merchant.test)).length > 0;
  });
  expect((await list(merchant.test)).data).toMatchObject([
    { operationId: 'recordPostback', status: null, failed: true, code: null, docUrl: null },
  ]);
});

it('has a batch of which items were not recorded among the failed, with the places of these items', async () => {
  const [good, mixed] = [named(), named()];
  const order = app.make.order();
  const known = { as: merchant.test, body: { conversions: [order] } };
  await app.api.expect('recordBatch', 200, { ...known, headers: good.headers });
  const conversions = [app.make.order(), { ...app.make.order(), currency: 'EURO' }, { ...order, amount: 1 }];
  const sent = { as: merchant.test, headers: mixed.headers, body: invalid({ conversions }) };
  await app.api.expect('recordBatch', 200, sent);
  const found = await rememberedOf(app, merchant.test, good.requestId, mixed.requestId);
  expect(found).toMatchObject([
    { status: 200, failed: false, code: null },
    {
      status: 200,
      failed: true,
      code: 'VALIDATION_FAILED',
      faults: [
        { path: ['conversions', 1, 'currency'] },
        { path: ['conversions', 2, 'amount'], message: 'is not what is stored' },
      ],
    },
  ]);
});

it('has nothing that a person calls, nothing of a key that is unknown or revoked, and no successful look at itself', async () => {
  const person = await app.make.person(merchant.id);
  const last = named();
  await app.api.expect('listCampaigns', 200, { as: person.session });
  await app.api.expect('getCampaign', 404, { as: person.session, path: { campaignId: 'cmp_x' } });
  await app.api.expect('ping', 401, { as: `${merchant.test}x` });
  const revoked = await app.make.key(merchant.id, 'test');
  const { data: newestFirst } = (await app.api.expect('listKeys', 200, { as: person.session })).body;
  const path = { keyId: newestFirst[0]!.keyId };
  await app.api.expect('revokeKey', 200, { as: person.session, path });
  await app.api.expect('ping', 401, { as: revoked });
  await list(merchant.test);
  await app.api.expect('listRequests', 422, { as: merchant.test, query: { limit: 0 } });
  await app.api.expect('ping', 200, { as: merchant.test, headers: last.headers });
  await rememberedOf(app, merchant.test, last.requestId);
  const { data } = await list(merchant.test);
  expect(data.map(({ operationId, status }) => [operationId, status]).sort()).toEqual([
    ['listRequests', 422],
    ['ping', 200],
  ]);
});

it('is of one merchant and mode', async () => {
  const other = await app.make.merchant();
  const [here, live, elsewhere] = [named(), named(), named()];
  await app.api.expect('ping', 200, { as: merchant.test, headers: here.headers });
  await app.api.expect('ping', 200, { as: merchant.live, headers: live.headers });
  await app.api.expect('ping', 200, { as: other.test, headers: elsewhere.headers });
  await rememberedOf(app, merchant.test, here.requestId);
  await rememberedOf(app, merchant.live, live.requestId);
  await rememberedOf(app, other.test, elsewhere.requestId);
  expect(await idsIn(merchant.test)).toEqual([here.requestId]);
  expect(await idsIn(merchant.live)).toEqual([live.requestId]);
});

it('is read by people too, and filtered by key, operation and whether it failed', async () => {
  const { session } = await app.make.person(merchant.id, { role: 'VIEWER' });
  const second = await app.make.key(merchant.id, 'test', ['read']);
  const [ping, campaigns, missing] = [named(), named(), named()];
  await app.api.expect('ping', 200, { as: merchant.test, headers: ping.headers });
  await app.api.expect('listCampaigns', 200, { as: second, headers: campaigns.headers });
  const path = { campaignId: 'cmp_x' };
  await app.api.expect('getCampaign', 404, { as: second, path, headers: missing.headers });
  const ids = [ping, campaigns, missing].map(({ requestId }) => requestId);
  const [ofFirst, ofSecond] = await rememberedOf(app, merchant.test, ...ids);
  const idsFor = async (query: Record<string, string | boolean>) =>
    (await app.api.expect('listRequests', 200, { as: session, query })).body.data
      .map(({ requestId }) => requestId)
      .sort();
  expect(await idsFor({ keyId: ofFirst!.keyId })).toEqual([ping.requestId]);
  expect(await idsFor({ keyId: ofSecond!.keyId })).toEqual(ids.slice(1).sort());
  expect(await idsFor({ keyId: 'key_01m7dkjj8rfq6rg9bvhnjvz1js' })).toEqual([]);
  expect(await idsFor({ keyId: 'nobody' })).toEqual([]);
  expect(await idsFor({ operationId: 'ping' })).toEqual([ping.requestId]);
  expect(await idsFor({ operationId: 'noOperation' })).toEqual([]);
  expect(await idsFor({ failed: true })).toEqual([missing.requestId]);
  expect(await idsFor({ failed: false })).toEqual(ids.slice(0, 2).sort());
});

it('is newest first by when the calls came, page by page', async () => {
  const clock = new HeldClock();
  const own = await startApp({ clock });
  const { test } = await own.make.merchant();
  const calls = [named(), named(), named(), named(), named()];
  for (const { headers } of calls) {
    await own.api.expect('ping', 200, { as: test, headers });
    clock.advance(60_000);
  }
  const ids = calls.map(({ requestId }) => requestId);
  await rememberedOf(own, test, ...ids);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const query: Record<string, string | number> = { limit: 2, ...(cursor !== null && { cursor }) };
    const { body } = await own.api.expect('listRequests', 200, { as: test, query });
    seen.push(...body.data.map(({ requestId }) => requestId));
    cursor = body.meta.page.nextCursor;
  } while (cursor !== null);
  expect(seen).toEqual(ids.reverse());
  await own.close();
});
