// createInvitation, listInvitations, revokeInvitation: who may let in others, and that a link outlives neither its sender's right nor its purpose.
import type { Role } from '#accounts/people/role.js';
import { startApp, type TestApp } from '../../support/app.js';
import { HeldClock } from '../../support/clock.js';
import { errorOf, notFoundError } from '../../support/failures.js';
import { unique } from '../../support/makers.js';
import { addMembership, PASSWORD, type TestPerson } from '../../support/people.js';

let app: TestApp;
let merchantId: string;
let owner: TestPerson;
const clock = new HeldClock();
const DAY = 86_400_000;

beforeAll(async () => {
  app = await startApp({ clock });
});
beforeEach(async () => {
  merchantId = (await app.make.merchant('Northwind')).id;
  owner = await of('OWNER');
});
afterAll(() => app.close());

const of = (role: Role) => app.make.person(merchantId, { role, at: clock.now() });
const someEmail = () => `person-${unique()}@example.com`;
const tokenIn = (link: string) => link.split('#')[1] as string;
const errorIn = (reply: { body: unknown }) => (reply.body as { error: unknown }).error;

const create = (by: TestPerson, email = someEmail(), role: Role = 'MANAGER') =>
  app.api.call('createInvitation', { as: by.session, body: { email, role } });
async function invite(by: TestPerson, email = someEmail(), role: Role = 'MANAGER') {
  const body = { email, role };
  return (await app.api.expect('createInvitation', 201, { as: by.session, body })).body.data;
}
const works = async (link: string) =>
  (await app.api.call('readInvitation', { body: { token: tokenIn(link) } })).status === 200;
const accept = (link: string) =>
  app.api.call('acceptInvitation', {
    body: { token: tokenIn(link), name: 'Grace', password: PASSWORD, language: 'en', timeZone: 'UTC' },
  });
const waiting = async () =>
  (await app.api.expect('listInvitations', 200, { as: owner.session })).body.data.map(({ email }) => email);

it('makes a link that is shown once, lets in with the role that was said, and is gone then', async () => {
  const email = someEmail();
  const made = await invite(owner, email.toUpperCase(), 'FINANCE');
  const { link, mailed, ...shown } = made;
  expect(mailed).toBe(false); // there is no mail server here
  expect(shown).toMatchObject({ email, role: 'FINANCE', invitedBy: { name: 'Ada Lovelace' } });
  expect(new Date(shown.expiresAt).getTime()).toBe(clock.now().getTime() + 7 * DAY);
  const { body } = await app.api.expect('listInvitations', 200, { as: owner.session });
  expect(body.data).toEqual([shown]);
  expect(JSON.stringify(body)).not.toContain(tokenIn(link));
  const joined = await accept(link);
  expect(joined.body).toMatchObject({ data: { email, merchants: [{ name: 'Northwind', role: 'FINANCE' }] } });
  expect(await waiting()).toEqual([]);
});

it('after seven days it does not work, and is not listed', async () => {
  const { link, invitationId } = await invite(owner);
  clock.advance(7 * DAY);
  owner = await of('OWNER');
  expect(await works(link)).toBe(false);
  expect(await waiting()).toEqual([]);
  await app.api.expect('revokeInvitation', 404, { as: owner.session, path: { invitationId } });
});

it('one that is withdrawn does not work, and withdrawing it again is a 404, as of another merchant', async () => {
  const { link, invitationId } = await invite(owner);
  const path = { invitationId };
  const stranger = await app.make.person((await app.make.merchant()).id, { at: clock.now() });
  await app.api.expect('revokeInvitation', 404, { as: stranger.session, path });
  expect(await works(link)).toBe(true);
  await app.api.expect('revokeInvitation', 200, { as: owner.session, path });
  expect(await works(link)).toBe(false);
  const { body } = await app.api.expect('revokeInvitation', 404, { as: owner.session, path });
  expect(body.error).toEqual(notFoundError('UNKNOWN_INVITATION', 'invitationId'));
});

it('a second invitation to the same email takes the place of the first', async () => {
  const email = someEmail();
  const first = await invite(owner, email, 'ADMIN');
  const second = await invite(owner, email, 'VIEWER');
  expect([await works(first.link), await works(second.link)]).toEqual([false, true]);
  expect(await waiting()).toEqual([email]);
});

