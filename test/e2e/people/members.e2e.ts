// listMembers, updateMember, removeMember: owners and admins say who may do what; an owner is an owner's business, and one always stays.
import type { Role } from '#accounts/people/role.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { errorOf, notFoundError } from '../../support/failures.js';
import { addMembership, addSession, type TestPerson } from '../../support/people.js';

let app: SharedApp;
let merchantId: string;
let owner: TestPerson;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchantId = (await app.make.merchant()).id;
  owner = await app.make.person(merchantId, { name: 'Ada Lovelace' });
});

const of = (role: Role) => app.make.person(merchantId, { role });
const idOf = ({ id }: TestPerson) => toPublicId('per', id);
const change = (by: TestPerson, whom: TestPerson, role: Role) =>
  app.api.call('updateMember', { as: by.session, path: { personId: idOf(whom) }, body: { role } });
const remove = (by: TestPerson, whom: TestPerson) =>
  app.api.call('removeMember', { as: by.session, path: { personId: idOf(whom) } });
const errorIn = (reply: { body: unknown }) => (reply.body as { error: unknown }).error;

async function rolesNow(): Promise<Record<string, Role>> {
  const { body } = await app.api.expect('listMembers', 200, { as: owner.session });
  return Object.fromEntries(body.data.map(({ personId, role }) => [personId, role]));
}

it('lists who belongs to the merchant, page by page, and nobody else', async () => {
  await app.make.person((await app.make.merchant()).id);
  const grace = await app.make.person(merchantId, { role: 'VIEWER', name: 'Grace Hopper' });
  const first = await app.api.expect('listMembers', 200, { as: owner.session, query: { limit: 1 } });
  expect(first.body.data).toEqual([
    {
      personId: idOf(grace),
      name: 'Grace Hopper',
      email: grace.email,
      role: 'VIEWER',
      joinedAt: expect.stringMatching(/Z$/) as string,
      lastSeenAt: null,
    },
  ]);
  const cursor = first.body.meta.page.nextCursor as string;
  const second = await app.api.expect('listMembers', 200, { as: owner.session, query: { limit: 1, cursor } });
  expect(second.body.data.map(({ email }) => email)).toEqual([owner.email]);
  expect(second.body.meta.page.hasMore).toBe(false);
});

it('tells when a member last signed in or did what the log of this merchant tells, not what they do elsewhere', async () => {
  const grace = await app.make.person(merchantId, { role: 'ADMIN' });
  const seen = async () =>
    (await app.api.expect('listMembers', 200, { as: owner.session })).body.data[0]?.lastSeenAt ?? null;
  const elsewhere = await app.make.merchant();
  await addMembership(app.rows, elsewhere.id, grace.id, 'OWNER');
  const there = { ...grace.session, merchant: toPublicId('mer', elsewhere.id) };
  await app.api.expect('updateMerchant', 200, { as: there, body: { name: 'Elsewhere' } });
  expect(await seen()).toBeNull();
  const before = Date.now();
  await app.api.expect('updateMerchant', 200, { as: grace.session, body: { name: 'Here' } });
  expect(Date.parse((await seen()) as string)).toBeGreaterThanOrEqual(before);
});

it('a member with another role may do what it allows at once, and has to sign in again', async () => {
  const member = await of('MANAGER');
  const { status, body } = await change(owner, member, 'FINANCE');
  expect([status, (body as { data: unknown }).data]).toMatchObject([200, { role: 'FINANCE' }]);
  await app.api.expect('getMe', 401, { as: member.session });
  const cookie = await addSession(app.rows, member.id);
  const again = { ...member.session, cookie };
  await app.api.expect('listPayouts', 200, { as: again });
  await app.api.expect('createCampaign', 403, { as: again });
});

it('the same role again changes nothing and ends no session', async () => {
  const member = await of('VIEWER');
  expect((await change(owner, member, 'VIEWER')).status).toBe(200);
  await app.api.expect('getMe', 200, { as: member.session });
});

