// npm run people: the one way in that always works. Links that it prints are used here against a service on the same database.
import { randomBytes } from 'node:crypto';
import { peopleCommand } from '#cli/people.command.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { unique } from '../../support/makers.js';
import { PASSWORD } from '../../support/people.js';
import { switchOn } from '../../support/two-factor.js';
import { callCommand, urlOf, type Ended } from './calling.js';
import { cloneTemplate } from '../../support/database.js';

let app: TestApp;
let environment: Record<string, string>;
let merchantId: string;
let merchant: string;

beforeAll(async () => {
  app = await startApp();
  const [{ name } = { name: '' }] = await app.rows.query<{ name: string }>(
    'select current_database() as name',
  );
  const { address, drop } = await cloneTemplate();
  await drop();
  environment = { DATABASE_URL: urlOf({ ...address, database: name }), PUBLIC_URL: 'https://go.example.com' };
  merchantId = (await app.make.merchant('Northwind')).id;
  merchant = toPublicId('mer', merchantId);
});
afterAll(() => app.close());

const call = (args: string): Promise<Ended> => callCommand(peopleCommand, args, environment);
async function json<Value>(args: string): Promise<Value> {
  const { code, stdout, stderr } = await call(`${args} --json`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Value;
}
const someEmail = () => `person-${unique()}@example.com`;
const addPasskey = (personId: string) =>
  app.rows.query(
    `insert into passkeys (id, person_id, credential_id, public_key, counter, name, synced, created_at)
     values ($1, $2, $3, '', 0, 'Laptop', false, now())`,
    [newId(), personId, randomBytes(16)],
  );
const tokenIn = (link: string) => link.split('#')[1] as string;
const accept = (link: string, fields: { email?: string } = {}) =>
  app.api.expect('acceptInvitation', 201, {
    body: { token: tokenIn(link), name: 'Ada', password: PASSWORD, ...fields },
  });

it('invites: the link makes a member with that role, for that email or for whoever opens it', async () => {
  const email = someEmail();
  const made = await json<{ link: string }>(`invite --merchant ${merchant} --role ADMIN --email ${email}`);
  expect(made).toEqual({ merchantId: merchant, role: 'ADMIN', email, link: made.link });
  expect((await accept(made.link)).body.data.merchants).toMatchObject([{ name: 'Northwind', role: 'ADMIN' }]);
  const { stdout } = await call(`invite --merchant ${merchant} --role OWNER`);
  const [link = ''] = stdout.split('\n');
  expect(link).toMatch(/^https:\/\/go\.example\.com\/dashboard\/join#inv_/);
  expect(stdout).toMatch(/whoever opens it first a member \(OWNER\).*once, for 7 days/);
  await accept(link, { email: someEmail() });
});

it('lists who may sign in and where they belong, of one merchant or of all', async () => {
  const { id } = await app.make.merchant('Contoso');
  const { id: personId, email } = await app.make.person(id, { role: 'FINANCE', name: 'Grace Hopper' });
  const contoso = toPublicId('mer', id);
  const listed = await json<object[]>(`list --merchant ${contoso}`);
  expect(listed).toEqual([
    {
      personId: toPublicId('per', personId),
      email,
      name: 'Grace Hopper',
      twoFactor: false,
      passkeys: false,
      merchantId: contoso,
      merchantName: 'Contoso',
      role: 'FINANCE',
      createdAt: expect.stringMatching(/Z$/) as string,
    },
  ]);
  await app.rows.query('delete from memberships where person_id = $1', [personId]);
  expect(await json<object[]>('list')).toContainEqual({
    ...listed[0],
    merchantId: null,
    merchantName: null,
    role: null,
  });
  expect((await call(`list --merchant ${contoso}`)).stdout).toBe('Nobody.\n');
  expect((await call('list')).stdout).toMatch(/^EMAIL +NAME +ROLE +SECOND FACTOR +MERCHANT +ITS NAME\n/);
});

it('resets: the link sets a new password', async () => {
  const { email } = await app.make.person(merchantId, { hasPassword: true });
  const { link } = await json<{ link: string }>(`reset --email ${email.toUpperCase()}`);
  const password = 'seven quiet lighthouses in fog';
  await app.api.expect('resetPassword', 200, { body: { token: tokenIn(link), password } });
  await app.api.expect('signIn', 200, { body: { email, password } });
  expect((await call(`reset --email ${email}`)).stdout).toMatch(/#rst_.*\n\nThis link sets a new password/);
});

it('takes the second factors of who has lost them: the password is enough, every session is over, and it is noted', async () => {
  const { id } = await app.make.merchant('Globex');
  const { id: personId, email, session } = await app.make.person(id, { hasPassword: true });
  await switchOn(app.api, session, new Date());
  await addPasskey(personId);
  const has = async () => {
    const listed = await json<{ twoFactor: boolean; passkeys: boolean }[]>(
      `list --merchant ${toPublicId('mer', id)}`,
    );
    return [listed[0]?.twoFactor, listed[0]?.passkeys];
  };
  expect(await has()).toEqual([true, true]);
  expect((await call('list')).stdout).toMatch(/code, passkey/);
  const reset = () => json<object>(`reset-two-factor --email ${email}`);
  expect(await reset()).toEqual({ email, wasOn: true, passkeys: 1 });
  expect(await has()).toEqual([false, false]);
  await app.api.expect('getMe', 401, { as: session });
  await app.api.expect('signIn', 200, { body: { email, password: PASSWORD } });
  expect(await reset()).toEqual({ email, wasOn: false, passkeys: 0 });
  expect((await call(`reset-two-factor --email ${email}`)).stdout).toMatch(/had no second factor/);
  const noted = await app.rows.query(
    `select action, target from audit_log where merchant_id = $1 and person_id is null order by id`,
    [id],
  );
  const target = toPublicId('per', personId);
  expect(noted).toEqual([
    { action: 'TWO_FACTOR_DISABLED', target },
    { action: 'PASSKEY_REMOVED', target },
  ]);
});

it('removes: nobody is signed in, the email is free again, and a merchant without an owner is named', async () => {
  const { id } = await app.make.merchant('Fabrikam');
  const { id: personId, email, session } = await app.make.person(id, { hasPassword: true });
  await switchOn(app.api, session, new Date());
  await addPasskey(personId);
  await app.rows.query(
    `insert into identities (id, person_id, issuer, subject, email, created_at, last_used_at)
     values ($1, $2, 'https://id.example.com', 's', null, now(), now())`,
    [newId(), personId],
  );
  const removed = await json<object>(`remove --email ${email}`);
  expect(removed).toEqual({
    personId: toPublicId('per', personId),
    email,
    merchants: [{ merchantId: toPublicId('mer', id), name: 'Fabrikam', isOrphaned: true }],
  });
  for (const table of ['two_factor', 'recovery_codes', 'passkeys', 'identities'])
    expect(await app.rows.query(`select from ${table} where person_id = $1`, [personId])).toEqual([]);
  await app.api.expect('getMe', 401, { as: session });
  await app.api.expect('signIn', 401, { body: { email, password: PASSWORD } });
  const { link } = await json<{ link: string }>(
    `invite --merchant ${toPublicId('mer', id)} --role OWNER --email ${email}`,
  );
  await accept(link);
  const { stdout } = await call(`remove --email ${email}`);
  expect(stdout).toMatch(/was removed \(Fabrikam\).*\nFabrikam has no owner now: npm run people -- invite/);
  const noted = await app.rows.query(
    `select details from audit_log where merchant_id = $1 and action = 'MEMBER_REMOVED' and person_id is null`,
    [id],
  );
  expect(noted).toEqual([{ details: { email, role: 'OWNER' } }, { details: { email, role: 'OWNER' } }]);
});

it.each([
  ['reset --email nobody@example.com', 'people: Nobody has this email.\n'],
  ['remove --email nobody@example.com', 'people: Nobody has this email.\n'],
  ['reset-two-factor --email nobody@example.com', 'people: Nobody has this email.\n'],
  [
    `invite --merchant ${toPublicId('mer', newId())} --role OWNER`,
    'people: There is no merchant with this id.\n',
  ],
])('%s ends with 1 and one line', async (args, stderr) => {
  expect(await call(args)).toEqual({ code: 1, stdout: '', stderr });
});

it.each([
  '',
  'invite',
  `invite --merchant x --role OWNER`,
  'reset --email ada',
  'remove',
  'invite --role KING',
])('people %s was called wrongly: 2', async (args) => {
  const { code, stdout } = await call(args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
});
