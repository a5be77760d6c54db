// listAffiliates: newest first, with their links, filtered, in pages that stay true while affiliates are added.
import { newId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

type Query = Record<string, string | number>;

async function list(as: string, query: Query = {}) {
  const { data, meta } = (await app.api.expect('listAffiliates', 200, { as, query })).body;
  return { data, ids: data.map(({ affiliateId }) => affiliateId), page: meta.page };
}

/** A merchant's test key, with this many affiliates written by SQL, the last the newest: 1@example.com, 2@example.com … */
async function withAffiliates(count: number): Promise<string> {
  const { id, test } = await app.make.merchant();
  const ids = Array.from({ length: count }, () => newId()).sort();
  await app.rows.query(
    `insert into affiliates (merchant_id, mode, id, email, status, created_at, updated_at)
     select $1, 'test', id, n || '@example.com', 'ACTIVE', now(), now() from unnest($2::uuid[]) with ordinality as t(id, n)`,
    [id, ids],
  );
  return test;
}

const emailsOf = ({ data }: Awaited<ReturnType<typeof list>>): string[] => data.map(({ email }) => email);
const down = (from: number, to: number): string[] =>
  Array.from({ length: from - to + 1 }, (_, index) => `${from - index}@example.com`);

it('is empty at first', async () => {
  const { test } = await app.make.merchant();
  expect(await list(test)).toEqual({ data: [], ids: [], page: { nextCursor: null, hasMore: false } });
});

it('shows each affiliate with all links, oldest link first', async () => {
  const { test } = await app.make.merchant();
  const [first, second] = [await app.make.campaign(test), await app.make.campaign(test)];
  const email = 'mila@example.com';
  for (const { campaignId } of [first, second]) {
    await app.api.expect('createAffiliate', 201, { as: test, body: { email, campaignId } });
  }
  await app.make.affiliate(test, second.campaignId);
  const { data } = await list(test);
  expect(data.map(({ links }) => links.map(({ campaignId }) => campaignId))).toEqual([
    [second.campaignId],
    [first.campaignId, second.campaignId],
  ]);
  for (const { affiliateId, ...rest } of data) {
    const one = await app.api.expect('getAffiliate', 200, { as: test, path: { affiliateId } });
    expect(one.body.data).toEqual({ affiliateId, ...rest });
  }
});

it('shows 25 unless told, 100 at most', async () => {
  const key = await withAffiliates(102);
  expect(emailsOf(await list(key))).toEqual(down(102, 78));
  for (const limit of [100, 101, 5000]) expect((await list(key, { limit })).data).toHaveLength(100);
});

it('pages by cursor to the end, each affiliate once, although affiliates are added meanwhile', async () => {
  const key = await withAffiliates(11);
  const seen: string[] = [];
  let cursor: string | null = null;
  let added = 0;
  do {
    const page: Awaited<ReturnType<typeof list>> = await list(key, {
      limit: 4,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...emailsOf(page));
    cursor = page.page.nextCursor;
    await app.api.expect('createAffiliate', 201, {
      as: key,
      body: { email: `added-${++added}@example.com` },
    });
  } while (cursor !== null);
  expect(seen).toEqual(down(11, 1));
});

it('pages by offset', async () => {
  const key = await withAffiliates(5);
  expect(emailsOf(await list(key, { limit: 2, offset: 3 }))).toEqual(down(2, 1));
});

describe('filters', () => {
  it('by email in either case, by campaign and by state; they add up', async () => {
    const { test } = await app.make.merchant();
    const [one, two] = [await app.make.campaign(test), await app.make.campaign(test)];
    const [ann, bob] = [
      await app.make.affiliate(test, one.campaignId),
      await app.make.affiliate(test, two.campaignId),
    ];
    const path = { affiliateId: bob.affiliateId };
    const suspended = { status: 'SUSPENDED', email: 'Bob@example.com' } as const;
    await app.api.expect('updateAffiliate', 200, { as: test, path, body: suspended });
    const idsOf = async (query: Query): Promise<string[]> => (await list(test, query)).ids;
    expect(await idsOf({ email: 'BOB@Example.com' })).toEqual([bob.affiliateId]);
    expect(await idsOf({ campaignId: one.campaignId })).toEqual([ann.affiliateId]);
    expect(await idsOf({ status: 'SUSPENDED' })).toEqual([bob.affiliateId]);
    expect(await idsOf({ status: 'SUSPENDED', campaignId: one.campaignId })).toEqual([]);
    expect(
      await idsOf({ status: 'SUSPENDED', campaignId: two.campaignId, email: 'bob@example.com' }),
    ).toEqual([bob.affiliateId]);
  });

  it('in every combination: those of whom all of it is true, newest first', async () => {
    const { test } = await app.make.merchant();
    const campaigns = [await app.make.campaign(test), await app.make.campaign(test)].map(
      (one) => one.campaignId,
    );
    const everybody: { id: string; email: string; status: string; joined: string[] }[] = [];
    for (const status of ['ACTIVE', 'SUSPENDED'] as const) {
      for (const joined of [campaigns.slice(0, 1), campaigns.slice(1), campaigns]) {
        const email = `a-${everybody.length}@example.com`;
        let id = '';
        for (const campaignId of joined) {
          const made = await app.api.expect('createAffiliate', 201, {
            as: test,
            body: { email, campaignId },
          });
          id = made.body.data.affiliateId;
        }
        await app.api.expect('updateAffiliate', 200, {
          as: test,
          path: { affiliateId: id },
          body: { status },
        });
        everybody.unshift({ id, email, status, joined });
      }
    }
    for (const status of [undefined, 'ACTIVE', 'SUSPENDED']) {
      for (const campaignId of [undefined, ...campaigns, 'cmp_01m1dzpw00e67v766vvtayqg9r']) {
        for (const email of [undefined, 'a-2@example.com', 'A-4@example.com', 'nobody@example.com']) {
          const fitting = everybody.filter(
            (one) =>
              (status ?? one.status) === one.status &&
              (campaignId === undefined || one.joined.includes(campaignId)) &&
              (email?.toLowerCase() ?? one.email) === one.email,
          );
          const sent = Object.entries({ status, campaignId, email }).filter(
            ([, value]) => value !== undefined,
          );
          const { ids } = await list(test, Object.fromEntries(sent) as Query);
          expect([sent, ids]).toEqual([sent, fitting.map(({ id }) => id)]);
        }
      }
    }
  });

  it('stay as they are from page to page', async () => {
    const { test } = await app.make.merchant();
    const [one, two] = [await app.make.campaign(test), await app.make.campaign(test)];
    const wanted: string[] = [];
    for (let count = 0; count < 5; count++) {
      wanted.unshift((await app.make.affiliate(test, one.campaignId)).affiliateId);
      await app.make.affiliate(test, two.campaignId);
    }
    const query = { campaignId: one.campaignId, status: 'ACTIVE', limit: 2 };
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof list>> = await list(test, {
        ...query,
        ...(cursor ? { cursor } : {}),
      });
      seen.push(...page.ids);
      cursor = page.page.nextCursor;
    } while (cursor !== null);
    expect(seen).toEqual(wanted);
  });

  it.each([
    { email: 'nobody@example.com' },
    { email: '%' },
    { campaignId: 'cmp_01m1dzpw00e67v766vvtayqg9r' },
    { campaignId: 'nonsense' },
    { campaignId: 'aff_01m1kt8ebremxv7sqjtdnxdx18' },
  ])('%j names nothing and gives an empty list', async (query) => {
    const key = await withAffiliates(1);
    expect(await list(key, query as unknown as Query)).toMatchObject({
      data: [],
      page: { nextCursor: null, hasMore: false },
    });
  });
});

it('never shows what belongs to another merchant or to the other mode', async () => {
  const merchant = await app.make.merchant();
  const link = await app.make.link(merchant.test);
  const stranger = await app.make.merchant();
  for (const as of [merchant.live, stranger.test]) {
    expect((await list(as)).data).toEqual([]);
    expect((await list(as, { campaignId: link.campaignId })).data).toEqual([]);
  }
});

it.each([
  [{ limit: 0 }, 'limit'],
  [{ limit: 'x' }, 'limit'],
  [{ offset: 10001 }, 'offset'],
  [{ status: 'ARCHIVED' }, 'status'],
  [{ email: 'x'.repeat(255) }, 'email'],
  [{ campaignId: 'x'.repeat(65) }, 'campaignId'],
  [{ cursor: 'nonsense' }, 'cursor'],
  [{ cursor: 'AaIDoazjdvSoNOEkUB9VxQ==' }, 'cursor'],
])('refuses %j with 422', async (query, field) => {
  const { test } = await app.make.merchant();
  const { body } = await app.api.expect('listAffiliates', 422, {
    as: test,
    query: query as unknown as Query,
  });
  expect(body.error.details.map(({ path }) => path)).toEqual([[field]]);
});
