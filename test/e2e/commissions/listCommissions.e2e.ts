// listCommissions: newest first, filtered, in pages that stay true while commissions are added.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { approve, commissionOf, earn, reject } from '../../support/commissions.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeEach(async () => {
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});
beforeAll(async () => {
  app = await sharedApp();
});

type Query = Record<string, string | number>;

async function list(query: Query = {}, as = merchant.test) {
  const { data, meta } = (await app.api.expect('listCommissions', 200, { as, query })).body;
  return { data, ids: data.map(({ commissionId }) => commissionId), page: meta.page };
}

async function earnMany(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let times = 0; times < count; times++) ids.push((await earn(app, link)).commissionId);
  return ids.reverse();
}

it('is empty at first', async () => {
  expect(await list()).toEqual({ data: [], ids: [], page: { nextCursor: null, hasMore: false } });
});

it('shows each commission as getCommission does, without its ledger, newest first', async () => {
  const ids = await earnMany(3);
  const { data } = await list();
  expect(data.map(({ commissionId }) => commissionId)).toEqual(ids);
  for (const commission of data) {
    const { ledger, ...rest } = await commissionOf(app, merchant.test, commission.commissionId);
    expect(ledger).toHaveLength(1);
    expect(commission).toEqual(rest);
  }
});

it('pages by cursor to the end, each commission once, although orders come in meanwhile; and by offset', async () => {
  const ids = await earnMany(7);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ limit: 3, ...(cursor ? { cursor } : {}) });
    seen.push(...page.ids);
    cursor = page.page.nextCursor;
    await earn(app, link);
  } while (cursor !== null);
  expect(seen).toEqual(ids);
  expect((await list({ limit: 2, offset: 8 })).ids).toEqual(ids.slice(5));
});

it('filters by state, affiliate, campaign, conversion, currency and time; filters add up', async () => {
  const other = await app.make.link(merchant.test);
  const [pending, yen, approved, rejected] = [
    await earn(app, link),
    await earn(app, link, 70, { currency: 'JPY' }),
    await earn(app, other),
    await earn(app, other),
  ];
  await approve(app, merchant.test, approved.commissionId);
  await reject(app, merchant.test, rejected.commissionId);
  const [newest] = (await list()).data;
  const expected: [Query, { commissionId: string }[]][] = [
    [{ status: 'PENDING' }, [yen, pending]],
    [{ status: 'APPROVED' }, [approved]],
    [{ status: 'REJECTED' }, [rejected]],
    [{ status: 'PAID' }, []],
    [{ affiliateId: other.affiliateId }, [rejected, approved]],
    [{ campaignId: link.campaignId }, [yen, pending]],
    [{ conversionId: pending.conversionId }, [pending]],
    [{ currency: 'jpy' }, [yen]],
    [{ currency: 'JPY', affiliateId: other.affiliateId }, []],
    [{ from: newest?.createdAt as string }, [rejected]],
    [{ to: newest?.createdAt as string, currency: 'EUR' }, [approved, pending]],
    [{ affiliateId: 'nonsense' }, []],
    [{ campaignId: link.affiliateId }, []],
    [{ conversionId: 'cnv_01m7w78fvceg4bsb5mkyc2akcs' }, []],
  ];
  for (const [query, earned] of expected) {
    expect([query, (await list(query)).ids]).toEqual([query, earned.map(({ commissionId }) => commissionId)]);
  }
});

it('never shows what belongs to another merchant or to the other mode', async () => {
  await earn(app, link);
  const stranger = await app.make.merchant();
  for (const as of [merchant.live, stranger.test]) {
    expect((await list({}, as)).data).toEqual([]);
    expect((await list({ affiliateId: link.affiliateId }, as)).data).toEqual([]);
  }
});

it.each([
  [{ limit: 0 }, 'limit'],
  [{ status: 'OPEN' }, 'status'],
  [{ currency: 'XXX' }, 'currency'],
  [{ from: '2026-11-01' }, 'from'],
  [{ from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }, 'to'],
  [{ cursor: 'nonsense' }, 'cursor'],
  [{ affiliateId: 'x'.repeat(65) }, 'affiliateId'],
])('refuses %j with 422', async (query, field) => {
  const { body } = await app.api.expect('listCommissions', 422, {
    as: merchant.test,
    query: query as unknown as Query,
  });
  expect(body.error.details.map(({ path }) => path)).toEqual([[field]]);
});
