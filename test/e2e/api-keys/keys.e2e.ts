// listKeys, createKey, revokeKey: what a merchant's own people do with keys.
import { toPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { notFoundError } from '../../support/failures.js';
import type { TestMerchant } from '../../support/makers.js';
import type { TestPerson } from '../../support/people.js';
import { until } from '../../support/until.js';

let app: SharedApp;
let merchant: TestMerchant;
let owner: TestPerson;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant('Northwind');
  owner = await app.make.person(merchant.id);
});

const create = (body: { name: string; permissions?: string[] }, as = owner.session) =>
  app.api.expect('createKey', 201, { as, body });

it('a new key works at once, for its mode, and is shown this once', async () => {
  const { data } = (await create({ name: ' Checkout ' })).body;
  expect(data).toMatchObject({ name: 'Checkout', mode: 'test', permissions: ['record', 'read'] });
  expect(data.key.startsWith('rc_test_') && data.key.endsWith(data.masked.slice(-4))).toBe(true);
  await app.api.expect('ping', 200, { as: data.key });
  const { text } = await app.api.expect('listKeys', 200, { as: owner.session });
  expect(text).toContain(data.keyId);
  expect(text).not.toContain(data.key);
});

it('may do what it was made for and nothing else, in whatever order that was said', async () => {
  const { data } = (await create({ name: 'Till', permissions: ['read', 'record', 'read'] })).body;
  expect(data.permissions).toEqual(['record', 'read']);
  const { data: narrow } = (await create({ name: 'Checkout', permissions: ['record'] })).body;
  await app.api.expect('recordPostback', 201, { as: narrow.key, body: app.make.order() });
  await app.api.expect('listConversions', 403, { as: narrow.key });
});

it.each([[[]], [['own']], [['any']], [['record', 'write']], ['record']])(
  'permissions that there are not are refused: %j',
  async (permissions) => {
    const body = { name: 'Checkout', permissions } as never;
    const { body: reply } = await app.api.expect('createKey', 422, { as: owner.session, body });
    expect(reply.error.details[0]?.path[0]).toBe('permissions');
  },
);

it('a name is 1 to 100 characters without line breaks', async () => {
  for (const name of ['', ' ', 'x'.repeat(101), 'a\nb'])
    await app.api.expect('createKey', 422, { as: owner.session, body: { name } });
});

it('the list is of one mode of one merchant, newest first, page by page', async () => {
  const { id } = await app.make.merchant();
  const { session } = await app.make.person(id);
  for (const name of ['first', 'second', 'third']) await create({ name }, session);
  const page = await app.api.expect('listKeys', 200, { as: session, query: { limit: 2 } });
  expect(page.body.data.map(({ name }) => name)).toEqual(['third', 'second']);
  const cursor = page.body.meta.page.nextCursor as string;
  const rest = await app.api.expect('listKeys', 200, { as: session, query: { limit: 2, cursor } });
  expect(rest.body.data[0]?.name).toBe('first');
  const live = await app.api.expect('listKeys', 200, { as: { ...session, mode: 'live' } });
  expect(live.body.data.map(({ mode }) => mode)).toEqual(['live']);
});

it('a revoked key is refused on every replica within a second, and twice is no error', async () => {
  const { data } = (await create({ name: 'Lost' })).body;
  const path = { keyId: data.keyId };
  const first = await app.api.expect('revokeKey', 200, { as: owner.session, path });
  await until(async () => (await app.api.call('ping', { as: data.key })).status === 401);
  const again = await app.api.expect('revokeKey', 200, { as: owner.session, path });
  expect(again.body.data).toEqual(first.body.data);
});

it("another merchant's key, or one of the other mode, is a 404 and goes on working", async () => {
  const other = await app.make.merchant();
  const others = (await create({ name: 'Theirs' }, (await app.make.person(other.id)).session)).body.data;
  const live = (await create({ name: 'Live' }, { ...owner.session, mode: 'live' })).body.data;
  for (const { keyId, key } of [others, live]) {
    const { body } = await app.api.expect('revokeKey', 404, { as: owner.session, path: { keyId } });
    expect(body.error).toEqual(notFoundError('UNKNOWN_KEY', 'keyId'));
    await app.api.expect('ping', 200, { as: key });
  }
});

it('is noted in the audit log: what was made and revoked, by whom, and no secret', async () => {
  const { id } = await app.make.merchant();
  const person = await app.make.person(id);
  const { data } = (await create({ name: 'Checkout' }, person.session)).body;
  await app.api.expect('revokeKey', 200, { as: person.session, path: { keyId: data.keyId } });
  const noted = await app.rows.query(
    'select action, target, mode, person_id, details from audit_log where merchant_id = $1 order by id',
    [id],
  );
  const entry = { target: data.keyId, mode: 'test', person_id: person.id };
  expect(noted).toEqual([
    { ...entry, action: 'KEY_MADE', details: { name: 'Checkout', permissions: 'record read' } },
    { ...entry, action: 'KEY_REVOKED', details: { name: 'Checkout' } },
  ]);
  expect(toPublicId('mer', id)).toBe(person.session.merchant);
});
