// What a merchant says of itself, changed by its owners and admins.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { MerchantsService, type Merchant } from '#accounts/merchants/merchants.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';
import { Failure } from '#platform/errors/failure.js';
import { toPublicId } from '#platform/values/ids.js';

@Injectable()
export class SettingsService {
  constructor(
    private readonly database: Database,
    private readonly merchants: MerchantsService,
    private readonly audit: AuditLogFacade,
  ) {}

  async get(caller: Caller): Promise<Schema<'Merchant'>> {
    const merchant = await this.merchants.find(this.database.inTurn(caller), caller.merchantId);
    if (!merchant) throw new Failure('NOT_A_MEMBER'); // removed a moment ago
    return toMerchantReply(merchant);
  }

  /** The same name again changes nothing, and is not noted. */
  async rename(caller: Caller, actor: Actor, sent: string): Promise<Schema<'Merchant'>> {
    const { merchantId } = caller;
    const name = sent.trim();
    return this.database.inTurn(caller).transaction(async (tx) => {
      const before = await this.merchants.rename(tx, merchantId, name);
      if (!before) throw new Failure('NOT_A_MEMBER');
      const target = toPublicId('mer', merchantId);
      const details = { from: before.name, to: name };
      if (before.name !== name)
        this.audit.note(tx, actor, { merchantId, action: 'MERCHANT_RENAMED', target, details });
      return toMerchantReply({ ...before, name });
    });
  }
}

function toMerchantReply({ id, name, createdAt }: Merchant): Schema<'Merchant'> {
  return { merchantId: toPublicId('mer', id), name, createdAt: createdAt.toISOString() };
}
