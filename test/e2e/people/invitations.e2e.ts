// readInvitation, acceptInvitation, joinMerchant: a link lets one person in, once, in time, and nobody learns anything from a wrong one.
import { CreateInvitationService } from '#accounts/members/create-invitation.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf, notFoundError } from '../../support/failures.js';
import { unique, type TestMerchant } from '../../support/makers.js';
import { PASSWORD } from '../../support/people.js';

let app: TestApp;
let merchant: TestMerchant;
const clock = new HeldClock();
const HOUR = 3_600_000;

beforeAll(async () => {
  app = await startApp({ clock });
  merchant = await app.make.merchant('Northwind');
});
afterAll(() => app.close());

const someEmail = () => `person-${unique()}@example.com`;

/** The token of a new link. */
async function invite(
  wanted: { email?: string; role?: 'OWNER' | 'VIEWER'; merchantId?: string } = {},
): Promise<string> {
  const { email = null, role = 'OWNER', merchantId = merchant.id } = wanted;
  const invitations = app.service.app.get(CreateInvitationService, { strict: false });
  const link = await invitations.invite({ merchantId, role, email, lastsMs: HOUR });
  expect(link).toMatch(/^https:\/\/go\.example\.com\/dashboard\/join#inv_/);
  return link.split('#')[1] as string;
}

const accept = (token: string, fields: { email?: string; password?: string; name?: string } = {}) =>
  app.api.call('acceptInvitation', {
    body: {
      token,
      name: 'Ada',
      email: someEmail(),
      password: PASSWORD,
      language: 'fr',
      timeZone: 'Europe/Paris',
      ...fields,
    },
  });

const errorIn = (reply: { body: unknown }) => (reply.body as { error: unknown }).error;

it('says what a link is for, as often as it is asked', async () => {
  const token = await invite({ role: 'VIEWER', email: 'Grace@Example.com' });
  for (let times = 0; times < 2; times++) {
    const { body } = await app.api.expect('readInvitation', 200, { body: { token } });
    expect(body.data).toMatchObject({ merchant: 'Northwind', role: 'VIEWER', email: 'grace@example.com' });
  }
});

it('the start of a demo invites its first owner as long as it has nobody; the link before stops working, and then there is none', async () => {
  const { id: merchantId } = await app.make.merchant();
  const invitations = app.service.app.get(CreateInvitationService, { strict: false });
  const wanted = { merchantId, role: 'OWNER', email: null, lastsMs: HOUR } as const;
  const [first, second] = [await invitations.inviteFirst(wanted), await invitations.inviteFirst(wanted)];
  expect((await accept(first!.split('#')[1]!)).status).toBe(404);
  expect((await accept(second!.split('#')[1]!)).status).toBe(201);
  expect(await invitations.inviteFirst(wanted)).toBeNull();
});

it('the first owner makes an account, belongs to the merchant and is signed in', async () => {
  const email = someEmail();
  const reply = await accept(await invite(), { email: email.toUpperCase() });
  expect(reply.status).toBe(201);
  const cookie = String(reply.headers['set-cookie']).split(';')[0] as string;
  const { body } = await app.api.expect('getMe', 200, { as: { cookie } });
  expect(body.data).toMatchObject({
    email,
    name: 'Ada',
    language: 'fr',
    timeZone: 'Europe/Paris',
    merchants: [
      { name: 'Northwind', role: 'OWNER', permissions: ['record', 'read', 'manage', 'pay', 'own'] },
    ],
  });
  await app.api.expect('signIn', 200, { body: { email, password: PASSWORD } });
});

it('a link lets in one person, however many open it at once', async () => {
  const token = await invite();
  const statuses = (await Promise.all([1, 2].map(() => accept(token)))).map(({ status }) => status);
  expect(statuses.sort()).toEqual([201, 404]);
  await app.api.expect('readInvitation', 404, { body: { token } });
});

it('used, withdrawn, too old, malformed and never made are one and the same 404', async () => {
  const used = await invite();
  await accept(used);
  const late = await invite();
  const withdrawn = await invite(); // a new open link ends the one before
  const current = await invite();
  clock.advance(HOUR);
  const tokens = [used, late, withdrawn, current, 'inv_', 'x', `${current}x`, current.slice(0, -1), 'ü'];
  for (const token of tokens) {
    const { body } = await app.api.expect('readInvitation', 404, { body: { token } });
    expect(body.error).toEqual(notFoundError('UNKNOWN_INVITATION', 'token'));
    expect(errorIn(await accept(token))).toEqual(body.error);
  }
});

it('an invitation of a locked merchant does not work while it is locked', async () => {
  const { id } = await app.make.merchant();
  const token = await invite({ merchantId: id });
  await app.rows.query('update merchants set locked_at = now() where id = $1', [id]);
  await app.api.expect('readInvitation', 404, { body: { token } });
});

it('a password is 12 characters at least and none of the commonest, and the faults come all at once', async () => {
  const token = await invite();
  const wrong = await accept(token, { password: 'elevenchars', name: 'a\nb' });
  expect(wrong.status).toBe(422);
  expect(errorIn(wrong)).toMatchObject({
    details: [
      { path: ['name'], message: 'must not have line breaks or control characters' },
      { path: ['password'], message: 'must be at least 12 characters long' },
    ],
  });
  const common = await accept(token, { password: 'QWERTY123456' });
  expect(errorIn(common)).toMatchObject({ details: [{ message: 'is one of the commonest; take another' }] });
  expect((await accept(token, { password: 'ünïcödé wörds' })).status).toBe(201);
});

it('an invitation to an email is for that email', async () => {
  const email = someEmail();
  const token = await invite({ email });
  expect(errorIn(await accept(token, { email: someEmail() }))).toMatchObject({
    details: [{ path: ['email'], message: 'must be the one that was invited' }],
  });
  const body = { token, name: 'Ada', password: PASSWORD };
  const reply = await app.api.expect('acceptInvitation', 201, { body });
  expect(reply.body.data.email).toBe(email);
});

it('a link without an email asks for one', async () => {
  const body = { token: await invite(), name: 'Ada', password: PASSWORD };
  const reply = await app.api.expect('acceptInvitation', 422, { body });
  expect(reply.body.error.details).toEqual([
    { path: ['email'], message: 'is required, for the invitation names none' },
  ]);
});

it('who has an account is told to sign in, keeps it as it is, and joins with it', async () => {
  const { id: other } = await app.make.merchant('Contoso');
  const { email, session } = await app.make.person(merchant.id);
  const token = await invite({ merchantId: other, role: 'VIEWER' });
  const taken = await accept(token, { email });
  expect([taken.status, errorIn(taken)]).toMatchObject([
    409,
    { reason: 'ACCOUNT_EXISTS', details: [{ path: ['email'] }] },
  ]);
  const { body } = await app.api.expect('joinMerchant', 201, { as: session, body: { token } });
  expect(body.data.merchants.map(({ name, role }) => [name, role])).toEqual([
    ['Contoso', 'VIEWER'],
    ['Northwind', 'OWNER'],
  ]);
  await app.api.expect('joinMerchant', 404, { as: session, body: { token } });
});

it('joining a merchant twice is 409 and uses no link up; one for somebody else is 404', async () => {
  const { session } = await app.make.person(merchant.id);
  const token = await invite();
  const { body } = await app.api.expect('joinMerchant', 409, { as: session, body: { token } });
  expect(body.error).toMatchObject({ reason: 'ALREADY_MEMBER' });
  await app.api.expect('readInvitation', 200, { body: { token } });
  const others = await invite({ email: someEmail() });
  await app.api.expect('joinMerchant', 404, { as: session, body: { token: others } });
});

it('is noted in the audit log: who was invited, by whom, and who came', async () => {
  const { id } = await app.make.merchant();
  await accept(await invite({ merchantId: id }));
  const noted = await app.rows.query(
    'select action, person_id is null as by_operator from audit_log where merchant_id = $1 order by id',
    [id],
  );
  expect(noted).toEqual([
    { action: 'MEMBER_INVITED', by_operator: true },
    { action: 'MEMBER_JOINED', by_operator: false },
    { action: 'SIGNED_IN', by_operator: false },
  ]);
});

it('another site cannot use a link', async () => {
  const headers = { 'sec-fetch-site': 'cross-site' };
  const { body } = await app.api.expect('readInvitation', 403, { body: { token: await invite() }, headers });
  expect(body.error).toEqual(errorOf('CROSS_SITE'));
});
