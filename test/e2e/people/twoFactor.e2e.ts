// beginTwoFactor, activateTwoFactor, disableTwoFactor, createRecoveryCodes: what it takes to switch them, and what is told once.
import { sharedApp, startApp, type SharedApp } from '../../support/app.js';
import { errorOf } from '../../support/failures.js';
import { addSession, PASSWORD, type TestPerson } from '../../support/people.js';
import { codeAt, switchOn, wrongCodeAt } from '../../support/two-factor.js';

let app: SharedApp;
let merchantId: string;
let ada: TestPerson;

beforeAll(async () => {
  app = await sharedApp();
  merchantId = (await app.make.merchant()).id;
});
beforeEach(async () => {
  ada = await app.make.person(merchantId, { hasPassword: true });
});

const begin = async () => (await app.api.expect('beginTwoFactor', 200, { as: ada.session })).body.data;
const activate = (code: string) =>
  app.api.call('activateTwoFactor', { as: ada.session, body: { code } }) as Promise<{
    status: number;
    body: { error: unknown };
  }>;
const told = async () => (await app.api.expect('getMe', 200, { as: ada.session })).body.data.twoFactor;
const refused = (reason: Parameters<typeof errorOf>[0], message: string) =>
  errorOf(reason, [{ path: ['twoFactor'], message, field: 'twoFactor', yours: null, ours: null }]);
const signIn = async (code?: string) => {
  const body = { email: ada.email, password: PASSWORD, ...(code !== undefined && { code }) };
  return (await app.api.call('signIn', { body })).status;
};

it('begun, it counts for nothing: the password is enough until a code has shown that the app has the secret', async () => {
  const { secret, otpauthUrl } = await begin();
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  const url = new URL(otpauthUrl);
  expect(Object.fromEntries(url.searchParams)).toEqual({
    issuer: 'RefCampaign (go.example.com)',
    secret,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  });
  expect(decodeURIComponent(url.pathname)).toBe(`/RefCampaign (go.example.com):${ada.email}`);
  expect(await told()).toEqual({ enabled: false, recoveryCodesLeft: 0, available: true });
  expect(await signIn()).toBe(200);
});

it('a code of the app switches it on, once; ten recovery codes are told, and all other sessions end', async () => {
  const elsewhere = { cookie: await addSession(app.rows, ada.id) };
  const { secret } = await begin();
  const wrong = await activate(wrongCodeAt(secret, new Date()));
  expect([wrong.status, wrong.body.error]).toEqual([401, errorOf('WRONG_CODE')]);
  await app.api.expect('getMe', 200, { as: elsewhere });
  const body = { code: codeAt(secret, new Date()).replace(/^.../, '$& ') };
  const { recoveryCodes } = (await app.api.expect('activateTwoFactor', 200, { as: ada.session, body })).body
    .data;
  expect(new Set(recoveryCodes).size).toBe(10);
  for (const code of recoveryCodes)
    expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{5}-){2}[0-9a-hjkmnp-tv-z]{5}$/);
  await app.api.expect('getMe', 401, { as: elsewhere });
  expect(await told()).toEqual({ enabled: true, recoveryCodesLeft: 10, available: true });
  const again = await activate(body.code);
  expect([again.status, again.body.error]).toEqual([409, refused('TWO_FACTOR_ON', 'is on already')]);
  expect(await signIn()).toBe(401);
});

