// listEndpoints, getEndpoint, deleteEndpoint: whose endpoints are seen, and what is left of one that is gone.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { notFoundError } from '../../support/failures.js';
import type { TestMerchant } from '../../support/makers.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchant = await app.make.merchant();
  key = merchant.test;
});

it('the list is of one mode of one merchant, newest first, page by page', async () => {
  for (const name of ['first', 'second', 'third']) await app.make.endpoint(key, { name });
  await app.make.endpoint(merchant.live, { name: 'live' });
  await app.make.endpoint((await app.make.merchant()).test, { name: 'theirs' });
  const page = (await app.api.expect('listEndpoints', 200, { as: key, query: { limit: 2 } })).body;
  expect(page.data.map(({ name }) => name)).toEqual(['third', 'second']);
  const cursor = page.meta.page.nextCursor as string;
  const rest = await app.api.expect('listEndpoints', 200, { as: key, query: { limit: 2, cursor } });
  expect(rest.body.data.map(({ name }) => name)).toEqual(['first']);
  expect(rest.body.meta.page).toEqual({ nextCursor: null, hasMore: false });
});

it('one endpoint is as it was made, with all but its secret', async () => {
  const { secret, ...made } = await app.make.endpoint(key);
  const path = { endpointId: made.endpointId };
  const { body, text } = await app.api.expect('getEndpoint', 200, { as: key, path });
  expect(body.data).toEqual(made);
  expect(text).not.toContain(secret.slice(0, -4));
});

it('a person of the merchant sees and changes the same as a key', async () => {
  const { session } = await app.make.person(merchant.id, { role: 'MANAGER' });
  const body = { name: 'Mine', url: 'https://shop.example.com/' } as never;
  const { data } = (await app.api.expect('createEndpoint', 201, { as: session, body })).body;
  const path = { endpointId: data.endpointId };
  expect((await app.api.expect('getEndpoint', 200, { as: key, path })).body.data.name).toBe('Mine');
  await app.api.expect('deleteEndpoint', 200, { as: session, path });
});

it("an id that is malformed, unknown, another merchant's or of the other mode is one and the same 404", async () => {
  const live = await app.make.endpoint(merchant.live);
  const theirs = await app.make.endpoint((await app.make.merchant()).test);
  const ids = ['whe_none', 'key_01m1dzpw00e67v766vvtayqg9r', 'whe_01m1dzpw00e67v766vvtayqg9r'];
  for (const endpointId of [...ids, live.endpointId, theirs.endpointId]) {
    const input = { as: key, path: { endpointId } };
    const refused = [
      await app.api.expect('getEndpoint', 404, input),
      await app.api.expect('updateEndpoint', 404, { ...input, body: { name: 'Mine' } }),
      await app.api.expect('deleteEndpoint', 404, input),
      await app.api.expect('rotateEndpointSecret', 404, { ...input, body: {} }),
      await app.api.expect('useNewEndpointSecret', 404, input),
    ];
    for (const { body } of refused)
      expect(body.error).toEqual(notFoundError('UNKNOWN_ENDPOINT', 'endpointId'));
  }
  const path = { endpointId: live.endpointId };
  const { data } = (await app.api.expect('getEndpoint', 200, { as: merchant.live, path })).body;
  expect({ ...data, secret: live.secret }).toEqual(live);
});

it('one that is deleted is gone with its secret; of two who delete it at once one is told that it is', async () => {
  const { endpointId } = await app.make.endpoint(key);
  const path = { endpointId };
  const both = await Promise.all([1, 2].map(() => app.api.call('deleteEndpoint', { as: key, path })));
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404]);
  await app.api.expect('getEndpoint', 404, { as: key, path });
  const left = await app.rows.query('select 1 from webhook_endpoints where merchant_id = $1', [merchant.id]);
  expect(left).toEqual([]);
});
