// createEndpoint: what is kept, what is refused, and how many there may be.
import { endpointUrlMessages } from '#integrations/webhooks/sending/endpoint-url.js';
import { sharedApp, startApp, type SharedApp } from '../../support/app.js';
import { difference, errorOf, notFoundError } from '../../support/failures.js';
import type { TestMerchant } from '../../support/makers.js';

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});

const URL = 'https://shop.example.com/hooks/refcampaign';
const sent = (fields: object) => ({ name: 'Shop backend', url: URL, ...fields }) as never;
const create = (fields: object = {}, as: string = merchant.test) =>
  app.api.expect('createEndpoint', 201, { as, body: sent(fields) });
const refused = async (fields: object, status: 404 | 409 | 422 = 422, as: string = merchant.test) =>
  (await app.api.expect('createEndpoint', status, { as, body: sent(fields) })).body.error;

it('what is left out is told of everything, of all campaigns, in full and at once', async () => {
  const { data } = (await create({ name: ' Shop backend ' })).body;
  expect(data).toEqual({
    endpointId: expect.stringMatching(/^whe_/) as string,
    name: 'Shop backend',
    url: URL,
    events: null,
    campaignIds: null,
    payload: 'FULL',
    ordering: 'NONE',
    status: 'ACTIVE',
    statusReason: null,
    failingSince: null,
    failures: 0,
    secretHint: data.secret.slice(-4),
    oldSecretUntil: null,
    createdAt: expect.any(String) as string,
    updatedAt: data.createdAt,
    secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/) as string,
  });
});

it('events and campaigns are kept as chosen, each once, archived campaigns too', async () => {
  const { campaignId } = await app.make.campaign(merchant.test);
  const { campaignId: old } = await app.make.campaign(merchant.test);
  await app.api.expect('deleteCampaign', 200, { as: merchant.test, path: { campaignId: old } });
  const chosen = {
    events: ['payout.paid', 'conversion.created'],
    campaignIds: [campaignId, old],
    payload: 'THIN',
    ordering: 'PER_SUBJECT',
  };
  const twice = { events: [...chosen.events, 'payout.paid'], campaignIds: [campaignId, old, campaignId] };
  const { data } = (await create({ ...chosen, ...twice })).body;
  expect(data).toMatchObject(chosen);
});

it('every endpoint has a secret of its own, of 32 random bytes', async () => {
  const secrets = [];
  for (let times = 0; times < 3; times++) secrets.push((await create()).body.data.secret);
  expect(new Set(secrets).size).toBe(3);
  for (const secret of secrets) expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(32);
});

it.each([
  ['http://shop.example.com/', endpointUrlMessages.noUrl],
  ['shop.example.com', endpointUrlMessages.noUrl],
  ['https://ada:secret@shop.example.com/', endpointUrlMessages.user],
  ['https://shop.example.com/#part', endpointUrlMessages.fragment],
  ['https://shop.example.com:0/', endpointUrlMessages.port],
  ['https://127.0.0.1/', endpointUrlMessages.host],
  ['https://2130706433/', endpointUrlMessages.host],
  ['https://[::ffff:10.0.0.1]/', endpointUrlMessages.host],
  ['https://169.254.169.254/latest/meta-data', endpointUrlMessages.host],
  ['https://localhost/', endpointUrlMessages.host],
  [`https://shop.example.com/${'ü'.repeat(400)}`, endpointUrlMessages.tooLong],
])('the address %s is refused, and nothing is kept', async (url, message) => {
  const error = await refused({ url });
  expect(error.details).toEqual([{ path: ['url'], message }]);
  expect((await app.api.expect('listEndpoints', 200, { as: merchant.test })).body.data).toEqual([]);
});

it('the address is kept as it is dialled', async () => {
  const { data } = (await create({ url: 'HTTPS://Shop.Example.com:443/Hooks?a=b' })).body;
  expect(data.url).toBe('https://shop.example.com/Hooks?a=b');
});

it('an event that there is not is refused, and the one that was meant is named', async () => {
  const { details } = await refused({ events: ['conversion.created', 'conversion.create', 'nothing'] });
  expect(details).toEqual([
    { path: ['events', 1], message: 'is not known here; did you mean conversion.created?' },
    { path: ['events', 2], message: 'is not known here' },
  ]);
});