it('two who activate at once are one: the recovery codes that were told are those that are good', async () => {
  const { secret } = await begin();
  const body = { code: codeAt(secret, new Date()) };
  const replies = await Promise.all(
    [1, 2].map(() => app.api.call('activateTwoFactor', { as: ada.session, body })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const told = replies.find(({ status }) => status === 200)!.body as { data: { recoveryCodes: string[] } };
  expect(await signIn(told.data.recoveryCodes[0])).toBe(200);
});

it('a later secret takes the place of one that was only begun', async () => {
  const first = await begin();
  const second = await begin();
  expect((await activate(wrongCodeAt(second.secret, new Date()))).status).toBe(401);
  expect((await activate(codeAt(first.secret, new Date()))).status).toBe(401);
  expect((await activate(codeAt(second.secret, new Date()))).status).toBe(200);
});

it('what is on is not begun anew, nor activated without a secret', async () => {
  const early = await activate('123456');
  expect([early.status, early.body.error]).toEqual([
    409,
    refused('TWO_FACTOR_NOT_BEGUN', 'has no secret yet'),
  ]);
  await switchOn(app.api, ada.session, new Date());
  const { body } = await app.api.expect('beginTwoFactor', 409, { as: ada.session });
  expect(body.error).toEqual(refused('TWO_FACTOR_ON', 'is on already'));
});

it('switched off, the password is enough again, and all other sessions end; off already is no error', async () => {
  const { secret, recoveryCodes } = await switchOn(app.api, ada.session, new Date());
  const elsewhere = { cookie: await addSession(app.rows, ada.id) };
  const off = () => app.api.expect('disableTwoFactor', 200, { as: ada.session });
  expect((await off()).body.data.twoFactor).toEqual({
    enabled: false,
    recoveryCodesLeft: 0,
    available: true,
  });
  await app.api.expect('getMe', 401, { as: elsewhere });
  expect(await signIn()).toBe(200);
  const still = { cookie: await addSession(app.rows, ada.id) };
  await off();
  await app.api.expect('getMe', 200, { as: still });
  for (const code of [recoveryCodes[0]!, codeAt(secret, new Date())])
    await app.api.expect('confirmIdentity', 401, { as: ada.session, body: { code } });
});

it('new recovery codes take the place of all before; without two-factor there are none', async () => {
  const { body } = await app.api.expect('createRecoveryCodes', 409, { as: ada.session });
  expect(body.error).toEqual(refused('TWO_FACTOR_OFF', 'is off'));
  const before = await switchOn(app.api, ada.session, new Date());
  const made = (await app.api.expect('createRecoveryCodes', 200, { as: ada.session })).body.data;
  expect(await signIn(before.recoveryCodes[0])).toBe(401);
  expect(await signIn(made.recoveryCodes[0])).toBe(200);
  expect((await told()).recoveryCodesLeft).toBe(9);
});

it('a code is needed to activate', async () => {
  const { body } = await app.api.expect('activateTwoFactor', 422, { as: ada.session, body: {} as never });
  expect(body.error.details).toEqual([{ path: ['code'], message: 'is required' }]);
  await app.api.expect('activateTwoFactor', 400, { as: ada.session, rawBody: '{' });
  await app.api.expect('activateTwoFactor', 413, { as: ada.session, rawBody: ' '.repeat(70_000) });
});

it('neither secret nor recovery code can be read in the tables, and no log line has one', async () => {
  const lines: string[] = [];
  const own = await startApp({ onLog: (line) => lines.push(line) });
  try {
    const { id } = await own.make.merchant();
    const person = await own.make.person(id, { hasPassword: true });
    const { secret, recoveryCodes } = await switchOn(own.api, person.session, new Date());
    const body = { email: person.email, password: PASSWORD, code: recoveryCodes[0] as string };
    await own.api.expect('signIn', 200, { body });
    const tables = ['two_factor', 'recovery_codes', 'people', 'audit_log', 'work', 'sign_in_failures'];
    const kept = await Promise.all(tables.map((table) => own.rows.query(`select t::text from ${table} t`)));
    const text = JSON.stringify(kept) + lines.join('\n');
    const raw = Buffer.from(
      [...secret]
        .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
        .join('')
        .match(/.{8}/g)!
        .map((byte) => parseInt(byte, 2)),
    );
    const spellings = recoveryCodes.flatMap((code) => [code, code.replaceAll('-', '')]);
    for (const one of [secret, raw.toString('hex'), raw.toString('base64'), ...spellings])
      expect(text).not.toContain(one);
    expect(lines.join()).toContain('activateTwoFactor');
  } finally {
    await own.close();
  }
});

it('is noted in the audit log of each merchant of the person, and a recovery code with how many are left', async () => {
  const other = (await app.make.merchant()).id;
  await app.rows.query(
    `insert into memberships (merchant_id, person_id, role, created_at) values ($1, $2, 'VIEWER', now())`,
    [other, ada.id],
  );
  await begin();
  const { recoveryCodes } = await switchOn(app.api, ada.session, new Date());
  await app.api.expect('confirmIdentity', 200, { as: ada.session, body: { code: recoveryCodes[0]! } });
  await app.api.expect('createRecoveryCodes', 200, { as: ada.session });
  await app.api.expect('disableTwoFactor', 200, { as: ada.session });
  for (const id of [merchantId, other]) {
    const noted = await app.rows.query(
      'select action, details from audit_log where merchant_id = $1 and person_id = $2 order by id',
      [id, ada.id],
    );
    expect(noted).toEqual([
      { action: 'TWO_FACTOR_ENABLED', details: {} },
      { action: 'RECOVERY_CODE_USED', details: { left: 9 } },
      { action: 'RECOVERY_CODES_MADE', details: {} },
      { action: 'TWO_FACTOR_DISABLED', details: {} },
    ]);
  }
});
