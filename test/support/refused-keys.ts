// Keys that were good once.
import { ApiKeysService } from '#accounts/api-keys/api-keys.service.js';
import { MerchantsService } from '#accounts/merchants/merchants.service.js';
import type { SharedApp } from './app.js';

/** The text of a key that was revoked before it was ever used. */
export async function makeRevokedKey(app: SharedApp, merchantId: string): Promise<string> {
  const keys = app.service.app.get(ApiKeysService, { strict: false });
  const { key, id } = await keys.create({ merchantId, mode: 'test', name: 'Revoked' });
  await keys.revoke(id);
  return key;
}

/** The key of a merchant who was locked before it was ever used. */
export async function makeLockedKey(app: SharedApp): Promise<string> {
  const merchant = await app.make.merchant();
  await app.service.app.get(MerchantsService, { strict: false }).lock(merchant.id);
  return merchant.live;
}
