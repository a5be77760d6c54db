// signIn and confirmIdentity of who has two-factor sign-in on: no way in without a code, each code once, and guesses are few.
import { hash } from 'node:crypto';
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { CreateInvitationService } from '#accounts/members/create-invitation.service.js';
import { PasswordResetsService } from '#accounts/password-resets/password-resets.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf } from '../../support/failures.js';
import { addMembership, addSession, PASSWORD, type TestPerson } from '../../support/people.js';
import { codeAt, STEP_MS, switchOn, wrongCodeAt } from '../../support/two-factor.js';

let app: TestApp;
let merchantId: string;
let ada: TestPerson;
let secret: string;
let recoveryCodes: string[];
// In the middle of a step, so that one step on is one step on.
const clock = new HeldClock(new Date('2026-11-30T12:00:15Z'));
const environment = { TRUST_PROXY: '1', PUBLIC_URL: 'http://127.0.0.1' };

beforeAll(async () => {
  app = await startApp({ clock, environment });
  merchantId = (await app.make.merchant('Northwind')).id;
});
beforeEach(async () => {
  ada = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
  ({ secret, recoveryCodes } = await switchOn(app.api, ada.session, clock.now()));
  clock.advance(STEP_MS); // the code of then is used up
});
afterAll(() => app.close());

let addresses = 0;
const elsewhere = () => ({ 'x-forwarded-for': `203.0.113.${++addresses}` });

interface Answer {
  status: number;
  error: unknown;
  retryAfter: string | undefined;
  isIn: boolean;
}

async function signIn(
  code?: string,
  { password = PASSWORD, headers = elsewhere(), on = app }: Partial<Options> = {},
): Promise<Answer> {
  const body = { email: ada.email, password, ...(code !== undefined && { code }) };
  const reply = await on.api.call('signIn', { body, headers });
  return {
    status: reply.status,
    error: (reply.body as { error?: unknown }).error,
    retryAfter: reply.headers['retry-after'],
    isIn: reply.headers['set-cookie'] !== undefined,
  };
}
interface Options {
  password: string;
  headers: Record<string, string>;
  on: TestApp;
}

const confirm = (body: object, on = app) =>
  on.api.call('confirmIdentity', { as: ada.session, body, headers: elsewhere() });
const codeNow = () => codeAt(secret, clock.now());
const wrongNow = () => wrongCodeAt(secret, clock.now());
const refusedWith = (reason: Parameters<typeof errorOf>[0]) => ({
  status: 401,
  error: errorOf(reason),
  retryAfter: undefined,
  isIn: false,
});

it('the right password alone is not enough; with the code of now it is', async () => {
  expect(await signIn()).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
  expect(await signIn(wrongNow())).toEqual(refusedWith('WRONG_CODE'));
  expect(await signIn(codeNow())).toMatchObject({ status: 200, isIn: true });
});

it('with a wrong password no code is looked at: the 401 is that of an unknown email', async () => {
  const password = 'not the password at all';
  expect(await signIn(codeNow(), { password })).toEqual(refusedWith('WRONG_CREDENTIALS'));
  expect(await signIn(wrongNow(), { password })).toEqual(refusedWith('WRONG_CREDENTIALS'));
});

it('who has not switched it on is asked for none, and one that is sent is not looked at', async () => {
  ada = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
  expect((await signIn()).status).toBe(200);
  expect((await signIn('123456')).status).toBe(200);
});

const statusOf = async (code: string | undefined) => (await confirm({ code })).status;

it('codes of one step before and after are good, as of a clock that goes wrong, those of two are not', async () => {
  const at = (steps: number) => codeAt(secret, new Date(clock.now().getTime() + steps * STEP_MS));
  clock.advance(10 * STEP_MS);
  const statuses = [];
  for (const steps of [-2, 2, -1, 1]) statuses.push(await statusOf(at(steps)));
  expect(statuses).toEqual([401, 401, 200, 200]);
});

it('a code works once, and none that is older works afterwards', async () => {
  clock.advance(STEP_MS);
  const [before, now] = [codeAt(secret, new Date(clock.now().getTime() - STEP_MS)), codeNow()];
  expect((await signIn(now)).status).toBe(200);
  expect(await signIn(now)).toEqual(refusedWith('WRONG_CODE'));
  expect([await statusOf(now), await statusOf(before)]).toEqual([401, 401]);
});

