// identify of a session that is not known yet: kept seven days, applied at its first click.
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { sessionName } from '../../support/makers.js';
import { sessionsNamed } from './visits.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});

const ann = 'aa'.repeat(32);
const bob = 'bb'.repeat(32);

async function identify(sessionId: string, hash: string, as?: string): Promise<void> {
  const body = { session_id: sessionId, customer_email_hash: hash };
  await app.api.expect('identify', 200, as === undefined ? { body } : { as, body });
}

/** The first click of the session at the link's merchant, and all that follows it. */
async function click(at: TestLink, sessionId: string): Promise<void> {
  await app.make.click(at, sessionId);
  await app.settled();
}

/** As if it had been sent so long ago. */
async function age(sessionId: string, interval: string): Promise<void> {
  const sql =
    'update pending_identities set created_at = now() - $2::interval where session_id = $1 returning 1';
  expect(await app.rows.query(sql, [sessionId, interval])).toHaveLength(1);
}

it('a claim is kept and applied at the first click', async () => {
  const sessionId = sessionName();
  await identify(sessionId, ann);
  expect(await sessionsNamed(app, sessionId)).toEqual([]);
  await click(link, sessionId);
  expect(await sessionsNamed(app, sessionId)).toEqual([
    { merchantId: merchant.id, mode: 'test', emailHash: ann, vouched: false },
  ]);
});

it('it is applied at each merchant where the id is clicked first within the seven days', async () => {
  const sessionId = sessionName();
  await identify(sessionId, ann);
  await click(link, sessionId);
  await click(await app.make.link((await app.make.merchant()).test), sessionId);
  const hashes = (await sessionsNamed(app, sessionId)).map(({ emailHash }) => emailHash);
  expect(hashes).toEqual([ann, ann]);
});

it("a key's word is kept for that merchant and mode alone, and stays vouched for", async () => {
  const other = await app.make.merchant();
  const sessionId = sessionName();
  await identify(sessionId, ann, merchant.test);
  for (const each of [await app.make.link(other.test), await app.make.link(merchant.live), link]) {
    await click(each, sessionId);
  }
  expect(await sessionsNamed(app, sessionId)).toEqual([
    { merchantId: other.id, mode: 'test', emailHash: null, vouched: null },
    { merchantId: merchant.id, mode: 'live', emailHash: null, vouched: null },
    { merchantId: merchant.id, mode: 'test', emailHash: ann, vouched: true },
  ]);
});

it("a key's word comes before a claim that was kept earlier, however soon the click follows", async () => {
  const sessions = Array.from({ length: 30 }, () => sessionName());
  for (const sessionId of sessions) {
    await identify(sessionId, bob);
    await identify(sessionId, ann, merchant.test);
    await app.make.click(link, sessionId);
  }
  await app.settled();
  for (const sessionId of sessions) {
    expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: ann, vouched: true }]);
  }
});

it('of two claims that are kept, the first counts', async () => {
  const sessionId = sessionName();
  await identify(sessionId, ann);
  await identify(sessionId, bob);
  await click(link, sessionId);
  expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: ann }]);
});

it.each([
  ['6 days 23:59:00', ann],
  ['7 days 00:01:00', null],
])('after %s the hash that is applied is %s', async (interval, expected) => {
  const sessionId = sessionName();
  await identify(sessionId, ann);
  await age(sessionId, interval);
  await click(link, sessionId);
  expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: expected }]);
});

it('one whose time is over makes room for a new one', async () => {
  const sessionId = sessionName();
  await identify(sessionId, ann);
  await age(sessionId, '7 days 00:01:00');
  await identify(sessionId, bob);
  await click(link, sessionId);
  expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: bob }]);
});

it('an identify and the first click sent at the same moment always find each other', async () => {
  const sessions = Array.from({ length: 30 }, () => sessionName());
  await Promise.all(sessions.flatMap((id) => [identify(id, ann), app.make.click(link, id)]));
  await app.settled();
  const hashes = await Promise.all(sessions.map(async (id) => (await sessionsNamed(app, id))[0]?.emailHash));
  expect(new Set(hashes)).toEqual(new Set([ann]));
});
