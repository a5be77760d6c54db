// The person who is signed in, as the contract tells it.
import type { Membership, Person } from '#accounts/people/people.facade.js';
import { permissionsOfRole } from '#accounts/people/role.js';
import type { Schema } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';

export interface CurrentSession {
  sessionId: string;
  createdAt: Date;
  confirmedAt: Date;
}

export function toMe(
  person: Person,
  memberships: readonly Membership[],
  means: Pick<Schema<'Me'>, 'twoFactor' | 'passkeys' | 'identities'>,
  session: CurrentSession,
): Schema<'Me'> {
  return {
    personId: toPublicId('per', person.id),
    email: person.email,
    name: person.name,
    language: person.language,
    timeZone: person.time_zone,
    merchants: memberships.map(({ merchantId, merchantName, role }) => ({
      merchantId: toPublicId('mer', merchantId),
      name: merchantName,
      role,
      permissions: [...permissionsOfRole(role)],
    })),
    hasPassword: person.password_hash !== null,
    session: {
      sessionId: toPublicId('ses', session.sessionId),
      createdAt: session.createdAt.toISOString(),
      confirmedAt: session.confirmedAt.toISOString(),
    },
    ...means,
  };
}
