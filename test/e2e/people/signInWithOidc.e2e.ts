// Coming in by the sign-in provider: whose account it is, what an invitation is for, and that nobody comes in past what a password asks for.
import { CreateInvitationService } from '#accounts/members/create-invitation.service.js';
import { PasswordResetsService } from '#accounts/password-resets/password-resets.service.js';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { newId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { difference, errorOf, notFoundError } from '../../support/failures.js';
import { OidcBrowser } from '../../support/oidc.js';
import { addMembership, PASSWORD, type TestPerson } from '../../support/people.js';
import { SignInProvider, type Claims } from '../../support/sign-in-provider.js';
import { unique } from '../../support/makers.js';
import { codeAt, STEP_MS, switchOn, wrongCodeAt } from '../../support/two-factor.js';

const PUBLIC_URL = 'https://go.example.com/aff';
let provider: SignInProvider;
let app: TestApp;
let merchantId: string;
let ada: TestPerson;
let environment: Record<string, string>;
// In the middle of a step of two-factor sign-in.
const clock = new HeldClock(new Date('2026-11-30T12:00:15Z'));

beforeAll(async () => {
  provider = await SignInProvider.start([PUBLIC_URL]);
  environment = { ...provider.environment, PUBLIC_URL, TRUST_PROXY: '1', OIDC_NAME: 'Example ID' };
  app = await startApp({ clock, environment });
  merchantId = (await app.make.merchant('Northwind')).id;
});
beforeEach(async () => {
  ada = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
});
afterAll(async () => {
  await app.close();
  await provider.close();
});

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `203.0.113.${++addresses}` });
const browserOf = (on = app) => new OidcBrowser(on.api, elsewhere());

/** Somebody at the provider. @returns what they type there */
function known(email: string | null, claims: Claims = {}): string {
  const login = `sub-${unique()}`;
  provider.people.set(login, {
    ...(email !== null && { email }),
    email_verified: true,
    name: 'Ada L.',
    ...claims,
  });
  return login;
}

/** Comes back from the provider. */
async function arrived(login: string, invitation?: string, on = app): Promise<OidcBrowser> {
  const browser = browserOf(on);
  expect(await browser.lead(login, invitation === undefined ? {} : { invitation })).toEqual({
    for: 'sign-in',
  });
  return browser;
}

async function comeIn(login: string, body?: Parameters<OidcBrowser['finish']>[0], invitation?: string) {
  return (await arrived(login, invitation)).finish(body);
}

async function invited(email: string | null, to = merchantId): Promise<string> {
  const invitations = app.service.app.get(CreateInvitationService, { strict: false });
  const link = await invitations.invite({ merchantId: to, role: 'VIEWER', email, lastsMs: 3_600_000 });
  return link.split('#')[1]!;
}

/** Ada, who has linked her account at the provider before. */
async function linkedAda(): Promise<string> {
  const login = known(ada.email);
  await app.rows.query(
    `insert into identities (id, person_id, issuer, subject, email, created_at, last_used_at) values ($1, $2, $3, $4, $5, $6, $6)`,
    [newId(), ada.id, provider.issuer, login, ada.email, clock.now()],
  );
  return login;
}

const refused = (status: number, error: unknown) =>
  expect.objectContaining({
    status,
    body: expect.objectContaining({ error }) as unknown,
    setCookie: [],
  }) as unknown;
const countPeople = () => app.rows.count('people');