it('of many who send one code at once, to two replicas, one comes in', async () => {
  const replica = await startApp({ sharing: app, clock, environment });
  try {
    const both = [app, replica, app, replica];
    const byApp = (await Promise.all(both.map((on) => signIn(codeNow(), { on })))).map(
      ({ status }) => status,
    );
    expect(byApp.sort()).toEqual([200, 401, 401, 401]);
    const code = recoveryCodes[3];
    const byCode = (await Promise.all(both.map((on) => confirm({ code }, on)))).map(({ status }) => status);
    expect(byCode.sort()).toEqual([200, 401, 401, 401]);
  } finally {
    await replica.close();
  }
});

it('a recovery code works once, however it is typed', async () => {
  const [first, second] = recoveryCodes as [string, string];
  expect((await signIn(first)).status).toBe(200);
  expect(await signIn(first)).toEqual(refusedWith('WRONG_CODE'));
  const typed = second.toUpperCase().replaceAll('-', ' ').replaceAll('0', 'O').replaceAll('1', 'l');
  expect(await statusOf(typed)).toBe(200);
});

it("another person's codes are no good", async () => {
  const other = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
  const theirs = await switchOn(app.api, other.session, clock.now());
  clock.advance(STEP_MS);
  for (const code of [codeAt(theirs.secret, clock.now()), theirs.recoveryCodes[0]])
    expect(await statusOf(code)).toBe(401);
});

describe('guesses', () => {
  const hashed = () => hash('sha256', ada.email, 'hex');
  /** As if there had been so many, a moment ago. */
  const countedAre = (counter: string, failures: number) =>
    app.rows.query(
      `insert into sign_in_failures (counter, failures, last_at) values ($1, $2, $3)
       on conflict (counter) do update set failures = excluded.failures`,
      [counter, failures, clock.now()],
    );

  it('a right password without a code does not give back the guesses that were wrong, and takes none itself', async () => {
    const headers = { 'x-forwarded-for': '198.51.100.7' };
    await countedAre(`pair:${hashed()}:198.51.100.7`, 4);
    expect(await signIn(undefined, { headers })).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
    expect(await signIn(wrongNow(), { headers })).toEqual(refusedWith('WRONG_CODE'));
    expect(await signIn(codeNow(), { headers })).toMatchObject({ status: 429, retryAfter: '1' });
    clock.advance(1000);
    // Asked first whether a code is needed, as the dashboard does: that makes nobody wait anew.
    expect(await signIn(undefined, { headers })).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
    expect((await signIn(codeNow(), { headers })).status).toBe(200);
  });

  it('wrong passwords before stay counted, too', async () => {
    const headers = elsewhere();
    const wrong = () => signIn(undefined, { password: 'wrong wrong wrong', headers });
    await wrong();
    await countedAre(`pair:${hashed()}:${headers['x-forwarded-for']}`, 4);
    expect(await signIn(undefined, { headers })).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
    expect((await wrong()).status).toBe(401);
    expect((await wrong()).status).toBe(429);
  });

  it('calls without a code are as if they had not been', async () => {
    for (let times = 0; times < 3; times++)
      expect(await signIn()).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
    const counted = await app.rows.query<{ failures: number }>(
      `select distinct failures from sign_in_failures where counter like '%:' || $1 || '%'`,
      [hashed()],
    );
    expect(counted).toEqual([{ failures: 0 }]);
  });

  it('of codes count by the person, wherever they come from; a recovery code still lets in', async () => {
    await countedAre(`code:${hashed()}`, 4);
    expect((await signIn(wrongNow())).status).toBe(401);
    expect(await signIn(wrongNow())).toMatchObject({ status: 429, error: errorOf('SIGN_IN_LIMIT') });
    await countedAre(`code:${hashed()}`, 50);
    expect(await signIn(codeNow())).toMatchObject({ status: 429, retryAfter: '900' });
    expect((await signIn(recoveryCodes[0])).status).toBe(200);
    clock.advance(900_000);
    expect((await signIn(codeNow())).status).toBe(200);
    expect((await signIn(wrongNow())).status).toBe(401);
  });

  it('a stranger without the password uses none of these guesses up', async () => {
    await countedAre(`code:${hashed()}`, 4);
    for (let times = 0; times < 3; times++) await signIn(wrongNow(), { password: 'wrong wrong wrong' });
    expect((await signIn(codeNow())).status).toBe(200);
  });

  it('that come all at once count each', async () => {
    const all = Array.from({ length: 9 }, () => confirm({ code: wrongNow() }));
    const statuses = (await Promise.all(all)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array<number>(5).fill(401), ...Array<number>(4).fill(429)]);
  });
});

