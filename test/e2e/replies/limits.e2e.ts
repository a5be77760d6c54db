// Limits: 429 with Retry-After and the RateLimit headers, by key and by address, before the body is looked at.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { hashKeyText } from '#accounts/api-keys/key-text.js';
import type { OperationId } from '#platform/contract/routes.js';
import { KEY_TRUST_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { Reply } from '../../support/call.js';
import { HeldClock } from '../../support/clock.js';
import type { TestMerchant } from '../../support/makers.js';
import { until } from '../../support/until.js';
import { checkRefusal, declaring, factsOf, exampleRequest, takingKeys, type AnyInput } from './requests.js';

let app: TestApp;
let merchant: TestMerchant;
const clock = new HeldClock();

beforeAll(async () => {
  app = await startApp({
    clock,
    environment: {
      RATE_LIMIT_KEY: '1',
      RATE_LIMIT_ANONYMOUS_CLICKS: '1',
      RATE_LIMIT_ANONYMOUS_IDENTIFIES: '1',
      RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '1',
      TRUST_PROXY: '1',
    },
  });
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

let addresses = 0;
const someAddress = (): string => `2001:db8:${++addresses}::1`;

/** Calls until over the limit; the bucket holds one call. */
async function overLimit(id: OperationId, input: AnyInput): Promise<Reply<unknown>> {
  for (let times = 0; times < 5; times++) {
    const reply = await app.api.call(id, input);
    if (reply.status === 429) return reply;
  }
  throw new Error(`${id} is not limited`);
}

function expectLimited(id: OperationId, reply: Reply<unknown>, policy: string): void {
  expect(checkRefusal(id, reply, [429, 'RATE_LIMIT_EXCEEDED']).details).toEqual([]);
  expect(Number(reply.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect(reply.headers['ratelimit-policy']).toMatch(new RegExp(`^"${policy}";q=1;w=\\d+$`));
  expect(reply.headers['ratelimit']).toMatch(new RegExp(`^"${policy}";r=0;t=\\d+$`));
}

it.each(declaring(429).filter((id) => takingKeys.includes(id)))('%s is limited by key', async (id) => {
  const as = await app.make.key(merchant.id, 'test');
  expectLimited(id, await overLimit(id, { ...exampleRequest(id), as }), 'key');
  const another = await app.make.key(merchant.id, 'test');
  expect((await app.api.call(id, { ...exampleRequest(id), as: another })).status).not.toBe(429);
});

const byAddress = declaring(429).filter((id) => factsOf(id).rateLimit !== null);

it.each(byAddress)('%s is limited by address where no key is sent', async (id) => {
  const headers = { 'x-forwarded-for': someAddress() };
  expectLimited(id, await overLimit(id, { ...exampleRequest(id), headers }), factsOf(id).rateLimit as string);
  const others = { 'x-forwarded-for': someAddress() };
  expect((await app.api.call(id, { ...exampleRequest(id), headers: others })).status).not.toBe(429);
});

it('every operation that declares 429 is limited by one or the other, or counts what is tried with an account', () => {
  const limited = new Set([...takingKeys, ...byAddress]);
  const others = declaring(429).filter((id) => !limited.has(id));
  // By wrong passwords, and by links that are asked for.
  const counting = [
    'changePassword',
    'confirmIdentity',
    'requestPasswordReset',
    'signIn',
    'signInWithOidc',
    'signInWithPasskey',
  ];
  expect(others.sort()).toEqual(counting);
});

it('is said before the body is looked at, and to refused bodies too', async () => {
  const headers = { 'x-forwarded-for': someAddress() };
  await app.api.expect('trackClick', 400, { rawBody: '{', headers });
  await app.api.expect('trackClick', 429, { rawBody: '{', headers });
});

it('a key whose caller is over the anonymous limit is not touched by that', async () => {
  const as = await app.make.key(merchant.id, 'live');
  const headers = { 'x-forwarded-for': someAddress() };
  const body = { session_id: 'session-12345678', customer_email_hash: 'ab'.repeat(32) };
  await overLimit('identify', { rawBody: JSON.stringify(body), headers });
  await app.api.expect('identify', 200, { as, body, headers });
});

it('a key over its limit is told at once, even if it had to be looked up again and the database is away', async () => {
  const as = await app.make.key(merchant.id, 'live');
  await overLimit('ping', { as });
  await app.gate.shut();
  clock.advance(KEY_TRUST_MS + 1); // what is known of the key is too old to let it in; the bucket has no whole call yet
  const reply = await app.api.call('ping', { as });
  await app.gate.open();
  expectLimited('ping', reply, 'key');
});

it('a key is hashed once a call, whether it is over its limit or not', async () => {
  const as = await app.make.key(merchant.id, 'live');
  const hash = vi.spyOn(crypto, 'hash');
  syncBuiltinESMExports();
  const statuses = [];
  for (let times = 0; times < 3; times++) statuses.push((await app.api.call('ping', { as })).status);
  const hashed = hash.mock.calls.filter(([, text]) => text === as);
  hash.mockRestore();
  syncBuiltinESMExports();
  expect(statuses).toContain(200);
  expect(statuses).toContain(429);
  expect(hashed).toHaveLength(statuses.length);
});

it('a revoked key is refused as one, its limit spent or not', async () => {
  const as = await app.make.key(merchant.id, 'live');
  await overLimit('ping', { as });
  const revoke = `update api_keys set revoked_at = now(), changed_at = clock_timestamp() where key_hash = decode($1, 'hex')`;
  await app.rows.query(revoke, [hashKeyText(as)]);
  await until(async () => (await app.api.call('ping', { as })).status === 401);
});

it('pages that report use up nothing that their visitors identify with, nor the other way round', async () => {
  const headers = { 'x-forwarded-for': someAddress() };
  const identify = { ...exampleRequest('identifyFromBrowser'), headers };
  const report = { rawBody: '{}', headers };
  for (const id of ['reportInstalled', 'reportSessionCaptured', 'reportInstalled'] as const) {
    const { headers: told } = await app.api.expect(id, 204, report);
    expect(told['ratelimit']).toMatch(/^"reports";r=0;/);
  }
  expect((await app.api.call('identifyFromBrowser', identify)).status).toBe(200);
  expect((await app.api.call('identifyFromBrowser', identify)).status).toBe(429);
});

it('is over when Retry-After says so', async () => {
  const headers = { 'x-forwarded-for': someAddress() };
  const input = { ...exampleRequest('identifyFromBrowser'), headers };
  const { headers: said } = await overLimit('identifyFromBrowser', input);
  clock.advance(Number(said['retry-after']) * 1000 - 1);
  expect((await app.api.call('identifyFromBrowser', input)).status).toBe(429);
  clock.advance(1);
  expect((await app.api.call('identifyFromBrowser', input)).status).toBe(200);
});
