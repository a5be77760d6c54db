// signIn and signOut: a password and an email let in, once each; nothing else does, and nobody learns who has an account.
import { hash } from 'node:crypto';
import { startApp, type TestApp } from '../../support/app.js';
import type { TestSession } from '../../support/call.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf } from '../../support/failures.js';
import { PASSWORD, type TestPerson } from '../../support/people.js';

let app: TestApp;
let merchantId: string;
let ada: TestPerson;
const clock = new HeldClock();

beforeAll(async () => {
  app = await startApp({ clock, environment: { TRUST_PROXY: '1', PUBLIC_URL: 'http://127.0.0.1' } });
  merchantId = (await app.make.merchant('Northwind')).id;
  ada = await app.make.person(merchantId, { hasPassword: true });
});
afterAll(() => app.close());

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `203.0.113.${++addresses}` });
const signIn = (email: string, password: string, headers: Record<string, string> = elsewhere()) =>
  app.api.call('signIn', { body: { email, password }, headers });

/** The cookie that a reply gives, as a browser sends it back. */
function cookieOf(headers: { 'set-cookie'?: string[] | undefined }): TestSession {
  return { cookie: String(headers['set-cookie']?.[0]).split(';')[0] as string };
}

it('lets in by email, in any case, and password; the session works at once', async () => {
  const email = ` ${ada.email.toUpperCase()}`.trim();
  const { body, headers } = await app.api.expect('signIn', 200, { body: { email, password: PASSWORD } });
  expect(body.data).toMatchObject({ email: ada.email, merchants: [{ name: 'Northwind', role: 'OWNER' }] });
  const me = await app.api.expect('getMe', 200, { as: cookieOf(headers) });
  expect(me.body.data).toEqual(body.data);
});

it('the cookie is for this host alone and out of reach of scripts', async () => {
  const { headers } = await signIn(ada.email, PASSWORD);
  expect(headers['set-cookie']).toEqual([
    expect.stringMatching(
      /^rc_session=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000$/,
    ) as string,
  ]);
  const overTls = await signIn(ada.email, PASSWORD, { ...elsewhere(), 'x-forwarded-proto': 'https' });
  expect(String(overTls.headers['set-cookie'])).toMatch(/^__Host-rc_session=.*; Secure$/);
});

it('an unknown email and a wrong password are one and the same 401', async () => {
  const wrong = await signIn(ada.email, 'not the password at all');
  const unknown = await signIn('nobody@example.com', PASSWORD);
  for (const reply of [wrong, unknown]) {
    expect(reply.status).toBe(401);
    expect((reply.body as { error: unknown }).error).toEqual(errorOf('WRONG_CREDENTIALS'));
    expect(reply.headers['set-cookie']).toBeUndefined();
  }
});

it('who was removed everywhere, or never had a password, does not get in by guessing one', async () => {
  const { email } = await app.make.person(merchantId);
  expect((await signIn(email, '')).status).toBe(422);
  expect((await signIn(email, PASSWORD)).status).toBe(401);
});

it('after five wrong passwords from one address it has to wait, also with the right one, longer each time', async () => {
  const headers = elsewhere();
  const person = await app.make.person(merchantId, { hasPassword: true });
  const wrong = () => signIn(person.email, 'wrong wrong wrong', headers);
  for (let times = 0; times < 5; times++) expect((await wrong()).status).toBe(401);
  const limited = await signIn(person.email, PASSWORD, headers);
  expect(limited.status).toBe(429);
  expect((limited.body as { error: unknown }).error).toEqual(errorOf('SIGN_IN_LIMIT'));
  expect(limited.headers['retry-after']).toBe('1');
  clock.advance(1000);
  expect((await wrong()).status).toBe(401);
  expect((await wrong()).headers['retry-after']).toBe('2');
  clock.advance(2000);
  expect((await signIn(person.email, PASSWORD, headers)).status).toBe(200);
  for (let times = 0; times < 5; times++) expect((await wrong()).status).toBe(401);
});

it('a stranger who guesses shuts nobody out: from elsewhere the owner gets in within half a minute', async () => {
  const person = await app.make.person(merchantId, { hasPassword: true });
  await signIn(person.email, 'wrong wrong wrong');
  const many = `update sign_in_failures set failures = 5000 where counter like 'account:%' and counter = any(
    select 'account:' || encode(sha256(email::bytea), 'hex') from people where id = $1)`;
  await app.rows.query(many, [person.id]);
  const early = await signIn(person.email, PASSWORD);
  expect([early.status, early.headers['retry-after']]).toEqual([429, '30']);
  clock.advance(30_000);
  expect((await signIn(person.email, PASSWORD)).status).toBe(200);
});

it('guesses that come all at once count each', async () => {
  const headers = elsewhere();
  const person = await app.make.person(merchantId, { hasPassword: true });
  const guess = () => signIn(person.email, 'wrong wrong wrong', headers);
  await guess();
  await app.rows.query(`update sign_in_failures set failures = 3 where counter like 'pair:' || $1 || ':%'`, [
    hash('sha256', person.email, 'hex'),
  ]);
  const statuses = (await Promise.all(Array.from({ length: 12 }, guess))).map(({ status }) => status);
  expect(statuses.sort()).toEqual([401, 401, ...Array<number>(10).fill(429)]);
});

it('signing out ends the session on every replica, and takes the cookie away', async () => {
  const replica = await startApp({ sharing: app, clock, environment: { PUBLIC_URL: 'http://127.0.0.1' } });
  try {
    const as = cookieOf((await signIn(ada.email, PASSWORD)).headers);
    await replica.api.expect('getMe', 200, { as });
    const { headers } = await app.api.expect('signOut', 200, { as });
    expect(String(headers['set-cookie'])).toMatch(/^rc_session=; .*Max-Age=0/);
    for (const each of [app, replica]) {
      const { body } = await each.api.expect('getMe', 401, { as });
      expect(body.error).toEqual(errorOf('NO_SESSION'));
    }
  } finally {
    await replica.close();
  }
});

it('a session ends 12 hours after its last use, and 30 days after it began', async () => {
  const as = cookieOf((await signIn(ada.email, PASSWORD)).headers);
  const hours = (count: number) => clock.advance(count * 3_600_000);
  const unused = cookieOf((await signIn(ada.email, PASSWORD)).headers);
  for (let each = 0; each < 65; each++) {
    hours(11);
    await app.api.expect('getMe', 200, { as });
    // The use is noted beside the call.
    await expect
      .poll(
        async () =>
          (await app.rows.query('select from person_sessions where last_used_at = $1', [clock.now()])).length,
      )
      .toBeGreaterThan(0);
  }
  await app.api.expect('getMe', 401, { as: unused });
  hours(6);
  await app.api.expect('getMe', 401, { as });
});

it('neither password nor token is stored anywhere', async () => {
  const { cookie } = cookieOf((await signIn(ada.email, PASSWORD)).headers);
  const token = cookie.split('=')[1] as string;
  for (const table of ['people', 'person_sessions', 'sign_in_failures', 'audit_log', 'invitations']) {
    const text = JSON.stringify(await app.rows.query(`select t::text from ${table} t`));
    expect(text).not.toContain(token);
    expect(text).not.toContain(PASSWORD);
  }
});

it('is noted in the audit log of each merchant the person belongs to', async () => {
  await signIn(ada.email, PASSWORD);
  const noted = await app.rows.query<{ action: string; address: string }>(
    `select action, address from audit_log where merchant_id = $1 and person_id = $2`,
    [merchantId, ada.id],
  );
  expect(noted).toContainEqual({ action: 'SIGNED_IN', address: '203.0.113.0' });
});
