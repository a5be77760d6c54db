// An entry of the audit log, as the contract tells it.
import type { Schema } from '#platform/contract/operation.js';
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import { actorTypeOf, type ToldEntry } from './told-entry.js';

export function toAuditEntry(entry: ToldEntry): Schema<'AuditEntry'> {
  const { id, createdAt, action, personId, keyId, name, email, mode, target, details, address } = entry;
  return {
    entryId: toPublicId('aud', id),
    createdAt: createdAt.toISOString(),
    action,
    actor: {
      type: actorTypeOf(entry),
      personId: idOrNull('per', personId),
      keyId: idOrNull('key', keyId),
      name,
      email,
    },
    mode,
    target,
    details,
    address,
  };
}