describe('saying again who one is', () => {
  it('by password, by a code or by a recovery code, each code once', async () => {
    expect((await confirm({ password: PASSWORD })).status).toBe(200);
    const code = codeNow();
    expect((await confirm({ code })).status).toBe(200);
    expect((await confirm({ code })).status).toBe(401);
    expect((await signIn(code)).status).toBe(401);
    expect((await confirm({ code: recoveryCodes[0] })).status).toBe(200);
    expect((await confirm({ code: recoveryCodes[0] })).status).toBe(401);
  });

  it('in one way: neither none nor two', async () => {
    for (const body of [{}, { password: PASSWORD, code: codeNow() }]) {
      const { body: reply } = await app.api.expect('confirmIdentity', 422, { as: ada.session, body });
      expect(reply.error.details).toEqual([
        { path: [], message: 'needs exactly one of password, code, passkey' },
      ]);
    }
  });

  it('without two-factor no code is right', async () => {
    const grace = await app.make.person(merchantId, { at: clock.now() });
    const { body } = await app.api.expect('confirmIdentity', 401, {
      as: grace.session,
      body: { code: '123456' },
    });
    expect(body.error).toEqual(errorOf('WRONG_CODE'));
  });

  it('wrong codes count as those of signing in do', async () => {
    for (let times = 0; times < 5; times++) expect((await confirm({ code: wrongNow() })).status).toBe(401);
    expect((await confirm({ code: codeNow() })).status).toBe(429);
    expect((await signIn(codeNow())).status).toBe(429);
  });
});

describe('no other way leads past it', () => {
  it('a new password by a link signs nobody in, and switches nothing off', async () => {
    const resets = app.service.app.get(PasswordResetsService, { strict: false });
    const token = (await resets.makeLink(ada.email, OPERATOR))!.link.split('#')[1]!;
    const password = 'seven quiet lighthouses in fog';
    const reply = await app.api.expect('resetPassword', 200, { body: { token, password } });
    expect(reply.headers['set-cookie']).toBeUndefined();
    expect(await signIn(undefined, { password })).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
    expect((await signIn(codeNow(), { password })).status).toBe(200);
  });

  it('nor does a link make wrong codes forgotten', async () => {
    for (let times = 0; times < 5; times++) await confirm({ code: wrongNow() });
    const resets = app.service.app.get(PasswordResetsService, { strict: false });
    const token = (await resets.makeLink(ada.email, OPERATOR))!.link.split('#')[1]!;
    await app.api.expect('resetPassword', 200, { body: { token, password: PASSWORD } });
    expect((await signIn(codeNow())).status).toBe(429);
  });

  it('a link of invitation makes no second account of the email, and joins only who is signed in', async () => {
    const invitations = app.service.app.get(CreateInvitationService, { strict: false });
    const other = (await app.make.merchant()).id;
    const wanted = { merchantId: other, role: 'VIEWER', email: ada.email, lastsMs: 3_600_000 } as const;
    const token = (await invitations.invite(wanted)).split('#')[1]!;
    const body = { token, name: 'Ada', password: 'seven quiet lighthouses in fog' };
    await app.api.expect('acceptInvitation', 409, { body });
    await app.api.expect('joinMerchant', 401, { body: { token } });
    await app.api.expect('joinMerchant', 201, { as: ada.session, body: { token } });
    expect(await signIn()).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
  });

  it('a new password of who is signed in leaves it on', async () => {
    const body = { currentPassword: PASSWORD, newPassword: 'seven quiet lighthouses in fog' };
    await app.api.expect('changePassword', 200, { as: ada.session, body });
    expect(await signIn(undefined, { password: body.newPassword })).toEqual(
      refusedWith('SECOND_FACTOR_NEEDED'),
    );
  });

  it('who was removed comes in by nothing; who belongs nowhere, or to a locked merchant only, by both', async () => {
    await app.rows.query('delete from memberships where person_id = $1', [ada.id]);
    expect(await signIn()).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
    expect((await signIn(codeNow())).status).toBe(200);
    const locked = (await app.make.merchant()).id;
    await addMembership(app.rows, locked, ada.id, 'OWNER');
    await app.rows.query('update merchants set locked_at = now() where id = $1', [locked]);
    expect(await signIn()).toEqual(refusedWith('SECOND_FACTOR_NEEDED'));
    expect((await signIn(recoveryCodes[0])).status).toBe(200);
    await app.rows.query('delete from people where id = $1', [ada.id]);
    for (const code of [undefined, codeNow(), recoveryCodes[1]])
      expect(await signIn(code)).toEqual(refusedWith('WRONG_CREDENTIALS'));
  });

  it('a session of before is over once it is switched on', async () => {
    const grace = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
    const other = { cookie: await addSession(app.rows, grace.id, clock.now()) };
    await switchOn(app.api, grace.session, clock.now());
    await app.api.expect('getMe', 401, { as: other });
  });
});