it.each([
  [{ name: ' ' }, 'name'],
  [{ name: 'a\nb' }, 'name'],
  [{ name: 'x'.repeat(101) }, 'name'],
  [{ events: [] }, 'events'],
  [{ campaignIds: [] }, 'campaignIds'],
  [{ campaignIds: Array.from({ length: 51 }, () => 'cmp_x') }, 'campaignIds'],
  [{ payload: 'HALF' }, 'payload'],
  [{ ordering: 'ALL' }, 'ordering'],
  [{ status: 'PAUSED' }, 'status'],
  [{ secret: 'whsec_mine' }, 'secret'],
])('%j is refused by its place', async (fields, place) => {
  expect((await refused(fields)).details.map(({ path }) => path[0])).toContain(place);
});

it('what is no JSON is 400, what is too large 413', async () => {
  await app.api.expect('createEndpoint', 400, { as: merchant.test, rawBody: '{' });
  const rawBody = JSON.stringify({ name: 'x', url: URL, padding: 'x'.repeat(70_000) });
  await app.api.expect('createEndpoint', 413, { as: merchant.test, rawBody });
});

it("a campaign that there is not, another merchant's or the other mode's, is a 404 that names its place", async () => {
  const { campaignId } = await app.make.campaign(merchant.test);
  const { campaignId: live } = await app.make.campaign(merchant.live);
  const { campaignId: foreign } = await app.make.campaign((await app.make.merchant()).test);
  for (const other of [live, foreign, 'cmp_none', 'aff_01m1dzpw00e67v766vvtayqg9r']) {
    const error = await refused({ campaignIds: [campaignId, other] }, 404);
    const path = ['campaignIds', 1];
    expect(error).toEqual({
      ...notFoundError('UNKNOWN_CAMPAIGN'),
      details: [expect.objectContaining({ path })],
    });
  }
  expect((await app.api.expect('listEndpoints', 200, { as: merchant.test })).body.data).toEqual([]);
});

describe('there may be five in each mode', () => {
  const FULL = errorOf('TOO_MANY_ENDPOINTS', [difference('url', null, null, 'would be one too many')]);

  it('of ten that are added at once five are made, and the others are told', async () => {
    const body = sent({});
    const calls = Array.from({ length: 10 }, () =>
      app.api.call('createEndpoint', { as: merchant.test, body }),
    );
    const replies = await Promise.all(calls);
    const statuses = replies.map(({ status }) => status).sort();
    expect(statuses).toEqual([...Array<number>(5).fill(201), ...Array<number>(5).fill(409)]);
    expect((await app.api.expect('listEndpoints', 200, { as: merchant.test })).body.data).toHaveLength(5);
    expect(await refused({}, 409)).toEqual(FULL);
  });

  it('neither the other mode nor another merchant counts, and one that is deleted makes room', async () => {
    for (let times = 0; times < 5; times++) await create();
    await create({}, merchant.live);
    await create({}, (await app.make.merchant()).test);
    const { data } = (await app.api.expect('listEndpoints', 200, { as: merchant.test })).body;
    const path = { endpointId: data[0]!.endpointId };
    await app.api.expect('deleteEndpoint', 200, { as: merchant.test, path });
    await create();
    expect(await refused({}, 409)).toEqual(FULL);
  });
});

it('WEBHOOK_ENDPOINTS says how many; without SECRET_KEY there is none', async () => {
  const own = await startApp({ environment: { WEBHOOK_ENDPOINTS: '1' } });
  const keyless = await startApp({ sharing: own, environment: { SECRET_KEY: '' } });
  try {
    const as = (await own.make.merchant()).test;
    const detail = difference('secret', null, null, 'cannot be kept here');
    const without = await keyless.api.expect('createEndpoint', 409, { as, body: sent({}) });
    expect(without.body.error).toEqual(errorOf('SECRET_KEY_NEEDED', [detail]));
    await own.api.expect('createEndpoint', 201, { as, body: sent({}) });
    const second = await own.api.expect('createEndpoint', 409, { as, body: sent({}) });
    expect(second.body.error.reason).toBe('TOO_MANY_ENDPOINTS');
  } finally {
    await keyless.close();
    await own.close();
  }
});
