// Keys and merchants as the command line manages them.
import { ApiKeysRepository } from '#accounts/api-keys/api-keys.repository.js';
import { ApiKeysService, type NewApiKey } from '#accounts/api-keys/api-keys.service.js';
import { keyPermissions } from '#platform/contract/permissions.js';
import { newId } from '#platform/values/ids.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';

let db: TestDatabase;
let merchants: MerchantsService;
let keys: ApiKeysService;
let merchantId: string;
let key: NewApiKey;

beforeAll(async () => {
  db = await startTestDatabase();
  merchants = new MerchantsService(db.database, new MerchantsRepository());
  keys = new ApiKeysService(db.database, new ApiKeysRepository());
});
afterAll(() => db.close());
beforeEach(async () => {
  merchantId = (await merchants.create('Northwind')).id;
  key = await keys.create({ merchantId, mode: 'live', name: 'till' });
});

describe('managing keys', () => {
  it('lists what recognises a key, and never the key', async () => {
    const second = await keys.create({ merchantId, mode: 'test', name: 'dev' });
    await keys.revoke(second.id);
    const list = await keys.list(merchantId);
    expect(list.map(({ id, mode, name, masked }) => ({ id, mode, name, masked }))).toEqual([
      { id: key.id, mode: 'live', name: 'till', masked: `rc_live_…${key.key.slice(-4)}` },
      { id: second.id, mode: 'test', name: 'dev', masked: `rc_test_…${second.key.slice(-4)}` },
    ]);
    expect(list.map((one) => one.revokedAt !== null)).toEqual([false, true]);
    expect(JSON.stringify(list)).not.toContain(key.key.slice(8, 38));
    const stored = JSON.stringify(await db.database.query('select * from api_keys where id = $1', [key.id]));
    expect(stored).not.toContain(key.key.slice(8, 38));
  });

  it('makes a key with some permissions or with all, and none without any', async () => {
    const request = { merchantId, mode: 'live', name: 'some' } as const;
    const some = await keys.create({ ...request, permissions: ['pay', 'record'] });
    expect([key.permissions, some.permissions]).toEqual([[...keyPermissions], ['record', 'pay']]);
    await expect(keys.create({ ...request, permissions: [] })).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect((await keys.list(merchantId)).map(({ permissions }) => permissions)).toEqual([
      key.permissions,
      some.permissions,
    ]);
  });

  it('revokes twice without complaint, keeping the first time', async () => {
    const { revokedAt } = await keys.revoke(key.id);
    expect((await keys.revoke(key.id)).revokedAt).toEqual(revokedAt);
  });

  it('knows when there is no such merchant or key', async () => {
    const nobody = newId();
    const refused = { code: 'NOT_FOUND' };
    await expect(keys.create({ merchantId: nobody, mode: 'live', name: 'x' })).rejects.toMatchObject(refused);
    await expect(keys.list(nobody)).rejects.toMatchObject(refused);
    await expect(keys.revoke(nobody)).rejects.toMatchObject(refused);
    await expect(merchants.lock(nobody)).rejects.toMatchObject(refused);
    await expect(merchants.unlock(nobody)).rejects.toMatchObject(refused);
    expect(await keys.list((await merchants.create('New')).id)).toEqual([]);
  });

  it('keeps the time of the first lock', async () => {
    const { lockedAt } = await merchants.lock(merchantId);
    expect((await merchants.lock(merchantId)).lockedAt).toEqual(lockedAt);
    expect((await merchants.unlock(merchantId)).lockedAt).toBeNull();
    expect((await merchants.list()).find((merchant) => merchant.id === merchantId)).toMatchObject({
      name: 'Northwind',
      lockedAt: null,
    });
  });
});
