// followLink and trackClick: who asks with a key of the link's merchant is told whether it was counted, and why not. Nobody else learns
// anything, nobody is refused for a key, and nobody without one pays for this.
import type { IncomingHttpHeaders } from 'node:http';
import { overhear } from '../../../bench/floor/capture.js';
import { keyPermissions } from '#platform/contract/permissions.js';
import { makeKeyText } from '#accounts/api-keys/key-text.js';
import { eachOperation, resolve, type Json } from '../../contract/support/document.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { sessionName } from '../../support/makers.js';
import { makeLockedKey, makeRevokedKey } from '../../support/refused-keys.js';

let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;
let paused: TestLink;
let suspended: TestLink;
const lines: string[] = [];

beforeAll(async () => {
  const environment = { TRUST_PROXY: '1', RATE_LIMIT_ANONYMOUS_CLICKS: '3' };
  app = await startApp({ environment, onLog: (line) => lines.push(line) });
  merchant = await app.make.merchant();
  const as = merchant.test;
  link = await app.make.link(as);
  [paused, suspended] = [await app.make.link(as), await app.make.link(as)];
  const [campaign, affiliate] = [{ campaignId: paused.campaignId }, { affiliateId: suspended.affiliateId }];
  await app.api.expect('updateCampaign', 200, { as, path: campaign, body: { status: 'PAUSED' } });
  await app.api.expect('updateAffiliate', 200, { as, path: affiliate, body: { status: 'SUSPENDED' } });
});
afterAll(() => app.close());

let addresses = 0;
/** Headers of a visitor whom nobody has seen before. */
const somebody = (headers: Record<string, string> = {}) => ({
  'x-forwarded-for': `198.51.100.${++addresses}`,
  ...headers,
});

interface Told {
  counted: string | undefined;
  reason: string | undefined;
}

