// Accounts of the sign-in provider that belong to somebody who is signed in: linked, unlinked, and said again by who one is.
import { startApp, type TestApp } from '../../support/app.js';
import { difference, errorOf, notFoundError } from '../../support/failures.js';
import { unique } from '../../support/makers.js';
import { OidcBrowser } from '../../support/oidc.js';
import { addSession, PASSWORD, type TestPerson } from '../../support/people.js';
import { SignInProvider, type Claims } from '../../support/sign-in-provider.js';
import { codeAt, switchOn } from '../../support/two-factor.js';
import { newId, toPublicId } from '#platform/values/ids.js';

const MINUTE_MS = 60_000;
let provider: SignInProvider;
let app: TestApp;
let merchantId: string;
/** Without a password. */
let ada: TestPerson;

beforeAll(async () => {
  provider = await SignInProvider.start(['https://go.example.com']);
  app = await startApp({ environment: { ...provider.environment, OIDC_NAME: 'Example ID' } });
  merchantId = (await app.make.merchant()).id;
});
beforeEach(async () => {
  ada = await app.make.person(merchantId);
});
afterEach(() => provider.behave());
afterAll(async () => {
  await app.close();
  await provider.close();
});

function known(claims: Claims = {}): string {
  const login = `sub-${unique()}`;
  provider.people.set(login, {
    email: `${login}@example.com`,
    email_verified: true,
    name: 'Ada L.',
    ...claims,
  });
  return login;
}

const meOf = async ({ session }: TestPerson) =>
  (await app.api.expect('getMe', 200, { as: session })).body.data;
const statusOf = async ({ session: as }: TestPerson) => (await app.api.call('getMe', { as })).status;
const actionsOf = async ({ id }: TestPerson) =>
  (
    await app.rows.query<{ action: string }>(
      'select action from audit_log where person_id = $1 order by id',
      [id],
    )
  ).map(({ action }) => action);

/** What becomes of the last step. */
async function link(person: TestPerson, login: string) {
  const browser = new OidcBrowser(app.api);
  expect(await browser.leadAs(person.session, 'startIdentityLink', login)).toEqual({ for: 'link' });
  return browser.finishAs(person.session);
}

async function linkedTo(person: TestPerson): Promise<string> {
  const login = known();
  expect((await link(person, login)).status).toBe(200);
  return login;
}

/** Signed in so long ago that they have to say again who they are. */
async function longAgo(person: TestPerson): Promise<void> {
  await app.rows.query(
    `update person_sessions set confirmed_at = now() - interval '1 hour' where person_id = $1`,
    [person.id],
  );
}

describe('linking', () => {
  it('whatever email the provider knows: from then on it lets in', async () => {
    const login = known({ email_verified: false });
    const { status, body, headers } = await link(ada, login);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({
        data: expect.objectContaining({
          hasPassword: false,
          identities: [
            {
              identityId: expect.stringMatching(/^idn_/) as unknown,
              ...{ provider: 'Example ID', email: null, usable: true },
              linkedAt: expect.any(String) as unknown,
              lastUsedAt: expect.any(String) as unknown,
            },
          ],
        }) as unknown,
      }),
    ]);
    expect(headers['set-cookie']).toEqual([expect.stringMatching(/^__Host-rc_oidc=; .*Max-Age=0/)]);
    const browser = new OidcBrowser(app.api);
    await browser.lead(login);
    expect((await browser.finish()).body.data?.email).toBe(ada.email);
    expect(await actionsOf(ada)).toEqual(['IDENTITY_LINKED', 'SIGNED_IN']);
  });

  it('the same again changes nothing; another there, or one of somebody else, is refused', async () => {
    const login = await linkedTo(ada);
    expect((await link(ada, login)).status).toBe(200);
    expect((await meOf(ada)).identities).toHaveLength(1);
    const grace = await app.make.person(merchantId);
    const taken = errorOf('IDENTITY_TAKEN', [difference('identity', null, null, 'is linked otherwise')]);
    for (const reply of [await link(ada, known()), await link(grace, login)])
      expect([reply.status, reply.body]).toEqual([409, expect.objectContaining({ error: taken })]);
    expect(await actionsOf(ada)).toEqual(['IDENTITY_LINKED']);
    expect((await meOf(grace)).identities).toEqual([]);
  });

  it('is finished once, in the session in which it was begun, and nothing else is', async () => {
    const browser = new OidcBrowser(app.api);
    await browser.leadAs(ada.session, 'startIdentityLink', known());
    const other = { ...ada.session, cookie: await addSession(app.rows, ada.id) };
    const expired = [401, expect.objectContaining({ error: errorOf('SIGN_IN_EXPIRED') })];
    const answers = async (as: TestPerson['session']) => {
      const { status, body } = await browser.finishAs(as);
      return [status, body];
    };
    expect(await answers(other)).toEqual(expired);
    expect(await answers((await app.make.person(merchantId)).session)).toEqual(expired);
    expect((await answers(ada.session))[0]).toBe(200);
    expect(await answers(ada.session)).toEqual(expired);
    const login = await linkedTo(await app.make.person(merchantId));
    await browser.lead(login);
    expect(await answers(ada.session)).toEqual(expired);
  });
});

