// Passkeys: added, listed, removed, and what lets in by one and what does not, by a security key in software.
import { startApp, type TestApp } from '../../support/app.js';
import type { TestSession } from '../../support/call.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf, notFoundError } from '../../support/failures.js';
import { addMembership, addSession, PASSWORD, type TestPerson } from '../../support/people.js';
import { answer, makePasskey, type Lies, type SoftPasskey } from '../../support/soft-authenticator.js';
import { switchOn } from '../../support/two-factor.js';

let app: TestApp;
let merchantId: string;
let ada: TestPerson;
const clock = new HeldClock();
const ORIGIN = 'https://go.example.com';
const environment = { TRUST_PROXY: '1', PUBLIC_URL: ORIGIN };
const WRONG = { status: 401, error: errorOf('WRONG_PASSKEY') };

beforeAll(async () => {
  app = await startApp({ clock, environment });
  merchantId = (await app.make.merchant('Northwind')).id;
});
beforeEach(async () => {
  ada = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
});
afterAll(() => app.close());

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `203.0.113.${++addresses}` });

async function creation(as: TestSession = ada.session) {
  return (await app.api.expect('beginPasskey', 200, { as })).body.data;
}

async function request(on = app) {
  return (await on.api.expect('beginPasskeySignIn', 200, {})).body.data;
}

const brief = ({ status, body }: { status: number; body: unknown }) => ({
  status,
  error: (body as { error?: unknown }).error,
});

async function add(lies: Lies = {}, { name = 'Laptop', as = ada.session } = {}) {
  const { passkey, sent } = makePasskey(await creation(as), ORIGIN, lies);
  const reply = await app.api.call('createPasskey', { as, body: { name, passkey: sent } });
  return { passkey, sent, reply };
}

/** One that is kept. */
async function added(as?: TestSession): Promise<SoftPasskey> {
  const { passkey, reply } = await add({}, as ? { as } : {});
  expect(reply.status).toBe(201);
  return passkey;
}

const send = (
  passkey: ReturnType<typeof answer>,
  { on = app, headers = elsewhere() }: { on?: TestApp; headers?: Record<string, string> } = {},
) => on.api.call('signInWithPasskey', { body: passkey, headers });

const signIn = async (passkey: SoftPasskey, lies: Lies = {}, on = app) =>
  send(answer(passkey, await request(on), ORIGIN, lies), { on });

const listed = async () => (await app.api.expect('listPasskeys', 200, { as: ada.session })).body.data;
const me = async (as = ada.session) => (await app.api.expect('getMe', 200, { as })).body.data;

