// Two who change members at the same moment: one waits for the other, and is asked again what they may.
import { toPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../../support/app.js';
import type { TestPerson } from '../../../support/people.js';

let app: TestApp;
let replica: TestApp;

beforeAll(async () => {
  app = await startApp();
  replica = await startApp({ sharing: app });
});
afterAll(async () => {
  await replica.close();
  await app.close();
});

const nameOf = ({ id }: TestPerson) => ({ personId: toPublicId('per', id) });

async function owners(merchantId: string): Promise<number> {
  const rows = await app.rows.query(`select from memberships where merchant_id = $1 and role = 'OWNER'`, [
    merchantId,
  ]);
  return rows.length;
}

it.each(['demote', 'remove'] as const)(
  'two owners who %s each other at once leave one, however it falls out',
  async (how) => {
    for (let times = 0; times < 10; times++) {
      const { id } = await app.make.merchant();
      const [ada, grace] = [await app.make.person(id), await app.make.person(id)];
      const act = (api: TestApp['api'], by: TestPerson, whom: TestPerson) =>
        how === 'remove'
          ? api.call('removeMember', { as: by.session, path: nameOf(whom) })
          : api.call('updateMember', { as: by.session, path: nameOf(whom), body: { role: 'ADMIN' } });
      const replies = await Promise.all([act(app.api, ada, grace), act(replica.api, grace, ada)]);
      const statuses = replies.map(({ status }) => status).sort();
      // The second has lost the right, or the session, or both.
      expect([
        [200, 401],
        [200, 403],
      ]).toContainEqual(statuses);
      expect(await owners(id)).toBe(1);
    }
  },
);

it.each(['removeMember', 'leaveMerchant'] as const)(
  'two owners who both leave at once by %s leave one',
  async (how) => {
    for (let times = 0; times < 10; times++) {
      const { id } = await app.make.merchant();
      const [ada, grace] = [await app.make.person(id), await app.make.person(id)];
      const leave = (api: TestApp['api'], who: TestPerson) =>
        how === 'removeMember'
          ? api.call(how, { as: who.session, path: nameOf(who) })
          : api.call(how, { as: who.session, path: { merchantId: toPublicId('mer', id) } });
      const replies = await Promise.all([leave(app.api, ada), leave(replica.api, grace)]);
      expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await owners(id)).toBe(1);
    }
  },
);

it('an administrator who is removed while they invite has invited nobody', async () => {
  for (let times = 0; times < 10; times++) {
    const { id } = await app.make.merchant();
    const owner = await app.make.person(id);
    const admin = await app.make.person(id, { role: 'ADMIN' });
    const body = { email: `grace-${times}@example.com`, role: 'ADMIN' as const };
    await Promise.all([
      replica.api.call('createInvitation', { as: admin.session, body }),
      app.api.call('removeMember', { as: owner.session, path: nameOf(admin) }),
    ]);
    expect(await app.rows.query('select from invitations where merchant_id = $1', [id])).toEqual([]);
  }
});