it('whoever belongs to the merchant is not invited', async () => {
  const { email } = await of('VIEWER');
  const reply = await create(owner, email);
  expect([reply.status, errorIn(reply)]).toMatchObject([409, { reason: 'ALREADY_MEMBER' }]);
});

it('a hundred may wait, those that are too old not counted', async () => {
  await app.rows.query(
    `insert into invitations (merchant_id, id, token_hash, role, email, invited_by, created_at, expires_at)
     select $1, gen_random_uuid(), sha256(n::text::bytea), 'VIEWER', n || '@example.com', null, now(), $2
     from generate_series(1, 100) n`,
    [merchantId, new Date(clock.now().getTime() + DAY)],
  );
  const reply = await create(owner);
  expect([reply.status, errorIn(reply)]).toMatchObject([409, { reason: 'TOO_MANY_INVITATIONS' }]);
  expect((await create(owner, '1@example.com')).status).toBe(201);
  clock.advance(DAY);
  owner = await of('OWNER');
  expect((await create(owner)).status).toBe(201);
});

it("an administrator invites no owner, and touches no owner's invitation", async () => {
  const admin = await of('ADMIN');
  const email = someEmail();
  const { invitationId, link } = await invite(owner, email, 'OWNER');
  const path = { invitationId };
  for (const reply of [
    await create(admin, someEmail(), 'OWNER'),
    await create(admin, email, 'VIEWER'),
    await app.api.call('revokeInvitation', { as: admin.session, path }),
  ])
    expect([reply.status, errorIn(reply)]).toEqual([403, errorOf('OWNERS_ONLY')]);
  expect(await works(link)).toBe(true);
  expect((await create(admin, someEmail(), 'ADMIN')).status).toBe(201);
});

it('a member who is removed does not come back by a link that was theirs, nor by one that they sent', async () => {
  const admin = await of('ADMIN');
  const sent = await invite(admin);
  const { id, email } = await of('VIEWER');
  await app.rows.query('delete from memberships where person_id = $1', [id]);
  const theirs = await invite(owner, email);
  await addMembership(app.rows, merchantId, id, 'VIEWER');
  const { body } = await app.api.expect('listMembers', 200, { as: owner.session });
  for (const member of body.data.filter((each) => [email, admin.email].includes(each.email)))
    await app.api.expect('removeMember', 200, {
      as: owner.session,
      path: { personId: member.personId },
    });
  expect([await works(sent.link), await works(theirs.link)]).toEqual([false, false]);
});

it('who comes by one link cannot keep another for later', async () => {
  const email = someEmail();
  const { link } = await invite(owner, email);
  await app.rows.query(
    `insert into invitations (merchant_id, id, token_hash, role, email, invited_by, created_at, expires_at)
     select merchant_id, gen_random_uuid(), sha256('other'), 'OWNER', email, null, created_at, expires_at
     from invitations where merchant_id = $1`,
    [merchantId],
  );
  await accept(link);
  expect(await waiting()).toEqual([]);
});

it('an owner who becomes an administrator has no invitation of an owner left', async () => {
  const second = await of('OWNER');
  const owners = await invite(second, someEmail(), 'OWNER');
  const managers = await invite(second, someEmail(), 'MANAGER');
  const { body } = await app.api.expect('listMembers', 200, { as: owner.session });
  const { personId } = body.data.find((each) => each.email === second.email)!;
  const input = { as: owner.session, path: { personId }, body: { role: 'ADMIN' as const } };
  await app.api.expect('updateMember', 200, input);
  expect([await works(owners.link), await works(managers.link)]).toEqual([false, true]);
});

it('is noted in the audit log: who was invited as what, and what was withdrawn', async () => {
  const email = someEmail();
  const { invitationId } = await invite(owner, email);
  await app.api.expect('revokeInvitation', 200, { as: owner.session, path: { invitationId } });
  const noted = await app.rows.query(
    'select action, person_id, target, details from audit_log where merchant_id = $1 order by id',
    [merchantId],
  );
  const done = { person_id: owner.id, target: email, details: { role: 'MANAGER' } };
  expect(noted).toEqual([
    { ...done, action: 'MEMBER_INVITED' },
    { ...done, action: 'INVITATION_REVOKED' },
  ]);
});