describe('adding one', () => {
  it('the browser is told whose it is, at which host, and which are there already', async () => {
    const options = await creation();
    expect(options).toMatchObject({
      rp: { id: 'go.example.com' },
      user: { name: ada.email, displayName: 'Ada Lovelace' },
      attestation: 'none',
      excludeCredentials: [],
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const { credentialId } = await added();
    const again = await creation();
    expect(again.excludeCredentials).toEqual([{ type: 'public-key', id: credentialId }]);
    expect(again.user.id).toBe(options.user.id);
    expect(again.challenge).not.toBe(options.challenge);
  });

  it('is kept under its name and signs in by itself', async () => {
    const { passkey, reply } = await add({}, { name: ' Ada’s phone ' });
    expect(reply.body).toMatchObject({ data: { name: 'Ada’s phone', lastUsedAt: null, synced: false } });
    expect(await me()).toMatchObject({ passkeys: { count: 1, obstacle: null } });
    const signedIn = await signIn(passkey);
    expect([signedIn.status, signedIn.headers['set-cookie']]).toEqual([
      200,
      [expect.stringMatching(/^__Host-rc_session=/)],
    ]);
    expect(signedIn.body).toMatchObject({ data: { email: ada.email, merchants: [{ name: 'Northwind' }] } });
    expect((await listed())[0]!.lastUsedAt).toBe(clock.now().toISOString());
    const cookie = String(signedIn.headers['set-cookie']?.[0]).split(';')[0] as string;
    expect((await me({ cookie })).personId).toBe((await me()).personId);
  });

  it.each([
    ['at another origin', { origin: 'https://evil.example' }],
    ['at a sibling host', { origin: 'https://www.example.com', rpId: 'example.com' }],
    ['for another host', { rpId: 'evil.example' }],
    ['without the device having seen to who uses it', { isVerified: false }],
    ['in answer to another challenge', { challenge: 'AAAA' }],
    ['as an answer to signing in', { type: 'webauthn.get' }],
    ['with certificates, for which other hosts would be asked', { format: 'apple' }],
  ] satisfies [string, Lies][])('one that was made %s is not kept', async (_, lies) => {
    expect(brief((await add(lies)).reply)).toEqual(WRONG);
    expect(await listed()).toEqual([]);
  });

  it('a challenge is good once, for five minutes, and for the person who asked', async () => {
    const { sent } = await add();
    const twice = await app.api.call('createPasskey', {
      as: ada.session,
      body: { name: 'Again', passkey: sent },
    });
    expect(brief(twice)).toEqual(WRONG);
    const other = await app.make.person(merchantId, { at: clock.now() });
    const theirs = makePasskey(await creation(other.session), ORIGIN);
    const body = { name: 'Mine', passkey: theirs.sent };
    expect(brief(await app.api.call('createPasskey', { as: ada.session, body }))).toEqual(WRONG);
    const asked = makePasskey({ ...(await creation()), ...(await request()) }, ORIGIN);
    const crossed = { name: 'Mine', passkey: asked.sent };
    expect(brief(await app.api.call('createPasskey', { as: ada.session, body: crossed }))).toEqual(WRONG);
    const late = makePasskey(await creation(), ORIGIN);
    clock.advance(5 * 60_000);
    const lateBody = { name: 'Late', passkey: late.sent };
    expect(brief(await app.api.call('createPasskey', { as: ada.session, body: lateBody }))).toEqual(WRONG);
    expect(await listed()).toHaveLength(1);
  });

  it('one that somebody has is refused, whosever it is', async () => {
    const passkey = await added();
    const grace = await app.make.person(merchantId, { at: clock.now() });
    const made = makePasskey(await creation(grace.session), ORIGIN);
    await app.rows.query('update passkeys set credential_id = $1 where credential_id = $2', [
      Buffer.from(made.passkey.credentialId, 'base64url'),
      Buffer.from(passkey.credentialId, 'base64url'),
    ]);
    const body = { name: 'Mine', passkey: made.sent };
    const refused = await app.api.expect('createPasskey', 409, { as: grace.session, body });
    expect(refused.body.error.reason).toBe('PASSKEY_KNOWN');
  });

  it('there are twenty at most', async () => {
    await added();
    await app.rows.query(
      `insert into passkeys select gen_random_uuid(), person_id, sha256(n::text::bytea || credential_id), public_key, 0, name, synced, created_at
       from passkeys, generate_series(1, 19) n where person_id = $1`,
      [ada.id],
    );
    const { reply } = await add();
    expect([reply.status, (reply.body as { error: { reason: string } }).error.reason]).toEqual([
      409,
      'TOO_MANY_PASSKEYS',
    ]);
  });

  it('an answer that is none is refused by its form, and garbage of the right form as a wrong one', async () => {
    const { body } = await app.api.expect('createPasskey', 422, { as: ada.session, body: {} as never });
    expect(body.error.details.map(({ path }) => path[0])).toEqual(['name', 'passkey']);
    await app.api.expect('createPasskey', 400, { as: ada.session, rawBody: '{' });
    await app.api.expect('createPasskey', 413, { as: ada.session, rawBody: ' '.repeat(70_000) });
    const { sent } = makePasskey(await creation(), ORIGIN);
    for (const part of ['credentialId', 'clientDataJSON', 'attestationObject'] as const)
      for (const value of ['AAAA', sent[part].slice(0, 20)]) {
        const passkey = { ...sent, [part]: value };
        const reply = await app.api.call('createPasskey', { as: ada.session, body: { name: 'X', passkey } });
        expect([part, value.length, reply.status]).toEqual([part, value.length, 401]);
      }
  });
});

describe('signing in by one', () => {
  it('needs no code, also where two-factor sign-in is on: it is both factors', async () => {
    const passkey = await added();
    await switchOn(app.api, ada.session, clock.now());
    expect((await signIn(passkey)).status).toBe(200);
  });

  it.each([
    ['at another origin', { origin: 'https://evil.example' }],
    ['for another host', { rpId: 'evil.example' }],
    ['without the device having seen to who uses it', { isVerified: false }],
    ['to another challenge', { challenge: 'AAAA' }],
    ['as if it were being made', { type: 'webauthn.create' }],
    ['by whom it is not for', { userHandle: 'AAAAAAAAAAAAAAAAAAAAAA' }],
  ] satisfies [string, Lies][])('an answer %s lets nobody in', async (_, lies) => {
    const reply = await signIn(await added(), lies);
    expect([brief(reply), reply.headers['set-cookie']]).toEqual([WRONG, undefined]);
  });

  it('a signature by another key, or for another passkey, lets nobody in', async () => {
    const passkey = await added();
    const other = makePasskey(await creation(), ORIGIN).passkey;
    expect(brief(await signIn({ ...passkey, privateKey: other.privateKey }))).toEqual(WRONG);
    expect(brief(await signIn(other))).toEqual(WRONG);
    const good = answer(passkey, await request(), ORIGIN);
    for (const part of ['clientDataJSON', 'authenticatorData', 'signature'] as const)
      expect(brief(await send({ ...good, [part]: `${good[part].slice(0, -4)}AAAA` }))).toEqual(WRONG);
    expect((await send(good)).status).toBe(200);
  });

  it('an answer works once, however many send it at once, to two replicas', async () => {
    const passkey = await added();
    const replica = await startApp({ sharing: app, clock, environment });
    try {
      const sent = answer(passkey, await request(), ORIGIN, { counter: 0 });
      const all = [app, replica, app, replica].map((on) => send(sent, { on }));
      const statuses = (await Promise.all(all)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 401, 401, 401]);
      expect((await signIn(passkey, { counter: 0 }, replica)).status).toBe(200);
    } finally {
      await replica.close();
    }
  });

  it('a challenge is good for five minutes', async () => {
    const passkey = await added();
    const [early, late] = [await request(), await request()];
    clock.advance(5 * 60_000 - 1);
    expect((await send(answer(passkey, early, ORIGIN))).status).toBe(200);
    clock.advance(1);
    expect(brief(await send(answer(passkey, late, ORIGIN)))).toEqual(WRONG);
  });

  it('asking for challenges stores nothing; what was answered is stored until it would be too old', async () => {
    const count = async () => Number((await app.rows.query('select from used_challenges')).length);
    const passkey = await added();
    clock.advance(5 * 60_000);
    await signIn(passkey); // drops those before
    const before = await count();
    for (let times = 0; times < 5; times++) await request();
    expect([before, await count()]).toEqual([1, 1]);
  });

  it('a counter that goes back, or stands still, is a copy and lets nobody in', async () => {
    const passkey = await added();
    expect((await signIn(passkey, { counter: 7 })).status).toBe(200);
    for (const counter of [6, 7, 0]) expect(brief(await signIn(passkey, { counter }))).toEqual(WRONG);
    expect((await signIn(passkey, { counter: 8 })).status).toBe(200);
  });

  it('two answers at once with one counter are one', async () => {
    const passkey = await added();
    const sent = [await request(), await request()].map((asked) =>
      answer(passkey, asked, ORIGIN, { counter: 9 }),
    );
    const statuses = (await Promise.all(sent.map((each) => send(each)))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 401]);
  });

  it('wrong ones are counted by address, with wrong passwords', async () => {
    const headers = elsewhere();
    const passkey = await added();
    const counter = `address:${headers['x-forwarded-for']}`;
    await app.rows.query('insert into sign_in_failures (counter, failures, last_at) values ($1, 29, $2)', [
      counter,
      clock.now(),
    ]);
    const wrong = answer(passkey, await request(), ORIGIN, { isVerified: false });
    expect(brief(await send(wrong, { headers }))).toEqual(WRONG);
    const limited = await send(answer(passkey, await request(), ORIGIN), { headers });
    expect(brief(limited)).toEqual({ status: 429, error: errorOf('SIGN_IN_LIMIT') });
    expect((await send(answer(passkey, await request(), ORIGIN))).status).toBe(200);
    clock.advance(1000);
    expect((await send(answer(passkey, await request(), ORIGIN), { headers })).status).toBe(200);
    const [row] = await app.rows.query('select failures from sign_in_failures where counter = $1', [counter]);
    expect(row).toEqual({ failures: 30 });
  });

  it('a body that is none is refused by its form', async () => {
    const { body } = await app.api.expect('signInWithPasskey', 422, { body: {} as never });
    const missing = ['credentialId', 'clientDataJSON', 'authenticatorData', 'signature'];
    expect(body.error.details).toEqual(missing.map((field) => ({ path: [field], message: 'is required' })));
    await app.api.expect('signInWithPasskey', 400, { rawBody: '{' });
    await app.api.expect('signInWithPasskey', 413, { rawBody: ' '.repeat(70_000) });
  });

  it('who was removed does not come in; who belongs nowhere, or to a locked merchant only, does', async () => {
    const passkey = await added();
    await app.rows.query('delete from memberships where person_id = $1', [ada.id]);
    expect((await signIn(passkey)).status).toBe(200);
    const locked = (await app.make.merchant()).id;
    await addMembership(app.rows, locked, ada.id, 'OWNER');
    await app.rows.query('update merchants set locked_at = now() where id = $1', [locked]);
    expect((await signIn(passkey)).status).toBe(200);
    await app.rows.query('delete from people where id = $1', [ada.id]);
    expect(brief(await signIn(passkey))).toEqual(WRONG);
  });
});

