// listCampaigns: newest first, in pages that stay true while campaigns are added, of one merchant and mode.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { insertCampaigns } from './many.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

type Query = Record<string, string | number>;

async function list(as: string, query: Query = {}) {
  const { data, meta } = (await app.api.expect('listCampaigns', 200, { as, query })).body;
  return {
    names: data.map(({ name }) => name),
    ids: data.map(({ campaignId }) => campaignId),
    page: meta.page,
  };
}

/** A merchant's test key, with campaigns 1 to `count`, the last the newest. */
async function withCampaigns(count: number): Promise<string> {
  const merchant = await app.make.merchant();
  await insertCampaigns(app, merchant.id, count);
  return merchant.test;
}

it('is empty at first', async () => {
  const { test } = await app.make.merchant();
  expect(await list(test)).toEqual({ names: [], ids: [], page: { nextCursor: null, hasMore: false } });
});

it('shows the newest first, 25 unless told, 100 at most', async () => {
  const key = await withCampaigns(103);
  const { names, page } = await list(key);
  expect(names).toEqual(Array.from({ length: 25 }, (_, index) => `Campaign ${103 - index}`));
  expect(page.hasMore).toBe(true);
  expect((await list(key, { limit: 1 })).names).toEqual(['Campaign 103']);
  for (const limit of [100, 101, 100000]) expect((await list(key, { limit })).names).toHaveLength(100);
});

it('pages by cursor to the end, each campaign once, although campaigns are added meanwhile', async () => {
  const key = await withCampaigns(12);
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { names, page }: Awaited<ReturnType<typeof list>> = await list(key, {
      limit: 5,
      ...(cursor ? { cursor } : {}),
    });
    seen.push(...names);
    cursor = page.nextCursor;
    expect(page.hasMore).toBe(cursor !== null);
    await app.make.campaign(key, { name: 'added meanwhile' });
  } while (cursor !== null);
  expect(seen).toEqual(Array.from({ length: 12 }, (_, index) => `Campaign ${12 - index}`));
});

it('has no next page when the last row is the last one of a page', async () => {
  const key = await withCampaigns(4);
  const { page } = await list(key, { limit: 2 });
  expect((await list(key, { limit: 2, cursor: page.nextCursor as string })).page).toEqual({
    nextCursor: null,
    hasMore: false,
  });
});

it('pages by offset', async () => {
  const key = await withCampaigns(5);
  expect((await list(key, { limit: 2, offset: 3 })).names).toEqual(['Campaign 2', 'Campaign 1']);
  expect(await list(key, { offset: 5 })).toEqual({
    names: [],
    ids: [],
    page: { nextCursor: null, hasMore: false },
  });
  expect((await list(key, { offset: 10000 })).names).toEqual([]);
});

it('filters by state; the filter holds across pages', async () => {
  const { test } = await app.make.merchant();
  for (let index = 0; index < 3; index++) {
    await app.make.campaign(test, { name: `active ${index}` });
    await app.make.campaign(test, { name: `paused ${index}`, status: 'PAUSED' });
  }
  const { names, page } = await list(test, { status: 'PAUSED', limit: 2 });
  expect(names).toEqual(['paused 2', 'paused 1']);
  const rest = await list(test, { status: 'PAUSED', limit: 2, cursor: page.nextCursor as string });
  expect(rest).toMatchObject({ names: ['paused 0'], page: { hasMore: false } });
  expect((await list(test, { status: 'ARCHIVED' })).names).toEqual([]);
});

it('never shows what belongs to another merchant or to the other mode, whatever the cursor', async () => {
  const key = await withCampaigns(3);
  const { page } = await list(key, { limit: 1 });
  const other = await app.make.merchant();
  for (const as of [other.test, other.live]) {
    expect((await list(as)).names).toEqual([]);
    expect((await list(as, { cursor: page.nextCursor as string })).names).toEqual([]);
  }
});

it.each([
  [{ limit: 0 }, 'limit'],
  [{ limit: -1 }, 'limit'],
  [{ limit: 1.5 }, 'limit'],
  [{ limit: 'ten' }, 'limit'],
  [{ limit: '0x10' }, 'limit'],
  [{ limit: '1e2' }, 'limit'],
  [{ offset: -1 }, 'offset'],
  [{ offset: 10001 }, 'offset'],
  [{ status: 'active' }, 'status'],
  [{ cursor: 'nonsense' }, 'cursor'],
  [{ cursor: 'cmp_01m1dzpw00e67v766vvtayqg9r' }, 'cursor'],
  [{ cursor: 'x'.repeat(201) }, 'cursor'],
  [{ cursor: "' or 1=1 --" }, 'cursor'],
  [{ page: 2 }, 'page'],
])('refuses %j with 422', async (query, field) => {
  const { test } = await app.make.merchant();
  const { body } = await app.api.expect('listCampaigns', 422, { as: test, query: query as unknown as Query });
  expect(body.error.details.map(({ path }) => path)).toContainEqual([field]);
});

it('refuses cursor and offset together', async () => {
  const key = await withCampaigns(2);
  const cursor = (await list(key, { limit: 1 })).page.nextCursor as string;
  const { body } = await app.api.expect('listCampaigns', 422, { as: key, query: { cursor, offset: 1 } });
  expect(body.error.details).toEqual([{ path: ['offset'], message: 'cannot be used together with cursor' }]);
});