describe('the way there and back', () => {
  it('what one may sign in by is told without a session', async () => {
    expect((await app.api.expect('getSignInMethods', 200)).body.data).toEqual({
      oidc: { name: 'Example ID' },
    });
  });

  it('the address of the provider asks for PKCE, state and nonce, and holds nothing of an invitation', async () => {
    const invitation = await invited(null);
    const browser = browserOf();
    const url = new URL(await browser.start({ invitation, returnTo: '/orders' }));
    expect(url.origin).toBe(provider.issuer);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'refcampaign',
      redirect_uri: `${PUBLIC_URL}/api/v1/auth/oidc/callback`,
      response_type: 'code',
      scope: 'openid email profile',
      state: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      nonce: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      code_challenge_method: 'S256',
    });
    const token = invitation.split('_')[2]!;
    for (const text of [
      url.href,
      browser.cookie,
      Buffer.from(browser.cookie.split('=')[1]!, 'base64url').toString('latin1'),
    ])
      expect(text).not.toContain(token);
  });

  it('what the browser keeps is sealed, for this host, for minutes, and no script reads it', async () => {
    const { headers } = await app.api.expect('startOidcSignIn', 200, { body: {} });
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-rc_oidc=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600; Secure$/),
    ]);
  });

  it('leads to the dashboard below PUBLIC_URL and back to where one was, and no address holds a secret', async () => {
    const login = await linkedAda();
    const browser = browserOf();
    const back = await browser.goThere(await browser.start({ returnTo: '/orders?status=REFUNDED' }), login);
    const reply = await app.api.expect('receiveOidcCallback', 302, {
      query: back.search.slice(1),
      headers: { cookie: browser.cookie },
    });
    expect(reply.headers['location']).toBe(
      `${PUBLIC_URL}/dashboard/oidc#for=sign-in&to=%2Forders%3Fstatus%3DREFUNDED`,
    );
    expect(reply.headers['set-cookie']).toEqual([
      expect.stringMatching(/^__Host-rc_oidc=[\w-]+; .*Max-Age=300/),
    ]);
  });

  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'orders', '/a b', '/é'])(
    'goes back to no address that is not a page here: %s',
    async (returnTo) => {
      const { body } = await app.api.expect('startOidcSignIn', 422, { body: { returnTo } });
      expect(body.error.details).toEqual([expect.objectContaining({ path: ['returnTo'] })]);
    },
  );
});

