// Suspending an affiliate, and ending that: every cell of the table in the contract's section Affiliates.
import { createHash } from 'node:crypto';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { sessionName, unique, type TestLink, type TestMerchant } from '../../support/makers.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});

async function become(affiliateId: string, status: 'ACTIVE' | 'SUSPENDED'): Promise<void> {
  await app.api.expect('updateAffiliate', 200, { as: key, path: { affiliateId }, body: { status } });
}

async function record(fields: Parameters<typeof app.make.order>[0]) {
  const body = app.make.order(fields);
  return (await app.api.expect('recordPostback', 201, { as: key, body })).body.data;
}

/** The affiliate's history in two campaigns, made while active. */
interface Past {
  link: TestLink;
  second: TestLink;
  sessionId: string;
  clickId: string;
  email: string;
  customerId: string;
  conversionId: string;
}

async function makePast(): Promise<Past> {
  const link = await app.make.link(key);
  const { campaignId } = await app.make.campaign(key);
  const path = { affiliateId: link.affiliateId };
  const { email: address } = (await app.api.expect('getAffiliate', 200, { as: key, path })).body.data;
  const body = { email: address, campaignId };
  const { links } = (await app.api.expect('createAffiliate', 201, { as: key, body })).body.data;
  const second = { ...link, campaignId, code: links[1]?.code as string };
  const click = await app.make.click(link);
  const email = `buyer-${unique()}@example.com`;
  const hash = createHash('sha256').update(email).digest('hex');
  await app.api.expect('identify', 200, {
    as: key,
    body: { session_id: click.sessionId, customer_email_hash: hash },
  });
  const customerId = `customer-${unique()}`;
  const { conversionId } = await record({ clickId: click.clickId, customerId });
  return { link, second, ...click, email, customerId, conversionId: conversionId as string };
}

const lives = {
  ACTIVE: { moves: [], counts: true },
  SUSPENDED: { moves: ['SUSPENDED'], counts: false },
  'ACTIVE again': { moves: ['SUSPENDED', 'ACTIVE'], counts: true },
} as const;

describe.each(Object.entries(lives))('%s', (_life, { moves, counts }) => {
  const result = counts ? 'MATCHED' : 'AFFILIATE_INACTIVE';
  let past: Past;

  beforeAll(async () => {
    past = await makePast();
    for (const status of moves) await become(past.link.affiliateId, status);
  });

  /** What became of the one piece of evidence. */
  async function resultOf(fields: Parameters<typeof app.make.order>[0]): Promise<string> {
    const data = await record(fields);
    const [attempt, ...others] = data.attribution.attempts;
    expect(others).toEqual([]);
    expect(data.status).toBe(counts ? 'ATTRIBUTED' : 'UNATTRIBUTED');
    expect(data.affiliateId).toBe(counts ? past.link.affiliateId : null);
    expect(data.commissionId !== null).toBe(counts);
    return attempt?.result as string;
  }

  it(`the links in all campaigns lead to the landing page ${counts ? 'with' : 'without'} a click`, async () => {
    for (const { code } of [past.link, past.second]) {
      const rows = await app.rows.count('clicks');
      const { headers } = await app.api.expect('followLink', 302, { path: { code } });
      const url = new URL(headers.location as string);
      expect(url.origin).toBe('https://shop.example.com');
      expect([url.searchParams.has('cid'), url.searchParams.has('rcsid')]).toEqual([counts, counts]);
      expect(await app.rows.count('clicks')).toBe(rows + (counts ? 1 : 0));
    }
  });

  it(`track/click makes ${counts ? 'a' : 'no'} click in any of the campaigns`, async () => {
    for (const link of [past.link, past.second]) {
      expect((await app.make.click(link)).clickId !== null).toBe(counts);
    }
  });

  it(`an earlier click, by session: ${result}`, async () => {
    expect(await resultOf({ sessionId: past.sessionId })).toBe(result);
  });

  it(`an earlier click, by its id: ${result}`, async () => {
    expect(await resultOf({ clickId: past.clickId })).toBe(result);
  });

  it(`an earlier click, by email: ${result}`, async () => {
    expect(await resultOf({ customerEmail: past.email })).toBe(result);
  });

  it(`a code, of either campaign: ${result}`, async () => {
    expect(await resultOf({ affiliateCode: past.link.code })).toBe(result);
    expect(await resultOf({ affiliateCode: past.second.code })).toBe(result);
  });

  it(`a customer who was credited before: ${result}`, async () => {
    expect(await resultOf({ customerId: past.customerId, conversionType: 'LEAD' })).toBe(result);
  });

  it('an order that was attributed before stays so, with its commission', async () => {
    const path = { conversionId: past.conversionId };
    const { data } = (await app.api.expect('getConversion', 200, { as: key, path })).body;
    expect(data).toMatchObject({
      status: 'ATTRIBUTED',
      affiliateId: past.link.affiliateId,
      commissionAmount: 499,
    });
  });

  it('a further campaign may be joined, and joining changes no state', async () => {
    const { campaignId } = await app.make.campaign(key);
    const path = { affiliateId: past.link.affiliateId };
    const { email, status } = (await app.api.expect('getAffiliate', 200, { as: key, path })).body.data;
    const body = { email, campaignId };
    const { data } = (await app.api.expect('createAffiliate', 201, { as: key, body })).body;
    expect([data.affiliateId, data.status]).toEqual([past.link.affiliateId, status]);
    const code = data.links.at(-1)?.code as string;
    expect((await app.make.click({ ...past.link, campaignId, code })).clickId !== null).toBe(counts);
  });
});

