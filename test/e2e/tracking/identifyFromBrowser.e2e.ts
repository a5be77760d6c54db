// identifyFromBrowser: identify under the path and the names that the browser SDK uses; never with a key.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
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

async function identify(
  sessionId: string,
  emailHash: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const reply = await app.api.expect('identifyFromBrowser', 200, { body: { sessionId, emailHash }, headers });
  expectForAnyPage(reply.headers);
  expect(reply.body.data).toEqual({ success: true });
}

it('identifies a known session as a claim, in either case of the hash', async () => {
  const { sessionId } = await app.make.click(link);
  await identify(sessionId, ann.toUpperCase());
  expect(await sessionsNamed(app, sessionId)).toEqual([
    { merchantId: merchant.id, mode: 'test', emailHash: ann, vouched: false },
  ]);
});

it('keeps an identity until the first click', async () => {
  const sessionId = sessionName();
  await identify(sessionId, ann);
  await app.make.click(link, sessionId);
  await app.settled();
  expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: ann, vouched: false }]);
});

it('and identify speak of the same sessions: whichever came first wins', async () => {
  const { sessionId } = await app.make.click(link);
  await identify(sessionId, ann);
  await app.api.expect('identify', 200, { body: { session_id: sessionId, customer_email_hash: bob } });
  expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: ann }]);
});

it('does not look at a key: a good one vouches for nothing, a bad one refuses nothing', async () => {
  const [one, two] = [await app.make.click(link), await app.make.click(link)];
  await identify(one.sessionId, ann, { authorization: `Bearer ${merchant.test}` });
  await identify(two.sessionId, ann, { authorization: 'Bearer nonsense' });
  for (const { sessionId } of [one, two]) {
    expect(await sessionsNamed(app, sessionId)).toMatchObject([{ emailHash: ann, vouched: false }]);
  }
});

it.each([
  ['sessionId', 'short77'],
  ['emailHash', 'not a hash'],
  ['emailHash', 7],
])('refuses %s %j with 422, in a reply that the page can read', async (field, value) => {
  const body = { sessionId: sessionName(), emailHash: ann, [field]: value };
  const reply = await app.api.expect('identifyFromBrowser', 422, { body: invalid(body) });
  expectForAnyPage(reply.headers);
  expect(reply.body.error.details.map(({ path }) => path)).toEqual([[field]]);
});

it('knows the names of its twin only as a hint', async () => {
  const body = { session_id: sessionName(), emailHash: ann };
  const { error } = (await app.api.expect('identifyFromBrowser', 422, { body: invalid(body) })).body;
  expect(error.details).toContainEqual({
    path: ['session_id'],
    message: 'is not known here; did you mean sessionId?',
  });
});
