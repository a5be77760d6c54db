// A key as the contract shows it: enough to recognise it, not to use it.
import type { Schema } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';
import type { ApiKey } from './api-keys.service.js';

export function toApiKeyReply(key: ApiKey): Schema<'ApiKey'> {
  return {
    keyId: toPublicId('key', key.id),
    name: key.name,
    masked: key.masked,
    mode: key.mode,
    permissions: [...key.permissions],
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  };
}