it('an earlier affiliate of the session gets the order while the later one is suspended', async () => {
  const first = await app.make.link(key);
  const last = await app.make.affiliate(key, first.campaignId);
  const sessionId = sessionName();
  await app.make.click(first, sessionId);
  await app.make.click(last, sessionId);
  await become(last.affiliateId, 'SUSPENDED');
  expect((await record({ sessionId })).affiliateId).toBe(first.affiliateId);
  await become(last.affiliateId, 'ACTIVE');
  expect((await record({ sessionId })).affiliateId).toBe(last.affiliateId);
});

it('an order from the time of a suspension stays unattributed when it ends, until its call is repeated', async () => {
  const link = await app.make.link(key);
  const { sessionId } = await app.make.click(link);
  await become(link.affiliateId, 'SUSPENDED');
  const body = app.make.order({ sessionId });
  const { conversionId } = (await app.api.expect('recordPostback', 201, { as: key, body })).body.data;
  await app.settled(); // every unattributed order is looked at once more right after it was recorded
  await become(link.affiliateId, 'ACTIVE');
  await app.settled();
  const path = { conversionId: conversionId as string };
  const get = async () => (await app.api.expect('getConversion', 200, { as: key, path })).body.data;
  expect((await get()).status).toBe('UNATTRIBUTED');
  await app.api.expect('recordPostback', 200, { as: key, body });
  expect(await get()).toMatchObject({ status: 'ATTRIBUTED', affiliateId: link.affiliateId });
});

it('and one that waits for its session is decided when a later click is made in it', async () => {
  const [link, other] = [await app.make.link(key), await app.make.link(key)];
  const { sessionId } = await app.make.click(link);
  await become(link.affiliateId, 'SUSPENDED');
  const body = app.make.order({ sessionId });
  const { conversionId } = (await app.api.expect('recordPostback', 201, { as: key, body })).body.data;
  await app.settled();
  await become(link.affiliateId, 'ACTIVE');
  await app.make.click(other, sessionId);
  await app.settled();
  const path = { conversionId: conversionId as string };
  const { data } = (await app.api.expect('getConversion', 200, { as: key, path })).body;
  expect(data).toMatchObject({ status: 'ATTRIBUTED', affiliateId: link.affiliateId });
});

it('concerns one merchant and mode: the same person elsewhere goes on', async () => {
  const stranger = await app.make.merchant();
  const email = `everywhere-${unique()}@example.com`;
  const links: TestLink[] = [];
  for (const as of [key, merchant.live, stranger.test]) {
    const { campaignId } = await app.make.campaign(as);
    const { data } = (await app.api.expect('createAffiliate', 201, { as, body: { email, campaignId } })).body;
    links.push({ key: as, campaignId, affiliateId: data.affiliateId, code: data.links[0]?.code as string });
  }
  await become(links[0]!.affiliateId, 'SUSPENDED');
  const clicks = await Promise.all(links.map((link) => app.make.click(link)));
  expect(clicks.map(({ clickId }) => clickId !== null)).toEqual([false, true, true]);
});