it('a member who is removed is out at once, and their account stays for other merchants', async () => {
  const member = await of('ADMIN');
  const other = (await app.make.merchant()).id;
  await addMembership(app.rows, other, member.id, 'VIEWER');
  expect((await remove(owner, member)).status).toBe(200);
  await app.api.expect('getMe', 401, { as: member.session });
  const as = { cookie: await addSession(app.rows, member.id) };
  const { body } = await app.api.expect('getMe', 200, { as });
  expect(body.data.merchants.map((each) => each.merchantId)).toEqual([toPublicId('mer', other)]);
  expect(errorIn(await remove(owner, member))).toEqual(notFoundError('UNKNOWN_MEMBER', 'personId'));
});

it('who changes or removes themselves keeps the session that does it, and loses the others', async () => {
  const second = await of('OWNER');
  const elsewhere = { cookie: await addSession(app.rows, second.id) };
  expect((await change(second, second, 'ADMIN')).status).toBe(200);
  await app.api.expect('getMe', 401, { as: elsewhere });
  expect((await remove(second, second)).status).toBe(200);
  const { body } = await app.api.expect('getMe', 200, { as: second.session });
  expect(body.data.merchants).toEqual([]);
});

it('the last owner can neither leave nor be demoted, whoever asks', async () => {
  for (const role of ['ADMIN', 'VIEWER'] as const) {
    const reply = await change(owner, owner, role);
    expect([reply.status, errorIn(reply)]).toMatchObject([
      409,
      { reason: 'LAST_OWNER', details: [{ path: ['role'], yours: role, ours: 'OWNER' }] },
    ]);
  }
  const { status, body } = await remove(owner, owner);
  expect([status, body]).toMatchObject([409, { error: { reason: 'LAST_OWNER' } }]);
  const next = await of('ADMIN');
  expect((await change(owner, next, 'OWNER')).status).toBe(200);
  expect((await remove(owner, owner)).status).toBe(200);
});

it('an administrator may not touch an owner, nor make one, themselves least of all', async () => {
  const admin = await of('ADMIN');
  const viewer = await of('VIEWER');
  await of('OWNER');
  const before = await rolesNow();
  const refused = [
    await change(admin, owner, 'VIEWER'),
    await change(admin, owner, 'OWNER'),
    await remove(admin, owner),
    await change(admin, viewer, 'OWNER'),
    await change(admin, admin, 'OWNER'),
  ];
  for (const reply of refused) expect([reply.status, errorIn(reply)]).toEqual([403, errorOf('OWNERS_ONLY')]);
  expect(await rolesNow()).toEqual(before);
  expect((await change(admin, viewer, 'ADMIN')).status).toBe(200);
  expect((await change(admin, admin, 'VIEWER')).status).toBe(200);
});

it('what is no member of this merchant is one and the same 404: another merchant’s, an unknown and a malformed one', async () => {
  const stranger = await app.make.person((await app.make.merchant()).id);
  for (const personId of [idOf(stranger), toPublicId('per', newId()), 'per_x', merchantId]) {
    const input = { as: owner.session, path: { personId } };
    const { body } = await app.api.expect('updateMember', 404, { ...input, body: { role: 'VIEWER' } });
    expect(body.error).toEqual(notFoundError('UNKNOWN_MEMBER', 'personId'));
    expect((await app.api.expect('removeMember', 404, input)).body.error).toEqual(body.error);
  }
  await app.api.expect('getMe', 200, { as: stranger.session });
});

it('is noted in the audit log with who did it, and what was before', async () => {
  const member = await of('VIEWER');
  await change(owner, member, 'FINANCE');
  await change(owner, member, 'FINANCE');
  await remove(owner, member);
  const noted = await app.rows.query(
    'select action, person_id, target, details from audit_log where merchant_id = $1 order by id',
    [merchantId],
  );
  const done = { person_id: owner.id, target: idOf(member) };
  expect(noted).toEqual([
    { ...done, action: 'MEMBER_ROLE_CHANGED', details: { from: 'VIEWER', to: 'FINANCE' } },
    { ...done, action: 'MEMBER_REMOVED', details: { email: member.email, role: 'FINANCE' } },
  ]);
});
