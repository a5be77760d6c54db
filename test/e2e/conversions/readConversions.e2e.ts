// getConversion and listConversions: reading back what was recorded.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});

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

  it('each filter alone keeps what it should, all together keep what each of them keeps', async () => {
    const shop = await app.make.merchant();
    const [one, other] = [await app.make.link(shop.test), await app.make.link(shop.test)];
    const second = await app.make.affiliate(shop.test, one.campaignId);
    const day = (number: number) => new Date(Date.now() - number * 86_400_000).toISOString();
    const made = new Map<string, string>();
    const make = async (name: string, fields: Parameters<typeof record>[0]) =>
      made.set((await record(fields, shop.test)).conversionId, name);
    await make('one, old', { affiliateCode: one.code, occurredAt: day(30) });
    await make('one, new', { affiliateCode: one.code, occurredAt: day(3) });
    await make('second, old', { affiliateCode: second.code, occurredAt: day(30) });
    await make('other, new', { affiliateCode: other.code, occurredAt: day(3) });
    await make('nobody, new', { occurredAt: day(3), externalId: 'the-one' });
    const names = async (query: Record<string, string>) =>
      (await list(query, shop.test)).data.map(({ conversionId }) => made.get(conversionId));
    const { affiliateId, campaignId } = one;
    expect(await names({ affiliateId })).toEqual(['one, new', 'one, old']);
    expect(await names({ campaignId })).toEqual(['second, old', 'one, new', 'one, old']);
    expect(await names({ status: 'UNATTRIBUTED' })).toEqual(['nobody, new']);
    expect(await names({ status: 'ATTRIBUTED' })).toHaveLength(4);
    expect(await names({ from: day(10) })).toEqual(['nobody, new', 'other, new', 'one, new']);
    expect(await names({ to: day(10) })).toEqual(['second, old', 'one, old']);
    expect(await names({ externalId: 'the-one' })).toEqual(['nobody, new']);
    expect(await names({ externalId: 'the-one', status: 'ATTRIBUTED' })).toEqual([]);
    const all = { affiliateId, campaignId, status: 'ATTRIBUTED', from: day(40), to: day(10) };
    expect(await names(all)).toEqual(['one, old']);
    expect(await names({ ...all, affiliateId: other.affiliateId })).toEqual([]);
  });

  it('a filter goes on from page to page, by cursor and by offset alike', async () => {
    const shop = await app.make.merchant();
    const own = await app.make.link(shop.test);
    const names: string[] = [];
    for (let n = 0; n < 7; n++) {
      names.unshift((await record({ affiliateCode: own.code }, shop.test)).externalId);
      await record({}, shop.test);
    }
    const query = { affiliateId: own.affiliateId, limit: 3 };
    const pagesBy = async (next: (page: Awaited<ReturnType<typeof list>>, seen: number) => object) => {
      const seen: string[] = [];
      let page = await list(query, shop.test);
      for (;;) {
        seen.push(...page.data.map(({ externalId }) => externalId));
        if (!page.meta.page.hasMore) return seen;
        page = await list({ ...query, ...next(page, seen.length) }, shop.test);
      }
    };
    expect(await pagesBy(({ meta }) => ({ cursor: meta.page.nextCursor }))).toEqual(names);
    expect(await pagesBy((_, offset) => ({ offset }))).toEqual(names);
  });

  it('a period holds what occurred in it, whenever that was recorded, newest first, on pages, in sums and in the export', async () => {
    const shop = await app.make.merchant();
    const minutes = (count: number) => new Date(Date.now() - count * 60_000).toISOString();
    // Some at once, some late, and the clocks of shops that run a little ahead.
    const ago = [3_000, 0, 60, -4, 90, 2_880, 0, 61, 4_000, -3];
    const recorded: { id: string; at: string }[] = [];
    for (const [index, count] of ago.entries()) {
      const { conversionId } = await record(
        { occurredAt: minutes(count), externalId: `late-${index}` },
        shop.test,
      );
      recorded.unshift({ id: conversionId, at: minutes(count) });
    }
    const bounds = [5_000, 2_900, 2_000, 75, 30, 0, -5].map(minutes);
    for (const [index, from] of bounds.entries()) {
      for (const to of bounds.slice(index + 1)) {
        const expected = recorded.filter(({ at }) => at >= from && at < to).map(({ id }) => id);
        const pages: string[] = [];
        for (let cursor: string | null = ''; cursor !== null;) {
          const page = await list({ from, to, limit: 2, ...(cursor && { cursor }) }, shop.test);
          pages.push(...page.data.map(({ conversionId }) => conversionId));
          cursor = page.meta.page.nextCursor;
        }
        expect(pages, `${from} to ${to}`).toEqual(expected);
        const behind = await list({ from, to, limit: 100, offset: 1 }, shop.test);
        expect(behind.data.map(({ conversionId }) => conversionId)).toEqual(expected.slice(1));
        const sums = await app.api.expect('summarizeConversions', 200, {
          as: shop.test,
          query: { from, to },
        });
        expect(sums.body.data.conversions).toBe(expected.length);
        const file = await app.api.expect('exportConversions', 200, { as: shop.test, query: { from, to } });
        expect(file.text.trimEnd().split('\r\n').slice(1)).toHaveLength(expected.length);
      }
    }
  });

  it('while orders pour in, pages by cursor hold each that was there, once and in order', async () => {
    const shop = await app.make.merchant();
    const names: string[] = [];
    for (let n = 0; n < 60; n++) names.unshift((await record({}, shop.test)).externalId);
    let isReading = true;
    const pouring = Array.from({ length: 4 }, async () => {
      while (isReading) await record({}, shop.test);
    });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await list({ limit: 7, ...(cursor === null ? {} : { cursor }) }, shop.test);
      seen.push(...page.data.map(({ externalId }) => externalId));
      cursor = page.meta.page.nextCursor;
    } while (cursor !== null);
    isReading = false;
    await Promise.all(pouring);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.slice(-names.length)).toEqual(names);
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
