// getConversion and listConversions: reading back what was recorded.
import { startApp, type TestApp } from '../../support/app.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';

let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await startApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});
afterAll(() => app.close());

async function record(fields: Parameters<typeof app.make.order>[0] = {}, key = merchant.test) {
  const reply = await app.api.expect('recordPostback', 201, { as: key, body: app.make.order(fields) });
  return { ...reply.body.data, conversionId: reply.body.data.conversionId as string };
}

async function list(query: Record<string, string | number>, key = merchant.test) {
  return (await app.api.expect('listConversions', 200, { as: key, query })).body;
}

describe('getConversion', () => {
  it('gives the conversion with its stored attribution and its history', async () => {
    const recorded = await record({ affiliateCode: link.code, metadata: { note: 'gift' } });
    const path = { conversionId: recorded.conversionId };
    const { data } = (await app.api.expect('getConversion', 200, { as: merchant.test, path })).body;
    expect(data).toMatchObject({
      externalId: recorded.externalId,
      commissionId: recorded.commissionId,
      metadata: { note: 'gift' },
      attribution: recorded.attribution,
      history: [{ event: 'RECORDED', details: { status: 'ATTRIBUTED', matchedBy: 'CODE' } }],
    });
  });

  it("another merchant's, the other mode's, a malformed and an unknown id are one and the same 404", async () => {
    const stranger = await app.make.merchant();
    const { conversionId } = await record();
    const replies = await Promise.all([
      app.api.expect('getConversion', 404, { as: stranger.test, path: { conversionId } }),
      app.api.expect('getConversion', 404, { as: merchant.live, path: { conversionId } }),
      app.api.expect('getConversion', 404, { as: merchant.test, path: { conversionId: 'cnv_nonsense' } }),
      app.api.expect('getConversion', 404, {
        as: merchant.test,
        path: { conversionId: 'cnv_01h455vb4pex5vsknk084sn02q' },
      }),
    ]);
    expect(new Set(replies.map((reply) => JSON.stringify(reply.body.error))).size).toBe(1);
  });
});

describe('listConversions', () => {
  it('finds an order by its externalId, byte for byte', async () => {
    const recorded = await record({ externalId: `Order ${unique()} & more?` });
    const found = await list({ externalId: recorded.externalId });
    expect(found.data.map(({ conversionId }) => conversionId)).toEqual([recorded.conversionId]);
    expect((await list({ externalId: recorded.externalId.toLowerCase() })).data).toEqual([]);
  });

  it('filters by status, affiliate, campaign and period', async () => {
    const own = await app.make.link(merchant.test);
    const day = 86_400_000;
    const occurredAt = new Date(Date.now() - 10 * day).toISOString();
    const credited = await record({ affiliateCode: own.code, occurredAt });
    const ids = async (query: Record<string, string>) =>
      (await list(query)).data.map(({ conversionId }) => conversionId);
    expect(await ids({ affiliateId: own.affiliateId })).toEqual([credited.conversionId]);
    expect(await ids({ campaignId: own.campaignId, status: 'ATTRIBUTED' })).toEqual([credited.conversionId]);
    expect(await ids({ campaignId: own.campaignId, status: 'UNATTRIBUTED' })).toEqual([]);
    const to = new Date(Date.parse(occurredAt) + 1).toISOString();
    expect(await ids({ from: occurredAt, to })).toEqual([credited.conversionId]);
    expect(await ids({ campaignId: own.campaignId, from: to })).toEqual([]);
    expect(await ids({ affiliateId: 'aff_nonsense' })).toEqual([]);
  });

  it('pages newest first, and a cursor stays stable while rows are added', async () => {
    const other = await app.make.merchant();
    const names: string[] = [];
    for (let n = 0; n < 5; n++) names.unshift((await record({}, other.test)).externalId);
    const first = await list({ limit: 2 }, other.test);
    await record({}, other.test);
    const second = await list({ limit: 2, cursor: first.meta.page.nextCursor as string }, other.test);
    const third = await list({ limit: 2, cursor: second.meta.page.nextCursor as string }, other.test);
    const seen = [first, second, third].flatMap((page) => page.data.map(({ externalId }) => externalId));
    expect(seen).toEqual(names);
    expect(third.meta.page).toEqual({ nextCursor: null, hasMore: false });
  });

  it('shows nothing of other merchants or of the other mode', async () => {
    const stranger = await app.make.merchant();
    await record();
    expect((await list({}, stranger.test)).data).toEqual([]);
    expect((await list({}, merchant.live)).data).toEqual([]);
  });

  it.each([
    ['a limit that is no number', { limit: 'many' }],
    ['a limit of 0', { limit: 0 }],
    ['a negative offset', { offset: -1 }],
    ['a cursor that is none', { cursor: 'nonsense' }],
    ['a status that does not exist', { status: 'PAID' }],
    ['a period that ends before it begins', { from: '2026-02-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }],
    ['a misspelt filter', { externalID: 'x' }],
  ])('%s is 422', async (_, query) => {
    const reply = await app.api.expect('listConversions', 422, {
      as: merchant.test,
      query: query as Record<string, string>,
    });
    expect(reply.body.error.details.length).toBeGreaterThan(0);
  });
});