describe('who has an account', () => {
  it('links it the first time with its password, and comes in without one from then on', async () => {
    const login = known(ada.email.toUpperCase());
    const browser = await arrived(login);
    expect(await browser.finish()).toEqual(refused(401, errorOf('PASSWORD_NEEDED')));
    expect(await browser.finish({ password: 'not the password' })).toEqual(
      refused(401, errorOf('WRONG_CREDENTIALS')),
    );
    const first = await browser.finish({ password: PASSWORD });
    expect([first.status, first.body.data]).toEqual([
      200,
      expect.objectContaining({ email: ada.email, hasPassword: true }),
    ]);
    expect(first.setCookie).toEqual([
      expect.stringMatching(/^__Host-rc_session=[\w-]{43}; .*Secure$/),
      '__Host-rc_oidc=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure',
    ]);
    const again = await comeIn(login);
    expect(again.body.data).toMatchObject({
      identities: [{ provider: 'Example ID', email: ada.email.toUpperCase(), usable: true }],
    });
    expect(
      await app.rows.query(
        `select action, details from audit_log where person_id = $1 and action like 'IDENTITY%'`,
        [ada.id],
      ),
    ).toEqual([{ action: 'IDENTITY_LINKED', details: { provider: 'Example ID' } }]);
  });

  it('an account that a stranger has made with their email is not shared with the stranger: a new password by mail ends their ways in', async () => {
    // The stranger knows the password, and has linked an account of their own.
    const strangers = known(`${unique()}@example.com`);
    const stranger = browserOf();
    await stranger.leadAs(ada.session, 'startIdentityLink', strangers);
    expect((await stranger.finishAs(ada.session)).status).toBe(200);
    const browser = await arrived(known(ada.email));
    expect(await browser.finish()).toEqual(refused(401, errorOf('PASSWORD_NEEDED')));
    const resets = app.service.app.get(PasswordResetsService, { strict: false });
    const token = (await resets.makeLink(ada.email, OPERATOR))!.link.split('#')[1]!;
    const password = 'seven quiet lighthouses in fog';
    await app.api.expect('resetPassword', 200, { body: { token, password } });
    expect((await browser.finish({ password })).status).toBe(200);
    expect(await comeIn(strangers)).toEqual(refused(403, errorOf('NO_ACCOUNT')));
  });

  it('wrong passwords count as those of signing in do', async () => {
    const browser = await arrived(known(ada.email));
    for (let times = 0; times < 5; times++)
      expect((await browser.finish({ password: 'not the password' })).status).toBe(401);
    expect(await browser.finish({ password: PASSWORD })).toEqual(refused(429, errorOf('SIGN_IN_LIMIT')));
    const body = { email: ada.email, password: PASSWORD };
    await app.api.expect('signIn', 429, { body, headers: browser.headers });
  });

  it('without a password the email that the provider vouches for is enough', async () => {
    const grace = await app.make.person(merchantId);
    expect((await comeIn(known(grace.email))).body.data).toMatchObject({
      email: grace.email,
      hasPassword: false,
    });
  });

  it.each([[false], [undefined], ['false'], [1]])(
    'an email that the provider does not vouch for (%s) is nobody’s, whether somebody has it or not',
    async (verified) => {
      for (const email of [ada.email, `${unique()}@example.com`, null])
        expect(await comeIn(known(email, { email_verified: verified }), { password: PASSWORD })).toEqual(
          refused(403, errorOf('EMAIL_NOT_VERIFIED')),
        );
    },
  );

  it('it is theirs by the provider’s own name of them: another email there changes nothing, the same email with another name is nobody', async () => {
    const login = await linkedAda();
    provider.people.set(login, { email: `${unique()}@example.com`, email_verified: false });
    expect((await comeIn(login)).body.data).toMatchObject({
      email: ada.email,
      identities: [{ email: null }],
    });
    const successor = known(ada.email);
    expect(await comeIn(successor, { password: PASSWORD })).toEqual(
      refused(409, errorOf('IDENTITY_TAKEN', [difference('identity', null, null, 'is linked otherwise')])),
    );
  });

  it('nobody with the email: no account is made', async () => {
    const before = await countPeople();
    expect(await comeIn(known(`${unique()}@example.com`))).toEqual(refused(403, errorOf('NO_ACCOUNT')));
    expect(await countPeople()).toBe(before);
  });

  it('who was removed comes in no more; who belongs nowhere, or to a locked merchant only, does, as with a password', async () => {
    const login = await linkedAda();
    await app.rows.query('delete from memberships where person_id = $1', [ada.id]);
    expect((await comeIn(login)).body.data?.merchants).toEqual([]);
    const locked = (await app.make.merchant()).id;
    await addMembership(app.rows, locked, ada.id, 'OWNER');
    await app.rows.query('update merchants set locked_at = now() where id = $1', [locked]);
    expect((await comeIn(login)).status).toBe(200);
    await app.rows.query('delete from people where id = $1', [ada.id]);
    expect(await comeIn(login)).toEqual(refused(403, errorOf('NO_ACCOUNT')));
  });
});