describe('saying again who one is by one', () => {
  const confirm = async (passkey: SoftPasskey, as = ada.session) =>
    app.api.call('confirmIdentity', { as, body: { passkey: answer(passkey, await request(), ORIGIN) } });

  it('holds for this session; an answer works once', async () => {
    const passkey = await added();
    clock.advance(11 * 60_000);
    await app.api.expect('beginPasskey', 403, { as: ada.session });
    const body = { passkey: answer(passkey, await request(), ORIGIN) };
    await app.api.expect('confirmIdentity', 200, { as: ada.session, body });
    await app.api.expect('beginPasskey', 200, { as: ada.session });
    await app.api.expect('confirmIdentity', 401, { as: ada.session, body });
    expect(brief(await send(body.passkey))).toEqual(WRONG);
  });

  it("another person's passkey is no proof", async () => {
    const grace = await app.make.person(merchantId, { at: clock.now() });
    expect(brief(await confirm(await added(grace.session)))).toEqual(WRONG);
  });
});

describe('removing one', () => {
  it('it lets in no more, and all other sessions end', async () => {
    const passkey = await added();
    const kept = await added();
    const elsewhereSession = { cookie: await addSession(app.rows, ada.id, clock.now()) };
    const { passkeyId } = (await listed())[1]!;
    await app.api.expect('deletePasskey', 200, { as: ada.session, path: { passkeyId } });
    expect(await listed()).toHaveLength(1);
    await app.api.expect('getMe', 401, { as: elsewhereSession });
    expect(brief(await signIn(passkey))).toEqual(WRONG);
    expect((await signIn(kept)).status).toBe(200);
    const again = await app.api.expect('deletePasskey', 404, { as: ada.session, path: { passkeyId } });
    expect(again.body.error).toEqual(notFoundError('UNKNOWN_PASSKEY', 'passkeyId'));
  });

  it("another person's passkey is a 404, as one that never was, and stays", async () => {
    const passkey = await added();
    const { passkeyId } = (await listed())[0]!;
    const grace = await app.make.person(merchantId, { at: clock.now() });
    for (const id of [passkeyId, 'pky_x', 'pky_01m7dkjj8rf2v8c4m6q9x1z3ye'])
      await app.api.expect('deletePasskey', 404, { as: grace.session, path: { passkeyId: id } });
    expect((await signIn(passkey)).status).toBe(200);
  });

  it('a new password leaves passkeys as they are', async () => {
    const passkey = await added();
    const body = { currentPassword: PASSWORD, newPassword: 'seven quiet lighthouses in fog' };
    await app.api.expect('changePassword', 200, { as: ada.session, body });
    expect((await signIn(passkey)).status).toBe(200);
  });
});