describe('without the key', () => {
  const keyless = { ...environment, SECRET_KEY: '' };
  const otherKey = { ...environment, SECRET_KEY: Buffer.alloc(32, 7).toString('base64') };
  const detail = { path: ['twoFactor'], message: 'cannot be read or set here', field: 'twoFactor' };
  const refusal = errorOf('SECRET_KEY_NEEDED', [{ ...detail, yours: null, ours: null }]);

  it('it cannot be switched on, which is told before and when it is tried; all else goes on', async () => {
    const replica = await startApp({ sharing: app, clock, environment: keyless });
    try {
      const grace = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
      const me = await replica.api.expect('getMe', 200, { as: grace.session });
      expect(me.body.data.twoFactor).toEqual({ enabled: false, recoveryCodesLeft: 0, available: false });
      const { body } = await replica.api.expect('beginTwoFactor', 409, { as: grace.session });
      expect(body.error).toEqual(refusal);
      await replica.api.expect('signIn', 200, { body: { email: grace.email, password: PASSWORD } });
    } finally {
      await replica.close();
    }
  });

  it.each([
    ['none', keyless],
    ['another', otherKey],
  ])('%s: no code of an app lets in, which is told and logged; recovery codes do', async (which, changed) => {
    const lines: string[] = [];
    const replica = await startApp({
      sharing: app,
      clock,
      environment: changed,
      onLog: (line) => lines.push(line),
    });
    try {
      const refused = await signIn(codeNow(), { on: replica });
      expect([refused.status, refused.error, refused.isIn]).toEqual([409, refusal, false]);
      await replica.api.expect('confirmIdentity', 409, {
        as: ada.session,
        body: { code: codeNow() },
      });
      const why = which === 'none' ? 'SECRET_KEY is not set' : 'SECRET_KEY is not the one';
      expect(lines.join('\n')).toContain(why);
      expect((await signIn(recoveryCodes[0], { on: replica })).status).toBe(200);
      await app.api.expect('disableTwoFactor', 200, { as: ada.session });
      const begun = await app.api.expect('beginTwoFactor', 200, { as: ada.session });
      const body = { code: codeAt(begun.body.data.secret, clock.now()) };
      const activated = await replica.api.expect('activateTwoFactor', 409, { as: ada.session, body });
      expect(activated.body.error).toEqual(refusal);
    } finally {
      await replica.close();
    }
  });

  it('what was damaged, or put into another row, is our fault and lets nobody in', async () => {
    const other = await app.make.person(merchantId, { hasPassword: true, at: clock.now() });
    const theirs = await switchOn(app.api, other.session, clock.now());
    clock.advance(STEP_MS);
    const swap = `update two_factor set sealed_secret = (select sealed_secret from two_factor where person_id = $2) where person_id = $1`;
    await app.rows.query(swap, [ada.id, other.id]);
    expect((await signIn(codeAt(theirs.secret, clock.now()))).status).toBe(500);
    expect((await signIn(recoveryCodes[0])).status).toBe(200);
  });
});
