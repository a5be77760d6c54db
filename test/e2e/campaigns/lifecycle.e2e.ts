// The states of a campaign: every cell of the table in the contract's section Campaigns.
import { createHash } from 'node:crypto';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';
import { difference } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});

const states = ['DRAFT', 'ACTIVE', 'PAUSED', 'ARCHIVED'] as const;
type State = (typeof states)[number];

const COUNTS = 'MATCHED';
const FAILS = 'CAMPAIGN_INACTIVE';

/** The table, as this file expects it. */
const meaning = {
  DRAFT: { clicks: false, earlier: COUNTS, code: FAILS, customer: COUNTS, page: 404 },
  ACTIVE: { clicks: true, earlier: COUNTS, code: COUNTS, customer: COUNTS, page: 200 },
  PAUSED: { clicks: false, earlier: COUNTS, code: FAILS, customer: COUNTS, page: 200 },
  ARCHIVED: { clicks: false, earlier: FAILS, code: FAILS, customer: FAILS, page: 404 },
} as const;

function update(campaignId: string, status: State) {
  return app.api.call('updateCampaign', { as: key, path: { campaignId }, body: { status } });
}

/** As if it had been so from the start: a draft with affiliates cannot have been active. */
async function put(link: TestLink, status: State): Promise<void> {
  await app.rows.query(
    'update campaigns set status = $1 where id = (select campaign_id from affiliate_links where code = $2)',
    [status, link.code],
  );
}

async function record(fields: Parameters<typeof app.make.order>[0]) {
  const body = app.make.order(fields);
  return (await app.api.expect('recordPostback', 201, { as: key, body })).body.data;
}

describe('the moves', () => {
  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    'before the first affiliate: %s to %s',
    async (from, to) => {
      const { campaignId } = await app.make.campaign(key);
      expect((await update(campaignId, from)).status).toBe(200);
      const reply = await update(campaignId, to);
      expect(reply.status).toBe(from === 'ARCHIVED' && to !== 'ARCHIVED' ? 409 : 200);
    },
  );

  it.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
    'with an affiliate: %s to %s',
    async (from, to) => {
      const { campaignId } = await app.make.campaign(key, { status: 'DRAFT' });
      await app.make.affiliate(key, campaignId);
      if (from !== 'DRAFT') expect((await update(campaignId, from)).status).toBe(200);
      const reply = await update(campaignId, to);
      const isRefused = from !== to && (from === 'ARCHIVED' || to === 'DRAFT');
      expect(reply.status).toBe(isRefused ? 409 : 200);
    },
  );

  it('back to DRAFT after an affiliate has joined: 409 says what to do instead, and nothing else of the call is done', async () => {
    const { campaignId } = await app.make.link(key);
    const path = { campaignId };
    const before = (await app.api.expect('getCampaign', 200, { as: key, path })).body.data;
    const body = { status: 'DRAFT', name: 'Not this' } as const;
    const { error } = (await app.api.expect('updateCampaign', 409, { as: key, path, body })).body;
    expect(error.message).toBe(
      'The campaign has affiliates; it cannot be a draft any more. Pause it instead.',
    );
    expect(error.details).toEqual([difference('status', 'DRAFT', 'ACTIVE')]);
    expect((await app.api.expect('getCampaign', 200, { as: key, path })).body.data).toEqual(before);
  });
});

it('an affiliate joining and the way back to DRAFT at the same moment: the join comes second, or the way is barred', async () => {
  for (let round = 0; round < 5; round++) {
    const { campaignId } = await app.make.campaign(key);
    const [, moved] = await Promise.all([app.make.affiliate(key, campaignId), update(campaignId, 'DRAFT')]);
    const path = { campaignId };
    const { data } = (await app.api.expect('getCampaign', 200, { as: key, path })).body;
    expect([moved.status, data.status]).toEqual(moved.status === 200 ? [200, 'DRAFT'] : [409, 'ACTIVE']);
  }
});

