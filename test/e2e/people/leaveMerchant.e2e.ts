// leaveMerchant: whoever belongs to a merchant may go by themselves, whatever their role; only the last owner has to make another one first.
import type { Role } from '#accounts/people/role.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { notFoundError } from '../../support/failures.js';
import { addMembership, addSession, type TestPerson } from '../../support/people.js';

let app: SharedApp;
let merchantId: string;
let owner: TestPerson;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchantId = (await app.make.merchant()).id;
  owner = await app.make.person(merchantId);
});

const publicId = () => toPublicId('mer', merchantId);
const leave = (by: TestPerson) =>
  app.api.expect('leaveMerchant', 200, { as: by.session, path: { merchantId: publicId() } });

it.each(['ADMIN', 'MANAGER', 'FINANCE', 'VIEWER'] as const)(
  'a %s goes by themselves, and is out at once',
  async (role: Role) => {
    const member = await app.make.person(merchantId, { role });
    const { body } = await leave(member);
    expect(body.data.merchants).toEqual([]);
    await app.api.expect('getMerchant', 403, { as: member.session });
    const members = await app.api.expect('listMembers', 200, { as: owner.session });
    expect(members.body.data.map(({ email }) => email)).toEqual([owner.email]);
  },
);

it('other merchants, the account and this session stay; all other sessions end', async () => {
  const member = await app.make.person(merchantId, { role: 'VIEWER' });
  const other = (await app.make.merchant()).id;
  await addMembership(app.rows, other, member.id, 'FINANCE');
  const elsewhere = { cookie: await addSession(app.rows, member.id) };
  const { body } = await leave(member);
  expect(body.data.merchants.map((each) => each.merchantId)).toEqual([toPublicId('mer', other)]);
  await app.api.expect('getMe', 401, { as: elsewhere });
  await app.api.expect('getMe', 200, { as: member.session });
});

it('the last owner cannot go, and with a second one can', async () => {
  const path = { merchantId: publicId() };
  const { body } = await app.api.expect('leaveMerchant', 409, { as: owner.session, path });
  expect(body.error).toMatchObject({ reason: 'LAST_OWNER', details: [{ yours: null, ours: 'OWNER' }] });
  await app.api.expect('getMerchant', 200, { as: owner.session });
  await app.make.person(merchantId, { role: 'OWNER' });
  await leave(owner);
});

it('two owners who go at once leave one', async () => {
  const second = await app.make.person(merchantId, { role: 'OWNER' });
  const path = { merchantId: publicId() };
  const replies = await Promise.all(
    [owner, second].map(({ session }) => app.api.call('leaveMerchant', { as: session, path })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
});

it('a merchant one has left, another’s, an unknown and a malformed one are one and the same 404', async () => {
  const member = await app.make.person(merchantId, { role: 'VIEWER' });
  await leave(member);
  const others = (await app.make.merchant()).id;
  for (const id of [publicId(), toPublicId('mer', others), toPublicId('mer', newId()), 'mer_x', merchantId]) {
    const input = { as: member.session, path: { merchantId: id } };
    const { body } = await app.api.expect('leaveMerchant', 404, input);
    expect(body.error).toEqual(notFoundError('UNKNOWN_MEMBERSHIP', 'merchantId'));
  }
});

it('a locked merchant can be left, too', async () => {
  const member = await app.make.person(merchantId, { role: 'MANAGER' });
  await app.rows.query('update merchants set locked_at = now() where id = $1', [merchantId]);
  expect((await leave(member)).body.data.merchants).toEqual([]);
});

it('invitations that they sent stop working, and it is noted as done by themselves', async () => {
  const admin = await app.make.person(merchantId, { role: 'ADMIN' });
  const body = { email: `guest-${admin.id}@example.com`, role: 'VIEWER' } as const;
  const { link } = (await app.api.expect('createInvitation', 201, { as: admin.session, body })).body.data;
  await leave(admin);
  await app.api.expect('readInvitation', 404, { body: { token: link.split('#')[1] as string } });
  const noted = await app.rows.query(
    `select person_id, target, details from audit_log where merchant_id = $1 and action = 'MEMBER_REMOVED'`,
    [merchantId],
  );
  const target = toPublicId('per', admin.id);
  expect(noted).toEqual([{ person_id: admin.id, target, details: { email: admin.email, role: 'ADMIN' } }]);
});
