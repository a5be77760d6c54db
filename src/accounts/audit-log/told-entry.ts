// An entry as it is shown: with the names of who did it, as they are now.
import type { Schema } from '#platform/contract/operation.js';
import type { RecordOf } from '#platform/database/table.js';
import type { AuditEntryEntity } from './audit-entry.entity.js';

export interface ToldEntry extends Omit<RecordOf<AuditEntryEntity>, 'merchantId'> {
  /** Of the person or the key; null for the operator, and for one that is gone. */
  name: string | null;
  email: string | null;
}

export type ActorType = Schema<'AuditActor'>['type'];

/** Neither a person nor a key: whoever runs the installation. */
export function actorTypeOf({ personId, keyId }: Pick<ToldEntry, 'personId' | 'keyId'>): ActorType {
  if (personId !== null) return 'PERSON';
  return keyId === null ? 'OPERATOR' : 'KEY';
}
