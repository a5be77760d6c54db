// What whoever runs the installation does to keys and merchants, each with its entry in the merchant's audit log: the same transaction writes both.
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { AuditLogRepository } from '#accounts/audit-log/audit-log.repository.js';
import { ApiKeysRepository } from '#accounts/api-keys/api-keys.repository.js';
import {
  ApiKeysService,
  type ApiKey,
  type KeyRequest,
  type NewApiKey,
} from '#accounts/api-keys/api-keys.service.js';
import { MerchantsRepository } from '#accounts/merchants/merchants.repository.js';
import { MerchantsService, type Merchant } from '#accounts/merchants/merchants.service.js';
import type { Database } from '#platform/database/database.js';
import { SystemClock } from '#platform/time/clock.js';
import { toPublicId } from '#platform/values/ids.js';

export class OperatorChanges {
  readonly keys: ApiKeysService;
  readonly merchants: MerchantsService;
  private readonly audit = new AuditLogFacade(new AuditLogRepository(), new SystemClock());

  constructor(private readonly database: Database) {
    this.keys = new ApiKeysService(database, new ApiKeysRepository());
    this.merchants = new MerchantsService(database, new MerchantsRepository());
  }

  /** @throws Failure as `ApiKeysService.create` */
  makeKey(request: KeyRequest): Promise<NewApiKey> {
    return this.database.transaction(async (tx) => {
      const key = await this.keys.create(request, tx);
      const { merchantId, mode, name, permissions } = key;
      const target = toPublicId('key', key.id);
      const details = { name, permissions: permissions.join(' ') };
      this.audit.note(tx, OPERATOR, { merchantId, mode, action: 'KEY_MADE', target, details });
      return key;
    });
  }

  /** @throws Failure NOT_FOUND */
  revokeKey(id: string): Promise<ApiKey> {
    return this.database.transaction(async (tx) => {
      const key = await this.keys.revoke(id, tx);
      const { merchantId, mode, name } = key;
      const target = toPublicId('key', id);
      this.audit.note(tx, OPERATOR, { merchantId, mode, action: 'KEY_REVOKED', target, details: { name } });
      return key;
    });
  }

  /** What is locked already, or not locked, stays so and is not noted again. @throws Failure NOT_FOUND */
  setLocked(id: string, isLocked: boolean): Promise<Merchant> {
    return this.database.transaction(async (tx) => {
      const wasLocked = Boolean((await this.merchants.find(tx, id))?.lockedAt);
      const merchant = await (isLocked ? this.merchants.lock(id, tx) : this.merchants.unlock(id, tx));
      const action = isLocked ? 'MERCHANT_LOCKED' : 'MERCHANT_UNLOCKED';
      if (wasLocked !== isLocked)
        this.audit.note(tx, OPERATOR, { merchantId: id, action, target: toPublicId('mer', id) });
      return merchant;
    });
  }
}
