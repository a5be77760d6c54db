// receiveOidcCallback, startOidcSignIn: what does not hold comes to nothing, is told in a word of ours, and tells no secret to anybody.
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf } from '../../support/failures.js';
import { freePort } from '../../support/free-port.js';
import { unique } from '../../support/makers.js';
import { OidcBrowser } from '../../support/oidc.js';
import { CLIENT_SECRET, SignInProvider, type Claims } from '../../support/sign-in-provider.js';
import { until } from '../../support/until.js';

const PUBLIC_URL = 'https://go.example.com';
let provider: SignInProvider;
let app: TestApp;
let environment: Record<string, string>;
const lines: string[] = [];
const clock = new HeldClock();

beforeAll(async () => {
  provider = await SignInProvider.start([PUBLIC_URL]);
  environment = { ...provider.environment, PUBLIC_URL, TRUST_PROXY: '1' };
  app = await startApp({ clock, environment, onLog: (line) => lines.push(line) });
  provider.people.set('ada', { email: 'ada@example.com', email_verified: true, name: 'Ada' });
});
afterEach(() => provider.behave());
afterAll(async () => {
  await app.close();
  await provider.close();
});

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `203.0.113.${++addresses}` });
const browserOf = (on = app) => new OidcBrowser(on.api, elsewhere());
const failed = (why: string) => ({ for: 'sign-in', failed: why });
const EXPIRED = { failed: 'EXPIRED' };

/** What the provider leads back with, for a browser that has begun. */
async function onTheWay(): Promise<{ browser: OidcBrowser; back: URL }> {
  const browser = browserOf();
  return { browser, back: await browser.goThere(await browser.start(), 'ada') };
}

async function comesBackWith(change: (query: URLSearchParams) => void): Promise<Record<string, string>> {
  const { browser, back } = await onTheWay();
  change(back.searchParams);
  return browser.comeBack(back);
}

describe('a token of the provider that does not hold is refused, and nobody is named by it', () => {
  const past = () => Math.floor(Date.now() / 1000) - 3600;
  it.each<[string, (claims: Claims) => Claims]>([
    ['the nonce of another sign-in', (claims) => ({ ...claims, nonce: 'another' })],
    ['no nonce', (claims) => ({ ...claims, nonce: undefined })],
    ['another audience', (claims) => ({ ...claims, aud: 'another-client' })],
    [
      'several audiences, and for another of them',
      (claims) => ({ ...claims, aud: ['refcampaign', 'x'], azp: 'x' }),
    ],
    ['another issuer', (claims) => ({ ...claims, iss: 'https://accounts.example.com' })],
    ['one that has expired', (claims) => ({ ...claims, iat: past() - 600, exp: past() })],
    ['no end', (claims) => ({ ...claims, exp: undefined })],
    ['no subject', (claims) => ({ ...claims, sub: undefined })],
    ['a subject that cannot be stored', (claims) => ({ ...claims, sub: 'a\u0000b' })],
    ['a subject that is too long to be one', (claims) => ({ ...claims, sub: 'x'.repeat(300) })],
  ])('%s', async (_, spoil) => {
    provider.spoil = spoil;
    const browser = browserOf();
    expect(await browser.lead('ada')).toEqual(failed('REFUSED'));
    expect((await browser.finish()).body.error).toEqual(errorOf('SIGN_IN_EXPIRED'));
  });

  it('a signature by a key that is not the provider’s', async () => {
    provider.signsWithAnother = true;
    expect(await browserOf().lead('ada')).toEqual(failed('REFUSED'));
  });
});

