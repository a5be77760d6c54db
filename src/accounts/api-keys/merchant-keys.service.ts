// What a merchant's own people do with keys: list, make, revoke, each for one mode and noted in the audit log.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { keyPermissions, type KeyPermission } from '#platform/contract/permissions.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { notFound } from '#platform/errors/failure.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import { toPage, toPageRequest, type Page, type PageQuery } from '#platform/values/paging.js';
import { toApiKeyReply } from './api-key.reply.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { ApiKeysService, toApiKey } from './api-keys.service.js';

/** What most keys need. One that may change or pay is asked for. */
const USUAL: readonly KeyPermission[] = ['record', 'read'];

@Injectable()
export class MerchantKeysService {
  constructor(
    private readonly database: Database,
    private readonly repository: ApiKeysRepository,
    private readonly keys: ApiKeysService,
    private readonly audit: AuditLogFacade,
  ) {}

  /** A page of keys, revoked ones too, newest first. */
  async list(tenant: Tenant, query: PageQuery): Promise<Page<Schema<'ApiKey'>>> {
    const request = toPageRequest(query);
    const rows = await this.repository.page(this.database.inTurn(tenant), tenant, request);
    const { items, page } = toPage(rows, request, (row) => row.id);
    return { items: items.map((row) => toApiKeyReply(toApiKey(row))), page };
  }

  /**
   * Makes a key; what is returned is the only copy of its text.
   * @param sent permissions as the contract allows them, in any order; what most keys need unless told.
   */
  create(
    tenant: Tenant,
    sent: { name: string; permissions?: readonly string[] | undefined },
    actor: Actor,
  ): Promise<Schema<'CreatedApiKey'>> {
    const { merchantId, mode } = tenant;
    const permissions = keyPermissions.filter((one) => (sent.permissions ?? USUAL).includes(one));
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const created = await this.keys.create({ merchantId, mode, name: sent.name, permissions }, tx);
      const target = toPublicId('key', created.id);
      const details = { name: created.name, permissions: permissions.join(' ') };
      this.audit.note(tx, actor, { merchantId, mode, action: 'KEY_MADE', target, details });
      return { ...toApiKeyReply(created), key: created.key };
    });
  }

  /** @throws Failure UNKNOWN_KEY for what is no key of this merchant and mode. */
  revoke(tenant: Tenant, keyId: string, actor: Actor): Promise<Schema<'ApiKey'>> {
    const id = fromPublicId('key', keyId);
    if (id === null) throw notFound('UNKNOWN_KEY', ['keyId']);
    const { merchantId, mode } = tenant;
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const row = await this.repository.revokeOf(tx, tenant, id);
      if (!row) throw notFound('UNKNOWN_KEY', ['keyId']);
      const details = { name: row.name };
      this.audit.note(tx, actor, { merchantId, mode, action: 'KEY_REVOKED', target: keyId, details });
      return toApiKeyReply(toApiKey(row));
    });
  }
}
