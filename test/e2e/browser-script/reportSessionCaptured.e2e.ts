// reportSessionCaptured: a page says which session its script found in the address, in a test.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { report, reportRaw, siteOf, written } from './sites.js';

let app: SharedApp;
let key: string;
let siteToken: string;
beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  key = (await app.make.merchant()).test;
  siteToken = (await siteOf(app, key)).siteToken;
});

const good = (testId = 'check-1', sessionId = 'session-1') => ({
  siteToken,
  testId,
  sessionId,
  source: 'url',
});
const last = async (testId?: string) => (await siteOf(app, key, testId)).lastSession;

it('the session is kept under its test, and the script counts as seen', async () => {
  await report(app, 'reportSessionCaptured', { ...good(), more: 'whatever' });
  const site = await siteOf(app, key);
  expect(site.lastSession).toEqual({
    testId: 'check-1',
    sessionId: 'session-1',
    capturedAt: site.firstSeenAt,
  });
});

it('a test that is repeated has the session of the last time', async () => {
  await Promise.all(
    ['session-a', 'session-b', 'session-c'].map((id) =>
      reportRaw(app, 'reportSessionCaptured', JSON.stringify(good('again', id))),
    ),
  );
  await report(app, 'reportSessionCaptured', good('again', 'session-z'));
  expect(await last('again')).toMatchObject({ sessionId: 'session-z' });
});

it.each([
  ['a field that is missing', { sessionId: undefined }],
  ['a session that cannot be one', { sessionId: 'short' }],
  ['a session that means nobody', { sessionId: 'undefined' }],
  ['a test that cannot be one', { testId: 'a b' }],
  ['a test too long', { testId: 'x'.repeat(129) }],
  ['another source', { source: 'cookie' }],
  ['a token nobody has', { siteToken: 'rcst_another' }],
])('it is 204, and nothing is written, for %s', async (_, spoilt) => {
  await reportRaw(app, 'reportSessionCaptured', JSON.stringify({ ...good(), ...spoilt }));
  await written(app);
  expect(await last()).toBeNull();
});

it('without a body it is 204', async () => {
  await reportRaw(app, 'reportSessionCaptured', undefined);
});

it('a flood leaves the newest twenty', async () => {
  for (let round = 0; round < 3; round++) {
    const ids = Array.from({ length: 15 }, (_, at) => `flood-${round}-${at}`);
    await Promise.all(ids.map((id) => reportRaw(app, 'reportSessionCaptured', JSON.stringify(good(id)))));
    await written(app);
  }
  const [{ count }] = (await app.rows.query(
    'select count(*)::int as count from captured_sessions c join site_token_directory using (merchant_id, mode) where token = $1',
    [siteToken],
  )) as [{ count: number }];
  expect(count).toBe(20);
  expect((await last())?.testId).toMatch(/^flood-2-/);
});

it('a flood with one token leaves room for others', async () => {
  const other = await app.make.merchant();
  const { siteToken: theirs } = await siteOf(app, other.test);
  const ids = Array.from({ length: 60 }, (_, at) => `flood-${at}`);
  await Promise.all(ids.map((id) => reportRaw(app, 'reportSessionCaptured', JSON.stringify(good(id)))));
  await report(app, 'reportSessionCaptured', { ...good('theirs'), siteToken: theirs });
  expect((await siteOf(app, other.test)).lastSession).toMatchObject({ testId: 'theirs' });
});
