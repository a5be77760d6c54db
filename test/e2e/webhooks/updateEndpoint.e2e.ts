// updateEndpoint: what changes, what stays, and what a pause or another address does to the count of failures.
import { fromPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestMerchant } from '../../support/makers.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;
let path: { endpointId: string };

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchant = await app.make.merchant();
  key = merchant.test;
  path = { endpointId: (await app.make.endpoint(key)).endpointId };
});

type Body = NonNullable<NonNullable<Parameters<typeof app.api.expect<'updateEndpoint', 200>>[2]>['body']>;
const update = async (body: Body) =>
  (await app.api.expect('updateEndpoint', 200, { as: key, path, body })).body.data;
const get = async () => (await app.api.expect('getEndpoint', 200, { as: key, path })).body.data;

/** As deliveries leave it. */
async function fail(status: 'ACTIVE' | 'DISABLED', reason: string | null) {
  await app.rows.query(
    `update webhook_endpoints set status = $2, status_reason = $3, failures = 12, failing_since = now(), warned_at = now()
     where id = $1`,
    [fromPublicId('whe', path.endpointId), status, reason],
  );
}

const healthOf = ({ status, statusReason, failures, failingSince }: Awaited<ReturnType<typeof get>>) => ({
  status,
  statusReason,
  failures,
  isFailing: failingSince !== null,
});

it('every field may change; what is left out stays', async () => {
  const made = await get();
  const { campaignId } = await app.make.campaign(key);
  const changes = {
    name: 'Another',
    url: 'https://api.shop.example.com/',
    events: ['conversion.created' as const],
    campaignIds: [campaignId],
    payload: 'THIN' as const,
    ordering: 'PER_SUBJECT' as const,
    status: 'PAUSED' as const,
  };
  const changed = await update(changes);
  expect(changed).toMatchObject({ ...changes, createdAt: made.createdAt, secretHint: made.secretHint });
  expect(Date.parse(changed.updatedAt)).toBeGreaterThan(Date.parse(made.updatedAt));
  expect(await update({ name: 'Once more' })).toMatchObject({ ...changes, name: 'Once more' });
  expect(await update({ events: null, campaignIds: null })).toMatchObject({
    events: null,
    campaignIds: null,
  });
});

it('changes nothing when nothing differs: the call may be repeated', async () => {
  const body: Body = { events: ['payout.paid', 'payout.created'], status: 'PAUSED' };
  const once = await update(body);
  expect(await update(body)).toEqual(once);
  expect(await update({ events: ['payout.created', 'payout.paid', 'payout.paid'] })).toEqual(once);
  expect(await update({})).toEqual(once);
});

it('what is refused changes nothing', async () => {
  const before = await get();
  const bad = [
    { url: 'https://10.0.0.1/', name: 'Not this' },
    { events: ['payout.lost'] },
    { name: '\u0000' },
    { status: 'DISABLED' },
  ];
  for (const body of bad) await app.api.expect('updateEndpoint', 422, { as: key, path, body: body as never });
  await app.api.expect('updateEndpoint', 404, { as: key, path, body: { campaignIds: ['cmp_none'] } });
  await app.api.expect('updateEndpoint', 400, { as: key, path, rawBody: '[' });
  await app.api.expect('updateEndpoint', 413, { as: key, path, rawBody: `{"a":"${'x'.repeat(70_000)}"}` });
  expect(await get()).toEqual(before);
});

it('a pause ends what is counted, and so does letting it go on, for whatever reason it was disabled', async () => {
  const fresh = { statusReason: null, failures: 0, isFailing: false };
  for (const reason of ['GONE', 'FAILING']) {
    await fail('DISABLED', reason);
    expect(healthOf(await update({ status: 'ACTIVE' }))).toEqual({ status: 'ACTIVE', ...fresh });
    await fail('DISABLED', reason);
    expect(healthOf(await update({ status: 'PAUSED' }))).toEqual({ status: 'PAUSED', ...fresh });
  }
  expect(healthOf(await update({ status: 'ACTIVE' }))).toEqual({ status: 'ACTIVE', ...fresh });
});

it('another address has not failed yet; another name is the same endpoint', async () => {
  await fail('ACTIVE', null);
  const failing = { status: 'ACTIVE', statusReason: null, failures: 12, isFailing: true };
  expect(healthOf(await update({ name: 'Renamed', status: 'ACTIVE' }))).toEqual(failing);
  const moved = await update({ url: 'https://elsewhere.example.com/' });
  expect(healthOf(moved)).toEqual({ ...failing, failures: 0, isFailing: false });
});

it('what is disabled stays so, and says why, until somebody lets it go on', async () => {
  await fail('DISABLED', 'GONE');
  const moved = await update({ url: 'https://elsewhere.example.com/' });
  expect(healthOf(moved)).toEqual({
    status: 'DISABLED',
    statusReason: 'GONE',
    failures: 12,
    isFailing: true,
  });
});

it('two who change it at once both have their way', async () => {
  await Promise.all([update({ name: 'Renamed' }), update({ payload: 'THIN' })]);
  expect(await get()).toMatchObject({ name: 'Renamed', payload: 'THIN' });
});
