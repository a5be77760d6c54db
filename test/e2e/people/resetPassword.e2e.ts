// resetPassword: a link sets a password once, in time, and ends what the old one let in.
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { PasswordResetsService } from '#accounts/password-resets/password-resets.service.js';
import { toPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf, notFoundError } from '../../support/failures.js';
import { addSession, PASSWORD, type TestPerson } from '../../support/people.js';

let app: TestApp;
let merchantId: string;
let ada: TestPerson;
const clock = new HeldClock();
const NEW = 'seven quiet lighthouses in fog';

beforeAll(async () => {
  app = await startApp({ clock });
  merchantId = (await app.make.merchant()).id;
});
beforeEach(async () => {
  ada = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
});
afterAll(() => app.close());

async function tokenFor({ email }: TestPerson): Promise<string> {
  const resets = app.service.app.get(PasswordResetsService, { strict: false });
  const { link } = (await resets.makeLink(email, OPERATOR))!;
  expect(link).toMatch(/^https:\/\/go\.example\.com\/dashboard\/reset#rst_/);
  return link.split('#')[1]!;
}

const reset = (token: string, password = NEW) => app.api.call('resetPassword', { body: { token, password } });
const signIn = async ({ email }: TestPerson, password: string) =>
  (await app.api.call('signIn', { body: { email, password } })).status;

it('sets the password, ends every session and signs nobody in', async () => {
  const elsewhere = { cookie: await addSession(app.rows, ada.id, clock.now()) };
  const reply = await reset(await tokenFor(ada));
  expect([reply.status, reply.headers['set-cookie']]).toEqual([200, undefined]);
  for (const as of [ada.session, elsewhere]) await app.api.expect('getMe', 401, { as });
  expect([await signIn(ada, PASSWORD), await signIn(ada, NEW)]).toEqual([401, 200]);
});

it('a link works once, however many use it at once, and no other of the same person afterwards', async () => {
  const [token, other] = [await tokenFor(ada), await tokenFor(ada)];
  const statuses = (await Promise.all([1, 2].map(() => reset(token)))).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 404]);
  expect((await reset(other)).status).toBe(404);
});

it('used, too old, malformed and never made are one and the same 404, and the password stays', async () => {
  const late = await tokenFor(ada);
  clock.advance(3_600_000);
  const used = await tokenFor(ada);
  await reset(used);
  const current = await tokenFor(ada);
  const made = `rst_${'A'.repeat(43)}`;
  for (const token of [late, used, made, 'rst_', 'x', `${current}x`, current.slice(0, -1), 'ü']) {
    const { status, body } = await reset(token, 'another password than that');
    const { error } = body as { error: unknown };
    expect([token, status, error]).toEqual([token, 404, notFoundError('UNKNOWN_RESET_LINK', 'token')]);
  }
  expect(await signIn(ada, NEW)).toBe(200);
});

it('until it is used, everything stays as it is', async () => {
  await tokenFor(ada);
  expect(await signIn(ada, PASSWORD)).toBe(200);
  await app.api.expect('getMe', 200, { as: ada.session });
});

it('the new password keeps to the rules, and a refused one uses no link up', async () => {
  const token = await tokenFor(ada);
  const { body } = await app.api.expect('resetPassword', 422, { body: { token, password: 'elevenchars' } });
  expect(body.error.details).toEqual([
    { path: ['password'], message: 'must be at least 12 characters long' },
  ]);
  expect((await reset(token)).status).toBe(200);
});

it('whoever had to wait after wrong passwords gets in with the new one at once', async () => {
  const wrong = () => signIn(ada, 'wrong wrong wrong');
  for (let times = 0; times < 5; times++) await wrong();
  expect(await wrong()).toBe(429);
  await reset(await tokenFor(ada));
  expect(await signIn(ada, NEW)).toBe(200);
});

it('a link of somebody who was removed meanwhile sets nothing', async () => {
  const token = await tokenFor(ada);
  await app.rows.query('delete from people where id = $1', [ada.id]);
  expect((await reset(token)).status).toBe(404);
});

it('nobody gets a link for an email that nobody has', async () => {
  const resets = app.service.app.get(PasswordResetsService, { strict: false });
  expect(await resets.makeLink('nobody@example.com', OPERATOR)).toBeNull();
});

it('neither the token nor the password is stored anywhere', async () => {
  const token = await tokenFor(ada);
  const holds = async (secret: string) => {
    const tables = ['password_resets', 'people', 'audit_log', 'work'];
    const texts = await Promise.all(tables.map((table) => app.rows.query(`select t::text from ${table} t`)));
    return JSON.stringify(texts).includes(secret);
  };
  expect(await holds(token)).toBe(false);
  await reset(token);
  expect([await holds(token), await holds(NEW)]).toEqual([false, false]);
});

it('another site cannot use a link', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  const input = { body: { token: await tokenFor(ada), password: NEW }, headers };
  const { body } = await app.api.expect('resetPassword', 403, input);
  expect(body.error).toEqual(errorOf('CROSS_SITE'));
});

it('is noted in the audit log of each merchant of the person: that a link was made, and used', async () => {
  await reset(await tokenFor(ada));
  const noted = await app.rows.query(
    'select action, person_id from audit_log where merchant_id = $1 and (person_id = $2 or target = $3) order by id',
    [merchantId, ada.id, toPublicId('per', ada.id)],
  );
  expect(noted).toEqual([
    { action: 'RESET_LINK_MADE', person_id: null },
    { action: 'PASSWORD_RESET', person_id: ada.id },
  ]);
});
