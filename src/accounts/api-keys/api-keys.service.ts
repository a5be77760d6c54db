// API keys: made, listed and revoked by whoever runs the installation (the command line).
import { Injectable } from '@nestjs/common';
import { Failure } from '#platform/errors/failure.js';
import { keyPermissions, type KeyPermission } from '#platform/contract/permissions.js';
import { newId } from '#platform/values/ids.js';
import { Database, type Queryable } from '#platform/database/database.js';
import type { Mode, Tenant } from '#platform/database/tenant.js';
import { checkedName } from '#accounts/merchants/merchants.service.js';
import type { ApiKeyEntity } from './api-key.entity.js';
import { ApiKeysRepository } from './api-keys.repository.js';
import { hashKeyText, makeKeyText, maskedKey } from './key-text.js';

export interface ApiKey {
  /** A UUID; outside it is `key_…`. */
  id: string;
  merchantId: string;
  mode: Mode;
  name: string;
  /** `rc_live_…Ab3d`: enough to recognise a key, not to use it. */
  masked: string;
  /** What it may do, in the order of `keyPermissions`. Fixed when it is made. */
  permissions: KeyPermission[];
  createdAt: Date;
  /** Written at most once a minute. */
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** The only moment at which the key itself is known. */
export interface NewApiKey extends ApiKey {
  key: string;
}

export interface KeyRequest {
  merchantId: string;
  mode: Mode;
  name: string;
  /** In any order; all of them unless told. */
  permissions?: readonly KeyPermission[];
}

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly database: Database,
    private readonly repository: ApiKeysRepository,
  ) {}

  /**
   * Makes a key. It works at once, on every replica within a second; what is returned is the only copy of its text.
   * @param queryable a transaction to make it in, if it is part of something larger.
   * @throws Failure NOT_FOUND when there is no such merchant; VALIDATION_FAILED for a name that cannot be one, or no permission.
   */
  async create(request: KeyRequest, queryable: Queryable = this.database.atOnce): Promise<NewApiKey> {
    const { permissions = keyPermissions } = request;
    if (permissions.length === 0)
      throw new Failure('VALIDATION_FAILED', 'A key needs one permission at least.');
    const key = makeKeyText(request.mode);
    const row = await this.repository.insert(queryable, {
      ...request,
      name: checkedName(request.name, 'key'),
      permissions: keyPermissions.filter((permission) => permissions.includes(permission)),
      id: newId(),
      hash: hashKeyText(key),
      lastFour: key.slice(-4),
    });
    if (!row) throw new Failure('NOT_FOUND', 'There is no merchant with this id.');
    return { ...toApiKey(row), key };
  }

  /**
   * A merchant's keys in both modes, revoked ones too, oldest first.
   * @throws Failure NOT_FOUND when there is no such merchant.
   */
  async list(merchantId: string): Promise<ApiKey[]> {
    const rows = await this.repository.list(this.database.atOnce, merchantId);
    if (!rows) throw new Failure('NOT_FOUND', 'There is no merchant with this id.');
    return rows.map(toApiKey);
  }

  /** What these keys of the tenant are called, revoked ones too, by id. @param keyIds UUIDs */
  async namesOf(
    queryable: Queryable,
    tenant: Tenant,
    keyIds: ReadonlySet<string>,
  ): Promise<ReadonlyMap<string, string>> {
    if (keyIds.size === 0) return new Map();
    return this.repository.namesOf(queryable, tenant, [...keyIds]);
  }

  /**
   * Revokes a key for good: every replica refuses it within one second. Doing so twice is no error.
   * @param queryable as in `create`.
   * @throws Failure NOT_FOUND
   */
  async revoke(id: string, queryable: Queryable = this.database.atOnce): Promise<ApiKey> {
    const row = await this.repository.revoke(queryable, id);
    if (!row) throw new Failure('NOT_FOUND', 'There is no API key with this id.');
    return toApiKey(row);
  }
}

/** The row as the service works with it. */
export function toApiKey(row: ApiKeyEntity): ApiKey {
  return {
    id: row.id,
    merchantId: row.merchant_id,
    mode: row.mode,
    name: row.name,
    masked: maskedKey(row.mode, row.last_four),
    permissions: row.permissions,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  };
}
