// The audit log as a table: one row for each entry, the names as in the replies.
import type { ColumnOfEach, Columns } from '#platform/csv/csv.js';
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import { actorTypeOf, type ToldEntry } from './told-entry.js';

const columns: ColumnOfEach<ToldEntry, 'actor'> = {
  id: ['entryId', ({ id }) => toPublicId('aud', id)],
  createdAt: ['createdAt', ({ createdAt }) => createdAt],
  action: ['action', ({ action }) => action],
  actor: ['actor', actorTypeOf],
  personId: ['personId', ({ personId }) => idOrNull('per', personId)],
  keyId: ['keyId', ({ keyId }) => idOrNull('key', keyId)],
  name: ['name', ({ name }) => name],
  email: ['email', ({ email }) => email],
  mode: ['mode', ({ mode }) => mode],
  target: ['target', ({ target }) => target],
  details: ['details', ({ details }) => JSON.stringify(details)],
  address: ['address', ({ address }) => address],
};

/** In the order of the list above. */
export const auditColumns: Columns<ToldEntry> = Object.values(columns);