it('adding and removing are noted with each merchant of the person, by name', async () => {
  await added();
  const { passkeyId } = (await listed())[0]!;
  await app.api.expect('deletePasskey', 200, { as: ada.session, path: { passkeyId } });
  const noted = await app.rows.query(
    'select action, target, details from audit_log where merchant_id = $1 and person_id = $2 order by id',
    [merchantId, ada.id],
  );
  const what = { target: passkeyId, details: { name: 'Laptop' } };
  expect(noted).toEqual([
    { action: 'PASSKEY_ADDED', ...what },
    { action: 'PASSKEY_REMOVED', ...what },
  ]);
});

describe('where they are not to be had', () => {
  const why = (message: string) => [
    { path: ['passkey'], message, field: 'passkey', yours: null, ours: null },
  ];
  const AWAY = errorOf('PASSKEYS_UNAVAILABLE', why('cannot be had at this address'));
  const KEYLESS = errorOf('SECRET_KEY_NEEDED', why('cannot be asked for here'));

  it.each([
    ['an address of digits', 'IP_ADDRESS', AWAY, { PUBLIC_URL: 'https://192.0.2.7' }],
    ['plain http', 'PLAIN_HTTP', AWAY, { PUBLIC_URL: 'http://go.example.com' }],
    ['no SECRET_KEY', 'SECRET_KEY', KEYLESS, { PUBLIC_URL: ORIGIN, SECRET_KEY: '' }],
  ])('for %s, each call says so, and one is told before', async (_, obstacle, error, settings) => {
    const passkey = await added();
    const replica = await startApp({ sharing: app, clock, environment: { ...environment, ...settings } });
    try {
      const { api } = replica;
      const as = ada.session;
      const told = await api.expect('getMe', 200, { as });
      expect(told.body.data.passkeys).toEqual({ count: 1, obstacle });
      const made = makePasskey(await creation(), ORIGIN);
      const body = { name: 'X', passkey: made.sent };
      const answered = { passkey: answer(passkey, await request(), ORIGIN) };
      const refused = [
        await api.expect('beginPasskey', 409, { as }),
        await api.expect('createPasskey', 409, { as, body }),
        await api.expect('beginPasskeySignIn', 409, {}),
        await api.expect('signInWithPasskey', 409, { body: answered.passkey }),
        await api.expect('confirmIdentity', 409, { as, body: answered }),
      ];
      for (const { body: reply } of refused) expect(reply.error).toEqual(error);
      await api.expect('listPasskeys', 200, { as });
    } finally {
      await replica.close();
    }
  });

  it('another SECRET_KEY forgets no passkey: challenges alone hang on it', async () => {
    const passkey = await added();
    const settings = { ...environment, SECRET_KEY: 'd'.repeat(64) };
    const replica = await startApp({ sharing: app, clock, environment: settings });
    try {
      expect(brief(await send(answer(passkey, await request(), ORIGIN), { on: replica }))).toEqual(WRONG);
      expect((await signIn(passkey, {}, replica)).status).toBe(200);
    } finally {
      await replica.close();
    }
  });
});