describe('what a browser is led back with', () => {
  it('works once: the same again is nobody’s', async () => {
    const { browser, back } = await onTheWay();
    const begun = browser.cookie;
    expect(await browser.comeBack(back)).toEqual({ for: 'sign-in' });
    const ticket = browser.cookie;
    expect(await browser.comeBack(back)).toEqual(EXPIRED);
    expect(browser.cookie).toBe(ticket);
    // Not even for who has kept the cookie of before: the code is used up at the provider.
    browser.cookie = begun;
    expect(await browser.comeBack(back)).toEqual(failed('REFUSED'));
  });

  it('is of no use in a browser that has not begun, and ends nothing there: nobody is signed in as whoever sends the link', async () => {
    const { back } = await onTheWay();
    const victim = browserOf();
    expect(await victim.comeBack(back)).toEqual(EXPIRED);
    const own = await victim.goThere(await victim.start(), 'ada');
    expect(await victim.comeBack(back)).toEqual(EXPIRED);
    expect(await victim.comeBack(own)).toEqual({ for: 'sign-in' });
  });

  it('a code of another sign-in is refused, though the state is right', async () => {
    const { back: others } = await onTheWay();
    const before = provider.codes;
    expect(await comesBackWith((query) => query.set('code', others.searchParams.get('code')!))).toEqual(
      failed('REFUSED'),
    );
    expect(provider.codes).toBe(before + 1);
  });

  it.each<[string, (query: URLSearchParams) => void]>([
    ['from another provider (mix-up)', (query) => query.set('iss', 'https://accounts.example.com')],
    ['without saying from whom', (query) => query.delete('iss')],
    ['with two codes', (query) => query.append('code', 'x')],
    ['without a code', (query) => query.delete('code')],
  ])('%s: the provider is not even asked', async (_, change) => {
    const before = provider.codes;
    expect(await comesBackWith(change)).toEqual(failed('REFUSED'));
    expect(provider.codes).toBe(before);
  });

  it.each<[string, (query: URLSearchParams) => void]>([
    ['another state', (query) => query.set('state', 'x')],
    ['two states', (query) => query.set('state', `${query.get('state')!} `)],
    ['no state', (query) => query.delete('state')],
  ])('%s is nobody’s', async (_, change) => {
    expect(await comesBackWith(change)).toEqual(EXPIRED);
  });

  it.each(['', '?', '?a=1&a=2&%', `?state=${'x'.repeat(5000)}`])(
    'nothing of it, or nonsense (%#)',
    async (query) => {
      const { headers } = await app.api.expect('receiveOidcCallback', 302, { query: query.slice(1) });
      expect(headers['location']).toBe(`${PUBLIC_URL}/dashboard/oidc#failed=EXPIRED`);
      expect(headers['set-cookie']).toBeUndefined();
    },
  );

  it('is good for 10 minutes', async () => {
    const late = new HeldClock();
    const replica = await startApp({ sharing: app, clock: late, environment });
    try {
      const browser = browserOf(replica);
      const back = await browser.goThere(await browser.start(), 'ada');
      late.advance(10 * 60_000);
      expect(await browser.comeBack(back)).toEqual(EXPIRED);
      late.advance(-1);
      expect(await browser.comeBack(back)).toEqual({ for: 'sign-in' });
    } finally {
      await replica.close();
    }
  });

  it('somebody who goes away at the provider is told so', async () => {
    expect(await browserOf().lead(null)).toEqual(failed('CANCELLED'));
  });
});

