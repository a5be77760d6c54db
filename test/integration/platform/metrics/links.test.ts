// Links that were followed without a click: each is counted, by a reason that is a word of ours.
import { startApp, type TestApp } from '../../../support/app.js';
import { scrape } from '../../../support/scrape.js';

let app: TestApp;
let key: string;

beforeAll(async () => {
  const environment = { METRICS_PORT: '0', TRUST_PROXY: '1', RATE_LIMIT_ANONYMOUS_CLICKS: '2' };
  app = await startApp({ environment });
  key = (await app.make.merchant()).test;
});
afterAll(() => app.close());

let addresses = 0;
/** A visitor from an address that nobody has come from before. */
const somebody = () => ({ 'x-forwarded-for': `198.51.100.${++addresses}` });

/** Follows a link and expects to be led on. */
const follow = (code: string, headers: Record<string, string> = {}, method = 'GET') =>
  app.api.expect('followLink', 302, { path: { code }, headers: { ...somebody(), ...headers }, method });

/** What was counted meanwhile, by reason. */
async function counted(visits: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await scrape(app.service.metricsPort);
  await visits();
  const after = await scrape(app.service.metricsPort);
  const name = 'refcampaign_links_uncounted_total';
  const reasons = after.startingWith(`${name}{`).map((series) => /reason="(.*)"/.exec(series)![1]!);
  const more = (reason: string) => after.value(name, { reason })! - (before.value(name, { reason }) ?? 0);
  const counts = reasons.map((reason) => [reason, more(reason)] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

it('a link followed by a visitor is not among them', async () => {
  const { code } = await app.make.link(key);
  expect(await counted(() => follow(code))).toEqual({});
});

it('one that is followed by a bot, to look ahead or with HEAD is counted so', async () => {
  const { code } = await app.make.link(key);
  const visits = async () => {
    await follow(code, { 'user-agent': 'Twitterbot/1.0' });
    await follow(code, { 'user-agent': 'Googlebot/2.1' });
    await follow(code, { 'sec-purpose': 'prefetch' });
    await follow(code, {}, 'HEAD');
  };
  expect(await counted(visits)).toEqual({ bot: 2, prefetch: 1, head: 1 });
});

it('one over the limit, of a campaign that is paused or of a suspended affiliate is counted so', async () => {
  const [open, paused, suspended] = [
    await app.make.link(key),
    await app.make.link(key),
    await app.make.link(key),
  ];
  await app.api.expect('updateCampaign', 200, {
    as: key,
    path: { campaignId: paused.campaignId },
    body: { status: 'PAUSED' },
  });
  await app.api.expect('updateAffiliate', 200, {
    as: key,
    path: { affiliateId: suspended.affiliateId },
    body: { status: 'SUSPENDED' },
  });
  const greedy = somebody();
  const visits = async () => {
    for (let visit = 0; visit < 5; visit++) await follow(open.code, greedy);
    await follow(paused.code);
    await follow(suspended.code);
  };
  expect(await counted(visits)).toEqual({
    'over the limit': 3,
    'campaign not active': 1,
    'affiliate suspended': 1,
  });
});

it('one that is followed while the database is away is counted so; an unknown code is not', async () => {
  const { code } = await app.make.link(key);
  await follow(code);
  const visits = async () => {
    await app.gate.shut();
    await follow(code);
    await app.gate.open();
    await app.api.expect('followLink', 404, { path: { code: 'no-such-code' } });
  };
  expect(await counted(visits)).toEqual({ 'database away or slow': 1 });
});
