// A passkey, as the contract tells it to its person.
import type { Schema } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';
import type { PasskeyEntity } from './passkey.entity.js';

export function toPasskey(row: PasskeyEntity): Schema<'Passkey'> {
  return {
    passkeyId: toPublicId('pky', row.id),
    name: row.name,
    createdAt: row.created_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
    synced: row.synced,
  };
}