describe('with an invitation', () => {
  it('who has no account gets one without a password, by what the provider says of them, and joins', async () => {
    const email = `New.${unique()}@Example.com`;
    const login = known(email, { name: 'Grace Hopper' });
    const invitation = await invited(null);
    const body = { language: 'fr', timeZone: 'Europe/Paris' } as const;
    const { status, body: reply } = await comeIn(login, body, invitation);
    expect([status, reply.data]).toEqual([
      200,
      expect.objectContaining({
        ...{ email: email.toLowerCase(), name: 'Grace Hopper', ...body, hasPassword: false },
        merchants: [expect.objectContaining({ role: 'VIEWER' })],
      }),
    ]);
    expect((await comeIn(login)).status).toBe(200);
    await app.api.expect('readInvitation', 404, { body: { token: invitation } });
    const noted = await app.rows.query(
      `select action from audit_log where person_id = (select id from people where email = $1) order by id`,
      [email.toLowerCase()],
    );
    expect(noted.map((row) => (row as { action: string }).action)).toEqual([
      'MEMBER_JOINED',
      'IDENTITY_LINKED',
      'SIGNED_IN',
      'SIGNED_IN',
    ]);
  });

  it.each([['a\u0000b'], ['line\nbreak'], ['x'.repeat(300)], [undefined], [7], ['  ']])(
    'a name that cannot be one (%j) is left out',
    async (name) => {
      const local = unique();
      const reply = await comeIn(known(`${local}@example.com`, { name }), {}, await invited(null));
      expect(reply.body.data).toMatchObject({ name: local });
    },
  );

  it('one to an email is for who has that email, verified', async () => {
    const email = `${unique()}@example.com`;
    const invitation = await invited(email);
    expect(await comeIn(known(`${unique()}@example.com`), {}, invitation)).toEqual(
      refused(404, notFoundError('UNKNOWN_INVITATION', 'token')),
    );
    expect(await comeIn(known(email, { email_verified: false }), {}, invitation)).toEqual(
      refused(403, errorOf('EMAIL_NOT_VERIFIED')),
    );
    expect((await comeIn(known(email), {}, invitation)).status).toBe(200);
  });

  it('a link for whoever holds it takes any email that nobody has', async () => {
    const invitation = await invited(null);
    expect(
      await comeIn(known(ada.email, { email_verified: false }), { password: PASSWORD }, invitation),
    ).toEqual(refused(409, errorOf('ACCOUNT_EXISTS', [difference('email', null, null, 'is taken')])));
    expect(
      (await comeIn(known(`${unique()}@example.com`, { email_verified: false }), {}, invitation)).status,
    ).toBe(200);
  });

  it('an email that is none is not taken', async () => {
    expect(await comeIn(known('nobody'), {}, await invited(null))).toEqual(
      refused(403, errorOf('EMAIL_NOT_VERIFIED')),
    );
  });

  it('who has an account joins and comes in, with all that is asked for otherwise', async () => {
    const other = (await app.make.merchant()).id;
    const browser = await arrived(known(ada.email), await invited(ada.email, other));
    expect((await browser.finish()).status).toBe(401);
    expect((await browser.finish({ password: PASSWORD })).body.data?.merchants).toHaveLength(2);
    const login = await linkedGrace();
    const again = (await app.make.merchant()).id;
    const invitation = await invited(null, again);
    expect((await comeIn(login, {}, invitation)).body.data?.merchants).toHaveLength(2);
    expect(await comeIn(login, {}, await invited(null, again))).toEqual(
      refused(
        409,
        errorOf('ALREADY_MEMBER', [difference('token', null, null, 'is for a merchant you belong to')]),
      ),
    );
  });

  async function linkedGrace(): Promise<string> {
    const grace = await app.make.person(merchantId);
    const login = known(grace.email);
    expect((await comeIn(login)).status).toBe(200);
    return login;
  }

  it('one that was used, withdrawn or made up lets nobody in', async () => {
    const login = await linkedAda();
    for (const token of ['inv_x', await invited(null)]) {
      await app.rows.query('delete from invitations where merchant_id = $1', [merchantId]);
      expect(await comeIn(login, {}, token)).toEqual(
        refused(404, notFoundError('UNKNOWN_INVITATION', 'token')),
      );
    }
  });
});

