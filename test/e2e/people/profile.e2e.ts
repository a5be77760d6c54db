// getMe, updateMe, changePassword, confirmIdentity, listSessions, endSession: what is a person's own, and nobody else's.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { errorOf, notFoundError } from '../../support/failures.js';
import { addSession, PASSWORD, type TestPerson } from '../../support/people.js';

let app: SharedApp;
let merchantId: string;
let ada: TestPerson;

beforeAll(async () => {
  app = await sharedApp();
  merchantId = (await app.make.merchant()).id;
  ada = await app.make.person(merchantId, { hasPassword: true });
});

const LONGER = 'seven quiet lighthouses in fog';

it('changes what is sent and leaves the rest', async () => {
  const { session } = await app.make.person(merchantId);
  const body = { language: 'fr', timeZone: 'Africa/Dakar' } as const;
  const changed = await app.api.expect('updateMe', 200, { as: session, body });
  expect(changed.body.data).toMatchObject({ ...body, name: 'Ada Lovelace' });
  const named = await app.api.expect('updateMe', 200, { as: session, body: { name: ' Grace Hopper ' } });
  expect(named.body.data).toMatchObject({ ...body, name: 'Grace Hopper' });
  const nothing = await app.api.expect('updateMe', 200, { as: session, body: {} });
  expect(nothing.body.data).toEqual(named.body.data);
});

it('whose account it is comes from the session alone: what a body says of that is refused', async () => {
  const [one, other] = [await app.make.person(merchantId), await app.make.person(merchantId)];
  for (const name of ['personId', 'id', 'email', 'role', 'merchantId', 'merchants', 'passwordHash']) {
    const body = { name: 'Mallory', [name]: name === 'email' ? other.email : other.id } as { name: string };
    const reply = await app.api.expect('updateMe', 422, { as: one.session, body });
    expect(reply.body.error.details).toEqual([{ path: [name], message: 'is not known here' }]);
  }
  const { body } = await app.api.expect('getMe', 200, { as: other.session });
  expect(body.data).toMatchObject({ name: 'Ada Lovelace', email: other.email });
});

it.each(['Europe/Atlantis', '+02:00', 'Paris', ' '])(
  'a time zone that is none is refused: %s',
  async (timeZone) => {
    const { body } = await app.api.expect('updateMe', 422, { as: ada.session, body: { timeZone } });
    expect(body.error.details).toEqual([{ path: ['timeZone'], message: 'is no time zone' }]);
  },
);

it('a new password needs the old one, and ends every session but this one', async () => {
  const person = await app.make.person(merchantId, { hasPassword: true });
  const elsewhere = { cookie: await addSession(app.rows, person.id) };
  const change = (currentPassword: string) =>
    app.api.call('changePassword', { as: person.session, body: { currentPassword, newPassword: LONGER } });
  const refused = await change('not the password at all');
  expect([refused.status, (refused.body as { error: unknown }).error]).toEqual([
    401,
    errorOf('WRONG_CREDENTIALS'),
  ]);
  await app.api.expect('getMe', 200, { as: elsewhere });
  expect((await change(PASSWORD)).status).toBe(200);
  await app.api.expect('getMe', 401, { as: elsewhere });
  await app.api.expect('getMe', 200, { as: person.session });
  await app.api.expect('signIn', 200, { body: { email: person.email, password: LONGER } });
  await app.api.expect('signIn', 401, { body: { email: person.email, password: PASSWORD } });
});

it('a new password keeps to the rules of passwords', async () => {
  const body = { currentPassword: PASSWORD, newPassword: 'short' };
  const { body: reply } = await app.api.expect('changePassword', 422, { as: ada.session, body });
  expect(reply.error.details).toEqual([
    { path: ['newPassword'], message: 'must be at least 12 characters long' },
  ]);
});

it.each(['changePassword', 'confirmIdentity'] as const)(
  '%s counts wrong passwords as signing in does',
  async (id) => {
    const person = await app.make.person(merchantId, { hasPassword: true });
    const wrong = { currentPassword: 'wrong', newPassword: LONGER };
    const body = id === 'changePassword' ? wrong : { password: 'wrong' };
    const call = () => app.api.call(id, { as: person.session, body: body as never });
    expect((await call()).status).toBe(401);
    const many = `update sign_in_failures set failures = 50 where counter like 'pair:' || encode(sha256($1), 'hex') || ':%'`;
    await app.rows.query(many, [person.email]);
    const { status, headers } = await call();
    expect(status).toBe(429);
    expect(Number(headers['retry-after'])).toBeGreaterThan(600);
  },
);

it('saying again who you are is kept with this session alone', async () => {
  const at = new Date(Date.now() - 3_600_000);
  const person = await app.make.person(merchantId, { hasPassword: true, at });
  const { body } = await app.api.expect('confirmIdentity', 200, {
    as: person.session,
    body: { password: PASSWORD },
  });
  expect(new Date(body.data.session.confirmedAt).getTime()).toBeGreaterThan(Date.now() - 60_000);
  const [{ count } = { count: null }] = await app.rows.query<{ count: string }>(
    'select count(*) from person_sessions where person_id = $1 and confirmed_at > $2',
    [person.id, at],
  );
  expect(count).toBe('1');
});

it('lists where one is signed in, this browser marked, and nobody else', async () => {
  const person = await app.make.person(merchantId);
  await addSession(app.rows, person.id);
  const { body } = await app.api.expect('listSessions', 200, { as: person.session });
  expect(body.data).toHaveLength(2);
  expect(body.data.filter(({ current }) => current)).toHaveLength(1);
  expect(body.data[0]).toMatchObject({ device: 'Firefox on Linux', address: '203.0.113.0' });
});

it('ends a session at once; one that has ended stays so', async () => {
  const person = await app.make.person(merchantId);
  const other = { cookie: await addSession(app.rows, person.id) };
  const { body } = await app.api.expect('listSessions', 200, { as: person.session });
  const sessionId = body.data.find(({ current }) => !current)?.sessionId as string;
  const end = () => app.api.expect('endSession', 200, { as: person.session, path: { sessionId } });
  expect((await end()).body.data).toEqual((await end()).body.data);
  await app.api.expect('getMe', 401, { as: other });
  const { body: left } = await app.api.expect('listSessions', 200, { as: person.session });
  expect(left.data.map(({ current }) => current)).toEqual([true]);
});

it("another person's session is a 404, as one that never was, and goes on", async () => {
  const { session } = await app.make.person(merchantId);
  const { body } = await app.api.expect('listSessions', 200, { as: session });
  const path = { sessionId: body.data[0]?.sessionId as string };
  const { body: refused } = await app.api.expect('endSession', 404, { as: ada.session, path });
  expect(refused.error).toEqual(notFoundError('UNKNOWN_SESSION', 'sessionId'));
  await app.api.expect('getMe', 200, { as: session });
});

it('of a person 100 sessions are kept, the newest', async () => {
  const person = await app.make.person(merchantId, { hasPassword: true });
  for (let each = 0; each < 105; each++) await addSession(app.rows, person.id);
  await app.api.expect('signIn', 200, { body: { email: person.email, password: PASSWORD } });
  const [{ count } = { count: null }] = await app.rows.query<{ count: string }>(
    'select count(*) from person_sessions where person_id = $1',
    [person.id],
  );
  expect(count).toBe('100');
  await app.api.expect('getMe', 401, { as: person.session });
});