describe.each(states)('%s', (state) => {
  const { clicks, earlier, code, customer, page } = meaning[state];
  let link: TestLink;
  /** Made while the campaign was active. */
  let before: { sessionId: string; clickId: string; email: string; customerId: string; conversionId: string };

  beforeAll(async () => {
    link = await app.make.link(key);
    const click = await app.make.click(link);
    const email = `buyer-${unique()}@example.com`;
    const hash = createHash('sha256').update(email).digest('hex');
    const identity = { session_id: click.sessionId, customer_email_hash: hash };
    await app.api.expect('identify', 200, { as: key, body: identity });
    const customerId = `customer-${unique()}`;
    const { conversionId } = await record({ clickId: click.clickId, customerId });
    before = { ...click, email, customerId, conversionId: conversionId as string };
    await put(link, state);
  });

  /** What became of the one piece of evidence. */
  async function resultOf(fields: Parameters<typeof app.make.order>[0]): Promise<string> {
    const data = await record(fields);
    const [attempt, ...others] = data.attribution.attempts;
    expect(others).toEqual([]);
    const isMatch = attempt?.result === COUNTS;
    expect(data.status).toBe(isMatch ? 'ATTRIBUTED' : 'UNATTRIBUTED');
    expect(data.campaignId).toBe(isMatch ? link.campaignId : null);
    return attempt?.result as string;
  }

  it(`a link leads to the landing page ${clicks ? 'with' : 'without'} a click`, async () => {
    const rows = await app.rows.count('clicks');
    const { headers } = await app.api.expect('followLink', 302, { path: { code: link.code } });
    const url = new URL(headers.location as string);
    expect(url.origin).toBe('https://shop.example.com');
    expect([url.searchParams.has('cid'), url.searchParams.has('rcsid')]).toEqual([clicks, clicks]);
    expect(await app.rows.count('clicks')).toBe(rows + (clicks ? 1 : 0));
  });

  it(`track/click makes ${clicks ? 'a' : 'no'} click`, async () => {
    expect((await app.make.click(link)).clickId !== null).toBe(clicks);
  });

  it(`an earlier click, by session: ${earlier}`, async () => {
    expect(await resultOf({ sessionId: before.sessionId })).toBe(earlier);
  });

  it(`an earlier click, by its id: ${earlier}`, async () => {
    expect(await resultOf({ clickId: before.clickId })).toBe(earlier);
  });

  it(`an earlier click, by email: ${earlier}`, async () => {
    expect(await resultOf({ customerEmail: before.email })).toBe(earlier);
  });

  it(`a code: ${code}`, async () => {
    expect(await resultOf({ affiliateCode: link.code })).toBe(code);
  });

  it(`a customer who was credited before: ${customer}`, async () => {
    expect(await resultOf({ customerId: before.customerId })).toBe(customer);
  });

  it('an order that was attributed before stays so', async () => {
    const path = { conversionId: before.conversionId };
    const { data } = (await app.api.expect('getConversion', 200, { as: key, path })).body;
    expect(data).toMatchObject({ status: 'ATTRIBUTED', campaignId: link.campaignId, commissionAmount: 499 });
  });

  it(`the public profile is ${page}`, async () => {
    await app.api.expect('getPublicCampaign', page, { path: { campaignId: link.campaignId } });
  });

  it(`affiliates ${state === 'ARCHIVED' ? 'cannot join' : 'join by its id'}`, async () => {
    const body = { email: `late-${unique()}@example.com`, campaignId: link.campaignId };
    await app.api.expect('createAffiliate', state === 'ARCHIVED' ? 409 : 201, { as: key, body });
  });

  it(`affiliates who name no campaign ${state === 'ACTIVE' ? 'join it' : 'do not join it'}`, async () => {
    const other = await app.make.merchant();
    const { campaignId } = await app.make.campaign(other.test);
    await app.api.expect('updateCampaign', 200, {
      as: other.test,
      path: { campaignId },
      body: { status: state },
    });
    const body = { email: `late-${unique()}@example.com` };
    const { data } = (await app.api.expect('createAffiliate', 201, { as: other.test, body })).body;
    expect(data.links).toHaveLength(state === 'ACTIVE' ? 1 : 0);
  });

  it(`a change of name is ${state === 'ARCHIVED' ? 409 : 200}`, async () => {
    const path = { campaignId: link.campaignId };
    const status = state === 'ARCHIVED' ? 409 : 200;
    await app.api.expect('updateCampaign', status, { as: key, path, body: { name: `Named ${unique()}` } });
  });
});

it('paused and active again: links make clicks and codes count again', async () => {
  const link = await app.make.link(key);
  await update(link.campaignId, 'PAUSED');
  expect((await app.make.click(link)).clickId).toBeNull();
  await update(link.campaignId, 'ACTIVE');
  expect((await app.make.click(link)).clickId).toMatch(/^clk_/);
  expect((await record({ affiliateCode: link.code })).status).toBe('ATTRIBUTED');
});