/** Follows the link and expects to be led on. */
async function follow(
  { code }: TestLink,
  input: { as?: string; headers?: Record<string, string>; method?: string } = {},
): Promise<Told & { headers: IncomingHttpHeaders }> {
  const { headers } = await app.api.expect('followLink', 302, {
    headers: somebody(),
    ...input,
    path: { code },
  });
  const told = headers as Record<string, string | undefined>;
  expect(told['location']).toMatch(/^https:\/\/shop\.example\.com\//);
  return { counted: told['click-counted'], reason: told['click-uncounted-reason'], headers };
}

async function track({ code }: TestLink, input: { as?: string; headers?: Record<string, string> } = {}) {
  const body = { tracking_url: `/r/${code}`, session_id: sessionName() };
  return (await app.api.expect('trackClick', 200, { headers: somebody(), ...input, body })).body.data;
}

/** Everything in an Authorization header that stands for nobody whose link it is. */
async function othersKeys(): Promise<[string, string][]> {
  const another = await app.make.merchant();
  const typo = merchant.test.slice(0, -1) + (merchant.test.endsWith('x') ? 'y' : 'x');
  const keys: [string, string][] = [
    ['of another merchant', another.test],
    ['of the other mode', merchant.live],
    ['that is revoked', await makeRevokedKey(app, merchant.id)],
    ['of a locked merchant', await makeLockedKey(app)],
    ['that nobody has', makeKeyText('test')],
    ['with a typing error', typo],
  ];
  const written = keys.map(([what, key]): [string, string] => [what, `Bearer ${key}`]);
  return [...written, ['that is none', 'Basic eDp5'], ['that is empty', '']];
}

describe('a link followed with a key of its merchant tells', () => {
  it('a click', async () => {
    const { headers, ...told } = await follow(link, { as: merchant.test });
    expect(told).toEqual({ counted: 'true', reason: undefined });
    expect(headers.location).toMatch(/[?&]rcsid=rcs_.*&cid=clk_/);
    expect(headers['cache-control']).toBe('no-store');
  });

  it.each([
    ['HEAD', {}, 'HEAD'],
    ['PREFETCH', { 'sec-purpose': 'prefetch' }, 'GET'],
    ['PREFETCH', { 'x-purpose': 'preview' }, 'GET'],
    ['BOT', { 'user-agent': 'Twitterbot/1.0' }, 'GET'],
  ])('%s: %j', async (reason, headers, method) => {
    const told = await follow(link, { as: merchant.test, headers: somebody(headers), method });
    expect(told).toMatchObject({ counted: 'false', reason });
    expect(told.headers.location).toBe('https://shop.example.com/');
  });

  it.each(keyPermissions)('so to a key that may do nothing but %s', async (permission) => {
    const as = await app.make.key(merchant.id, 'test', [permission]);
    expect(await follow(paused, { as })).toMatchObject({ counted: 'false', reason: 'CAMPAIGN_NOT_ACTIVE' });
    expect(await track(paused, { as })).toMatchObject({ uncountedReason: 'CAMPAIGN_NOT_ACTIVE' });
  });

  it('CAMPAIGN_NOT_ACTIVE', async () => {
    const told = await follow(paused, { as: merchant.test });
    expect(told).toMatchObject({ counted: 'false', reason: 'CAMPAIGN_NOT_ACTIVE' });
  });

  it('AFFILIATE_SUSPENDED', async () => {
    const told = await follow(suspended, { as: merchant.test });
    expect(told).toMatchObject({ counted: 'false', reason: 'AFFILIATE_SUSPENDED' });
  });

  it('OVER_THE_LIMIT: the key lifts no limit', async () => {
    const input = { as: merchant.test, headers: somebody() };
    for (let visit = 0; visit < 3; visit++) expect((await follow(link, input)).counted).toBe('true');
    expect(await follow(link, input)).toMatchObject({ counted: 'false', reason: 'OVER_THE_LIMIT' });
  });

  it('DATABASE_AWAY_OR_SLOW, when nobody can be asked about the key either', async () => {
    await follow(link, { as: merchant.test });
    await app.gate.shut();
    const told = await follow(link, { as: merchant.test });
    const without = await follow(link);
    const never = await follow(link, { as: makeKeyText('test') });
    await app.gate.open();
    expect(told).toMatchObject({ counted: 'false', reason: 'DATABASE_AWAY_OR_SLOW' });
    for (const { counted, reason } of [without, never])
      expect({ counted, reason }).toEqual({ counted: undefined, reason: undefined });
  });

  it('each reason that the contract names', () => {
    const operation = new Map(eachOperation()).get('followLink')!;
    const named = headerOf(operation, '302', 'Click-Uncounted-Reason')['x-extensible-enum'] as string[];
    const reasons = lines
      .map((line) => JSON.parse(line) as { msg: string; reason?: string })
      .filter(({ msg }) => msg === 'link followed without a click')
      .map(({ reason }) => reason!.toUpperCase().replaceAll(' ', '_'));
    expect([...new Set(reasons)].sort()).toEqual(named.toSorted());
  });

  it("and the log whose key it was, for this link's merchant alone", async () => {
    const ids = { own: 'asks-with-its-own', other: 'asks-with-anothers', none: 'asks-with-none' };
    const another = await app.make.merchant();
    await follow(link, { as: merchant.test, headers: somebody({ 'x-request-id': ids.own }) });
    await follow(link, { as: another.test, headers: somebody({ 'x-request-id': ids.other }) });
    await follow(link, { headers: somebody({ 'x-request-id': ids.none }) });
    const requests = lines.map(
      (line) => JSON.parse(line) as { requestId?: string; status?: number; key: string | null },
    );
    const keyOf = (id: string) =>
      requests.find(({ requestId, status }) => requestId === id && status === 302)?.key;
    expect(keyOf(ids.own)).toMatch(/^key_/);
    expect([keyOf(ids.other), keyOf(ids.none)]).toEqual([null, null]);
  });
});

it('any other key leads on just as none does, and learns nothing: of a click or of none', async () => {
  const keys = await othersKeys();
  for (const target of [link, paused]) {
    const names = Object.keys((await follow(target)).headers).sort();
    for (const [what, authorization] of keys) {
      const { headers } = await follow(target, { headers: somebody({ authorization }) });
      expect([what, Object.keys(headers).sort()]).toEqual([what, names]);
    }
  }
});

it('an unknown code is the same 404 page for a good key, a bad one and none', async () => {
  const path = { code: 'no-such-code' };
  const replies = [
    await app.api.expect('followLink', 404, { path, headers: somebody() }),
    await app.api.expect('followLink', 404, { path, headers: somebody(), as: merchant.test }),
    await app.api.expect('followLink', 404, { path, headers: somebody(), as: 'nonsense' }),
  ];
  const shapes = replies.map(({ headers, text }) => [Object.keys(headers).sort(), text]);
  expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
});

describe('a click reported with a key of its merchant tells', () => {
  it('its id, as without one', async () => {
    const data = await track(link, { as: merchant.test });
    expect(Object.keys(data)).toEqual(Object.keys(await track(link)));
    expect(data.clickId).toMatch(/^clk_/);
  });

  it('why there is none', async () => {
    const as = merchant.test;
    expect(await track(paused, { as })).toMatchObject({
      clickId: null,
      uncountedReason: 'CAMPAIGN_NOT_ACTIVE',
    });
    expect(await track(suspended, { as })).toMatchObject({
      clickId: null,
      uncountedReason: 'AFFILIATE_SUSPENDED',
    });
  });

  it('nothing to any other key, which is no fault, nor to nobody', async () => {
    expect(await track(paused)).not.toHaveProperty('uncountedReason');
    for (const [what, authorization] of await othersKeys()) {
      const data = await track(paused, { headers: somebody({ authorization }) });
      expect([what, data.clickId, Object.keys(data)]).toEqual([what, null, Object.keys(await track(paused))]);
    }
  });

  it('that its address is over the limit, as without one', async () => {
    const input = { as: merchant.test, headers: somebody() };
    for (let visit = 0; visit < 3; visit++) await track(link, input);
    const body = { tracking_url: `/r/${link.code}`, session_id: sessionName() };
    const { body: reply } = await app.api.expect('trackClick', 429, { ...input, body });
    expect(reply.error.reason).toBe('ADDRESS_LIMIT');
  });
});

it('a visit without a key asks nobody about keys', async () => {
  const asked: string[] = [];
  const lookUp = (sql: string) => sql.includes('k.key_hash = any');
  const stop = overhear(({ sql }) => asked.push(sql));
  await follow(link);
  await track(link);
  const without = asked.filter(lookUp);
  await follow(link, { as: makeKeyText('test') });
  const withOne = asked.filter(lookUp);
  stop();
  expect([without.length, withOne.length]).toEqual([0, 1]);
});

/** The schema of a reply's header. */
function headerOf(operation: Json, status: string, name: string): Json {
  const reply = resolve((operation['responses'] as Record<string, Json>)[status]!);
  return (reply['headers'] as Record<string, Json>)[name]!['schema'] as Json;
}