describe('the cookie', () => {
  it('what was begun is not taken for what the provider said, nor the other way round', async () => {
    const browser = browserOf();
    const url = await browser.start();
    expect((await browser.finish()).status).toBe(401);
    const begun = browser.cookie;
    await browser.comeBack(await browser.goThere(url, 'ada'));
    expect(browser.cookie).not.toBe(begun);
    const state = new URL(url).searchParams.get('state')!;
    expect(await browser.comeBack(new URL(`http://x/?code=x&state=${state}`))).toEqual(EXPIRED);
  });

  it.each(['changed', 'cut', 'doubled', 'of another installation'])('%s, it is as none', async (how) => {
    const otherKey = { ...environment, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };
    const replica = how.startsWith('of')
      ? await startApp({ sharing: app, clock, environment: otherKey })
      : app;
    try {
      const browser = browserOf(replica);
      const back = await browser.goThere(await browser.start(), 'ada');
      const [name, value = ''] = browser.cookie.split('=') as [string, string];
      const middle = value.length >> 1;
      const other = value[middle] === 'A' ? 'B' : 'A';
      if (how === 'changed')
        browser.cookie = `${name}=${value.slice(0, middle)}${other}${value.slice(middle + 1)}`;
      if (how === 'cut') browser.cookie = `${name}=${value.slice(0, 20)}`;
      if (how === 'doubled') browser.cookie = `${browser.cookie}; ${name}=x`;
      const reply = await app.api.expect('receiveOidcCallback', 302, {
        query: back.search.slice(1),
        headers: { cookie: browser.cookie },
      });
      expect(reply.headers['location']).toMatch(/#failed=EXPIRED$/);
    } finally {
      if (replica !== app) await replica.close();
    }
  });

  it('is the one of plain http where the installation is', async () => {
    const plain = await startApp({
      sharing: app,
      clock,
      environment: { ...environment, PUBLIC_URL: 'http://127.0.0.1:3000' },
    });
    try {
      const { headers } = await plain.api.expect('startOidcSignIn', 200, { body: {} });
      expect(headers['set-cookie']).toEqual([
        expect.stringMatching(/^rc_oidc=[\w-]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=600$/),
      ]);
    } finally {
      await plain.close();
    }
  });
});

it('one address is led back so often and no more; who comes in takes no try', async () => {
  const headers = elsewhere();
  const from = () => new OidcBrowser(app.api, headers);
  const { id } = await app.make.merchant();
  const grace = await app.make.person(id, { at: clock.now() });
  provider.people.set('grace', { email: grace.email, email_verified: true, name: 'Grace' });
  const browser = from();
  await browser.lead('grace');
  expect((await browser.finish()).status).toBe(200);
  const counted = await app.rows.query(`select failures from sign_in_failures where counter = $1`, [
    `provider:${headers['x-forwarded-for']}`,
  ]);
  expect(counted).toEqual([{ failures: 0 }]);
  await app.rows.query(`update sign_in_failures set failures = 30 where counter = $1`, [
    `provider:${headers['x-forwarded-for']}`,
  ]);
  const before = provider.codes;
  expect(await from().lead('ada')).toEqual(failed('TOO_MANY'));
  expect(provider.codes).toBe(before);
  expect(await browserOf().lead('ada')).toEqual({ for: 'sign-in' });
});

it('who asks stores nothing: not by beginning, not by coming back with what is nobody’s', async () => {
  const tables = ['used_tickets', 'sign_in_failures', 'identities', 'audit_log'];
  const count = () => Promise.all(tables.map((table) => app.rows.count(table)));
  const before = await count();
  for (let times = 0; times < 5; times++) {
    const browser = browserOf();
    await browser.start();
    await browser.comeBack(new URL(`http://x/?code=x&state=${unique()}`));
    await browser.finish();
  }
  expect(await count()).toEqual(before);
});

describe('a provider that is away', () => {
  it('stops no start, is told in the log once, and on the button; it is used when it is there', async () => {
    const said: string[] = [];
    const port = await freePort();
    const away = { ...environment, OIDC_ISSUER: `http://127.0.0.1:${port}` };
    const held = new HeldClock();
    const replica = await startApp({
      sharing: app,
      clock: held,
      environment: away,
      onLog: (line) => said.push(line),
    });
    const warnings = () => said.filter((line) => line.includes('OIDC_ISSUER'));
    try {
      await until(() => warnings().length > 0);
      for (let times = 0; times < 3; times++) {
        held.advance(60_000);
        const { body, headers } = await replica.api.expect('startOidcSignIn', 503, { body: {} });
        expect(body.error).toEqual(errorOf('PROVIDER_AWAY'));
        expect(headers['retry-after']).toBe('1');
      }
      const { session } = await replica.make.person((await replica.make.merchant()).id, { at: held.now() });
      for (const id of ['startOidcConfirmation', 'startIdentityLink'] as const)
        await replica.api.expect(id, 503, { as: session, body: {} });
      expect(warnings().map((line) => JSON.parse(line) as object)).toEqual([
        expect.objectContaining({ level: 'warn', fault: expect.stringContaining('ECONNREFUSED') as unknown }),
      ]);
    } finally {
      await replica.close();
    }
  });

  it('one that says it is another is not used', async () => {
    const said: string[] = [];
    const liar = { ...environment, OIDC_ISSUER: `${provider.issuer}/liar` };
    const replica = await startApp({
      sharing: app,
      clock,
      environment: liar,
      onLog: (line) => said.push(line),
    });
    try {
      const { body } = await replica.api.expect('startOidcSignIn', 503, { body: {} });
      expect(body.error).toEqual(errorOf('PROVIDER_AWAY'));
      expect(said.join('')).toContain('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED');
    } finally {
      await replica.close();
    }
  });

  it.each([
    [500, 'AWAY'],
    [401, 'REFUSED'],
  ] as const)('when it is asked for a token (%s): %s', async (status, why) => {
    provider.tokenStatus = status;
    expect(await browserOf().lead('ada')).toEqual(failed(why));
  });

  it('or a database that is: the browser is led to the dashboard all the same', async () => {
    const replica = await startApp({ sharing: app, clock, environment, budget: { databaseMs: 50 } });
    try {
      const browser = browserOf(replica);
      const back = await browser.goThere(await browser.start(), 'ada');
      await replica.gate.shut();
      expect(await browser.comeBack(back)).toEqual(failed('AWAY'));
    } finally {
      await replica.gate.open();
      await replica.close();
    }
  });
});

it('without a provider nothing of it is there', async () => {
  const without = await startApp({ sharing: app, clock, environment: { PUBLIC_URL } });
  try {
    expect((await without.api.expect('getSignInMethods', 200)).body.data).toEqual({ oidc: null });
    const { session } = await without.make.person((await without.make.merchant()).id, { at: clock.now() });
    const { body } = await without.api.expect('startOidcSignIn', 404, { body: {} });
    expect(body.error).toEqual(errorOf('NO_PROVIDER'));
    for (const id of ['startOidcConfirmation', 'startIdentityLink'] as const)
      await without.api.expect(id, 404, { as: session, body: {} });
    const browser = browserOf(without);
    expect(await browser.comeBack(new URL('http://x/?code=x&state=y'))).toEqual(EXPIRED);
    expect((await browser.finish()).status).toBe(401);
  } finally {
    await without.close();
  }
});

it('no line of the log has held a code, a state, a token, a secret or what the provider says of somebody', () => {
  const log = lines.join('\n');
  expect(log).toContain('receiveOidcCallback');
  expect(log).toContain('a sign-in by the provider was refused');
  expect(log).not.toMatch(/[?&](code|state)=|eyJ|ada@example\.com|rc_oidc=/);
  expect(log).not.toContain(CLIENT_SECRET);
});
