// getMerchant, updateMerchant: every member sees it, owners and admins name it.
import { toPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestMerchant } from '../../support/makers.js';
import type { TestPerson } from '../../support/people.js';
import { until } from '../../support/until.js';

let app: SharedApp;
let merchant: TestMerchant;
let owner: TestPerson;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchant = await app.make.merchant('Northwind');
  owner = await app.make.person(merchant.id);
});

const rename = async (name: string, by = owner) =>
  (await app.api.expect('updateMerchant', 200, { as: by.session, body: { name } })).body.data;

it('a member of any role sees it', async () => {
  const { session } = await app.make.person(merchant.id, { role: 'VIEWER' });
  const { body } = await app.api.expect('getMerchant', 200, { as: session });
  expect(body.data).toEqual({
    merchantId: toPublicId('mer', merchant.id),
    name: 'Northwind',
    createdAt: expect.stringMatching(/Z$/) as string,
  });
});

it('a new name is told at once to people, and within a second to keys', async () => {
  const admin = await app.make.person(merchant.id, { role: 'ADMIN' });
  expect((await rename(' Northwind Coffee ', admin)).name).toBe('Northwind Coffee');
  const { body } = await app.api.expect('getMe', 200, { as: owner.session });
  expect(body.data.merchants[0]?.name).toBe('Northwind Coffee');
  const nameForKeys = async () =>
    (await app.api.expect('ping', 200, { as: merchant.test })).body.data.merchant;
  await until(async () => (await nameForKeys()) === 'Northwind Coffee');
});

it.each(['a\nb', 'a\u2028b', ' ', ''])('what cannot be a name is refused: %j', async (name) => {
  const { body } = await app.api.expect('updateMerchant', 422, { as: owner.session, body: { name } });
  expect(body.error.details.map(({ path }) => path)).toContainEqual(['name']);
  expect((await app.api.expect('getMerchant', 200, { as: owner.session })).body.data.name).toBe('Northwind');
});

it('another merchant keeps its name', async () => {
  const other = await app.make.merchant('Contoso');
  const { session } = await app.make.person(other.id);
  await rename('Northwind Coffee');
  expect((await app.api.expect('getMerchant', 200, { as: session })).body.data.name).toBe('Contoso');
});

it('is noted in the audit log with both names, once', async () => {
  await rename('Northwind Coffee');
  await rename('Northwind Coffee');
  const noted = await app.rows.query(
    'select action, person_id, target, details from audit_log where merchant_id = $1',
    [merchant.id],
  );
  expect(noted).toEqual([
    {
      action: 'MERCHANT_RENAMED',
      person_id: owner.id,
      target: toPublicId('mer', merchant.id),
      details: { from: 'Northwind', to: 'Northwind Coffee' },
    },
  ]);
});