describe('unlinking', () => {
  const unlink = (person: TestPerson, identityId: string) =>
    app.api.call('unlinkIdentity', { as: person.session, path: { identityId } });
  const onlyOf = async (person: TestPerson) => (await meOf(person)).identities[0]!.identityId;

  it('lets nobody in by it any more, ends all other sessions, and is noted', async () => {
    const grace = await app.make.person(merchantId, { hasPassword: true });
    const login = await linkedTo(grace);
    const other = { ...grace, session: { ...grace.session, cookie: await addSession(app.rows, grace.id) } };
    expect((await unlink(grace, await onlyOf(grace))).status).toBe(200);
    expect((await meOf(grace)).identities).toEqual([]);
    expect([await statusOf(grace), await statusOf(other)]).toEqual([200, 401]);
    const browser = new OidcBrowser(app.api);
    await browser.lead(login);
    expect((await browser.finish()).body.error).toEqual(errorOf('NO_ACCOUNT'));
    expect(await actionsOf(grace)).toEqual(['IDENTITY_LINKED', 'IDENTITY_UNLINKED']);
  });

  it('the only way in stays: at least one is left to everybody, also to say again who they are', async () => {
    await linkedTo(ada);
    const only = await onlyOf(ada);
    const { status, body } = await unlink(ada, only);
    const detail = difference('identityId', null, null, 'is the only way in');
    expect([status, body]).toEqual([
      409,
      expect.objectContaining({ error: errorOf('ONLY_WAY_IN', [detail]) }),
    ]);
    // One of a provider that is no longer that of the installation is no way in: it goes, and makes up for no other.
    const before = newId();
    await app.rows.query(
      `insert into identities (id, person_id, issuer, subject, email, created_at, last_used_at)
       values ($1, $2, 'https://before.example/x', 's', null, now(), now())`,
      [before, ada.id],
    );
    const others = (await meOf(ada)).identities.map(({ provider: name, usable }) => ({ name, usable }));
    expect(others).toContainEqual({ name: 'before.example', usable: false });
    expect((await unlink(ada, only)).status).toBe(409);
    expect((await unlink(ada, toPublicId('idn', before))).status).toBe(200);
  });

  it('ids of others, and what is none, name nothing', async () => {
    const grace = await app.make.person(merchantId);
    await linkedTo(grace);
    for (const id of [await onlyOf(grace), toPublicId('idn', newId()), 'idn_x', 'per_x']) {
      const { status, body } = await unlink(ada, id);
      const error = notFoundError('UNKNOWN_IDENTITY', 'identityId');
      expect([status, body]).toEqual([404, expect.objectContaining({ error })]);
    }
    expect((await meOf(grace)).identities).toHaveLength(1);
  });
});