describe('two-factor sign-in', () => {
  let secret: string;
  let login: string;
  const codeNow = () => codeAt(secret, clock.now());
  const wrongNow = () => wrongCodeAt(secret, clock.now());

  beforeEach(async () => {
    login = await linkedAda();
    ({ secret } = await switchOn(app.api, ada.session, clock.now()));
    clock.advance(STEP_MS);
  });

  it('is asked for, and neither that nor a wrong code uses the sign-in up', async () => {
    const browser = await arrived(login);
    expect(await browser.finish()).toEqual(refused(401, errorOf('SECOND_FACTOR_NEEDED')));
    expect(await browser.finish({ code: wrongNow() })).toEqual(refused(401, errorOf('WRONG_CODE')));
    expect((await browser.finish({ code: codeNow() })).status).toBe(200);
    clock.advance(STEP_MS);
    expect(await browser.finish({ code: codeNow() })).toEqual(refused(401, errorOf('SIGN_IN_EXPIRED')));
  });

  it('wrong codes count as those of signing in do, wherever they come from', async () => {
    for (let times = 0; times < 5; times++)
      expect((await comeIn(login, { code: wrongNow() })).status).toBe(401);
    expect(await comeIn(login, { code: codeNow() })).toEqual(refused(429, errorOf('SIGN_IN_LIMIT')));
    const body = { email: ada.email, password: PASSWORD, code: codeNow() };
    await app.api.expect('signIn', 429, { body, headers: elsewhere() });
  });

  it('is asked for beside the password, the first time, and with an invitation', async () => {
    await app.rows.query('delete from identities where person_id = $1', [ada.id]);
    const other = (await app.make.merchant()).id;
    const browser = await arrived(login, await invited(null, other));
    expect(await browser.finish()).toEqual(refused(401, errorOf('PASSWORD_NEEDED')));
    expect(await browser.finish({ password: PASSWORD })).toEqual(
      refused(401, errorOf('SECOND_FACTOR_NEEDED')),
    );
    expect(await browser.finish({ code: codeNow() })).toEqual(refused(401, errorOf('PASSWORD_NEEDED')));
    expect((await browser.finish({ password: PASSWORD, code: codeNow() })).body.data?.merchants).toHaveLength(
      2,
    );
  });
});

describe('what the provider said', () => {
  it('is good once: of many who use it at once, on two replicas, one comes in', async () => {
    const replica = await startApp({ sharing: app, clock, environment });
    try {
      const browser = await arrived(await linkedAda());
      const elsewhereToo = new OidcBrowser(replica.api, elsewhere());
      elsewhereToo.cookie = browser.cookie;
      const all = await Promise.all(
        [browser, elsewhereToo, browser, elsewhereToo].map((one) => one.finish()),
      );
      expect(all.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
    } finally {
      await replica.close();
    }
  });

  it('makes one account of a link that two use at once', async () => {
    const invitation = await invited(null);
    const browser = await arrived(known(`${unique()}@example.com`), invitation);
    const all = await Promise.all([browser, browser, browser].map((one) => one.finish()));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('is good for 5 minutes', async () => {
    const login = await linkedAda();
    const [inTime, late] = [await arrived(login), await arrived(login)];
    clock.advance(5 * 60_000 - 1);
    expect((await inTime.finish()).status).toBe(200);
    clock.advance(1);
    expect(await late.finish()).toEqual(refused(401, errorOf('SIGN_IN_EXPIRED')));
  });

  it('is good in the browser that has begun alone: nobody is signed in as somebody else by a link', async () => {
    const browser = browserOf();
    expect(await browser.finish()).toEqual(refused(401, errorOf('SIGN_IN_EXPIRED')));
    await browser.start();
    expect(await browser.finish()).toEqual(refused(401, errorOf('SIGN_IN_EXPIRED')));
  });

  it('is of no use where it was said for something else', async () => {
    const login = await linkedAda();
    const browser = browserOf();
    await browser.leadAs(ada.session, 'startIdentityLink', login);
    expect(await browser.finish()).toEqual(refused(401, errorOf('SIGN_IN_EXPIRED')));
  });

  it('is not lost when the database is: the sign-in can be finished afterwards', async () => {
    const browser = await arrived(await linkedAda());
    await app.rows.query('alter table identities rename to identities_away');
    expect((await browser.finish()).status).toBe(500);
    await app.rows.query('alter table identities_away rename to identities');
    const replica = await startApp({ sharing: app, clock, environment, budget: { databaseMs: 50 } });
    try {
      const same = new OidcBrowser(replica.api, elsewhere());
      same.cookie = browser.cookie;
      const begun = await new OidcBrowser(replica.api, elsewhere()).start();
      expect(begun).toContain(provider.issuer);
      await replica.gate.shut();
      expect((await same.finish()).status).toBe(503);
      await replica.gate.open();
      expect((await browser.finish()).status).toBe(200);
    } finally {
      await replica.close();
    }
  });
});
