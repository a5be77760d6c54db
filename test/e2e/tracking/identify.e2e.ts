// identify: a session belongs to the customer with this email. With a key that is vouched for, without one it is a claim.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid, type Reply } from '../../support/call.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { sessionName } from '../../support/makers.js';
import { expectForAnyPage, sessionsNamed } from './visits.js';

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

async function identify(sessionId: string, hash: string, as?: string): Promise<Reply<unknown>> {
  const body = { session_id: sessionId, customer_email_hash: hash };
  const reply = await app.api.expect('identify', 200, as === undefined ? { body } : { as, body });
  expectForAnyPage(reply.headers);
  expect(reply.body.data).toEqual({ success: true });
  return reply;
}

const pendingFor = (sessionId: string): Promise<Record<string, unknown>[]> =>
  app.rows.query(
    `select merchant_id, mode, encode(email_hash, 'hex') as hash from pending_identities where session_id = $1`,
    [sessionId],
  );

describe('without a key', () => {
  it('identifies a known session, as a claim that nobody vouches for', async () => {
    const { sessionId } = await app.make.click(link);
    await identify(sessionId, ann.toUpperCase());
    expect(await sessionsNamed(app, sessionId)).toEqual([
      { merchantId: merchant.id, mode: 'test', emailHash: ann, vouched: false },
    ]);
    expect(await pendingFor(sessionId)).toEqual([]);
  });

  it('keeps the first hash for ever and ignores later ones silently', async () => {
    const { sessionId } = await app.make.click(link);
    for (const hash of [ann, bob, ann, bob]) await identify(sessionId, hash);
    expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: ann, vouched: false }]);
  });

  it('is idempotent: twenty equal calls at once are one identity', async () => {
    const sessionId = sessionName();
    await Promise.all(Array.from({ length: 20 }, () => identify(sessionId, ann)));
    expect(await pendingFor(sessionId)).toHaveLength(1);
  });

  it('applies to every session with this id, at each merchant and in each mode', async () => {
    const links = [
      link,
      await app.make.link(merchant.live),
      await app.make.link((await app.make.merchant()).test),
    ];
    const sessionId = sessionName();
    for (const each of links) await app.make.click(each, sessionId);
    await identify(sessionId, ann);
    const hashes = (await sessionsNamed(app, sessionId)).map(({ emailHash }) => emailHash);
    expect(hashes).toEqual([ann, ann, ann]);
  });

  it('applies at each merchant separately: where a hash was first, it stays', async () => {
    const other = await app.make.merchant();
    const sessionId = sessionName();
    for (const each of [link, await app.make.link(other.test)]) await app.make.click(each, sessionId);
    await identify(sessionId, ann, merchant.test);
    await identify(sessionId, bob);
    expect(await sessionsNamed(app, sessionId)).toEqual([
      { merchantId: merchant.id, mode: 'test', emailHash: ann, vouched: true },
      { merchantId: other.id, mode: 'test', emailHash: bob, vouched: false },
    ]);
  });

  it('applies at 16 merchants at most', async () => {
    const sessionId = sessionName();
    await app.rows.query(
      `with m as (select gen_random_uuid() as id, n from generate_series(1, 17) n),
            d as (insert into session_directory (session_id, merchant_id, mode, created_at)
                  select $1, id, 'live', now() - n * interval '1 minute' from m)
       insert into sessions (merchant_id, mode, id, created_at) select id, 'live', $1, now() from m`,
      [sessionId],
    );
    await identify(sessionId, ann);
    const hashes = (await sessionsNamed(app, sessionId)).map(({ emailHash }) => emailHash);
    expect(hashes.filter((hash) => hash === ann)).toHaveLength(16);
    expect(hashes.filter((hash) => hash === null)).toHaveLength(1);
  });
});

describe('with a key', () => {
  it('identifies the session of that merchant and mode only, and vouches for it', async () => {
    const links = [
      link,
      await app.make.link(merchant.live),
      await app.make.link((await app.make.merchant()).test),
    ];
    const sessionId = sessionName();
    for (const each of links) await app.make.click(each, sessionId);
    await identify(sessionId, ann, merchant.test);
    expect(await sessionsNamed(app, sessionId)).toMatchObject([
      { merchantId: merchant.id, mode: 'test', emailHash: ann, vouched: true },
      { mode: 'live', emailHash: null },
      { mode: 'test', emailHash: null },
    ]);
  });

  it('vouches for what was claimed before, and overrules it never', async () => {
    const [confirmed, denied] = [await app.make.click(link), await app.make.click(link)];
    for (const { sessionId } of [confirmed, denied]) await identify(sessionId, ann);
    await identify(confirmed.sessionId, ann, merchant.test);
    await identify(denied.sessionId, bob, merchant.test);
    expect(await sessionsNamed(app, confirmed.sessionId)).toMatchObject([{ emailHash: ann, vouched: true }]);
    expect(await sessionsNamed(app, denied.sessionId)).toMatchObject([{ emailHash: ann, vouched: false }]);
  });

  it('that is no good is 401, although none would do, and nothing is written', async () => {
    const { sessionId } = await app.make.click(link);
    const body = { session_id: sessionId, customer_email_hash: ann };
    const reply = await app.api.expect('identify', 401, { as: `${merchant.test}x`, body });
    expectForAnyPage(reply.headers);
    expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: null }]);
  });
});

it.each(['unknown', 'known', 'identified', 'identified by somebody else'])(
  'answers in the same words for a session that is %s',
  async (state) => {
    const sessionId = state === 'unknown' ? sessionName() : (await app.make.click(link)).sessionId;
    if (state === 'identified') await identify(sessionId, ann);
    if (state === 'identified by somebody else') await identify(sessionId, bob, merchant.test);
    const { body, headers } = await identify(sessionId, ann);
    expect(body).toEqual({ success: true, data: { success: true }, meta: expect.anything() as unknown });
    expect(headers['content-length']).toBe((await identify(sessionName(), bob)).headers['content-length']);
    expect(headers['set-cookie']).toBeUndefined();
  },
);

it('the body counts, cookies do not', async () => {
  const { sessionId: theirs } = await app.make.click(link);
  const body = { session_id: sessionName(), customer_email_hash: ann };
  await app.api.expect('identify', 200, { body, headers: { cookie: `_rc_sid=${theirs}` } });
  expect(await sessionsNamed(app, theirs)).toMatchObject([{ emailHash: null }]);
});

it.each([
  ['session_id', 'short77'],
  ['session_id', 'x'.repeat(129)],
  ['session_id', 'undefined'],
  ['session_id', 'Anonymous'],
  ['customer_email_hash', 'ab'.repeat(31)],
  ['customer_email_hash', 'gg'.repeat(32)],
  ['customer_email_hash', `${'ab'.repeat(32)} `],
  ['customer_email_hash', 'ann@example.com'],
  ['customer_email_hash', null],
])('refuses %s %j with 422 and does not repeat it', async (field, value) => {
  const sessionId = sessionName();
  const body = { session_id: sessionId, customer_email_hash: ann, [field]: value };
  const reply = await app.api.expect('identify', 422, { body: invalid(body) });
  expectForAnyPage(reply.headers);
  expect(reply.body.error.details.map(({ path }) => path)).toEqual([[field]]);
  if (value !== null) expect(reply.text).not.toContain(value);
  expect(await pendingFor(sessionId)).toEqual([]);
});