describe('saying again who one is', () => {
  const isConfirmed = async (person: TestPerson) =>
    Date.now() - Date.parse((await meOf(person)).session.confirmedAt) < MINUTE_MS;

  it('by the provider, which asks anew whatever it remembers', async () => {
    const login = await linkedTo(ada);
    const browser = new OidcBrowser(app.api);
    await browser.lead(login);
    await longAgo(ada);
    const url = await browser.startAs(ada.session, 'startOidcConfirmation');
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
    const { back, hasAsked } = await browser.provider.open(url, login);
    expect(hasAsked).toBe(true);
    expect(await browser.comeBack(back)).toEqual({ for: 'confirm' });
    expect(await isConfirmed(ada)).toBe(false);
    const { status, body } = await browser.finishAs(ada.session);
    expect(status).toBe(200);
    const { data } = body as { data: { session: { confirmedAt: string } } };
    expect(Date.now() - Date.parse(data.session.confirmedAt)).toBeLessThan(MINUTE_MS);
    expect(await isConfirmed(ada)).toBe(true);
    expect((await browser.finishAs(ada.session)).status).toBe(401);
  });

  it('a sign-in of now is remembered where it does not matter, and does not do where it does', async () => {
    const login = await linkedTo(ada);
    const browser = new OidcBrowser(app.api);
    await browser.lead(login);
    const { hasAsked } = await browser.provider.open(await browser.start(), login);
    expect(hasAsked).toBe(false);
  });

  it.each<[string, (claims: Claims) => Claims]>([
    [
      'says that it asked long ago',
      (claims) => ({ ...claims, auth_time: Math.floor(Date.now() / 1000) - 60 }),
    ],
    ['does not say when it asked', (claims) => ({ ...claims, auth_time: undefined })],
    ['says it in words', (claims) => ({ ...claims, auth_time: 'now' })],
  ])('a provider that %s has not asked', async (_, spoil) => {
    const login = await linkedTo(ada);
    provider.spoil = spoil;
    const said = await new OidcBrowser(app.api).leadAs(ada.session, 'startOidcConfirmation', login);
    expect(said['for']).toBe('confirm');
    expect(said['failed']).toBeOneOf(['STALE', 'REFUSED']);
  });

  it('somebody else at the provider is nobody here', async () => {
    await linkedTo(ada);
    const grace = await app.make.person(merchantId);
    await longAgo(ada);
    for (const login of [known(), await linkedTo(grace)]) {
      const browser = new OidcBrowser(app.api);
      await browser.leadAs(ada.session, 'startOidcConfirmation', login);
      const { status, body } = await browser.finishAs(ada.session);
      expect([status, body]).toEqual([403, expect.objectContaining({ error: errorOf('OTHER_IDENTITY') })]);
    }
    expect(await isConfirmed(ada)).toBe(false);
  });

  it('everybody has a way: a password, a code, or the provider', async () => {
    const confirm = async (person: TestPerson, body: object) =>
      (await app.api.call('confirmIdentity', { as: person.session, body })).status;
    const withPassword = await app.make.person(merchantId, { hasPassword: true });
    expect(await confirm(withPassword, { password: PASSWORD })).toBe(200);
    expect(await confirm(ada, { password: PASSWORD })).toBe(401);
    const { secret } = await switchOn(app.api, ada.session, new Date());
    expect(await confirm(ada, { code: codeAt(secret, new Date(Date.now() + 30_000)) })).toBe(200);
    // Whoever comes in without a password has come by a provider, and cannot part with it: see above.
    const ways = await app.rows.query(
      `select from people p where password_hash is null and exists (select from audit_log a where a.person_id = p.id and action = 'SIGNED_IN')
       and not exists (select from identities i where i.person_id = p.id)`,
    );
    expect(ways).toEqual([]);
  });
});
