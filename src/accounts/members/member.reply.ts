// Members and invitations, as the contract tells them.
import type { MerchantMember } from '#accounts/people/people.facade.js';
import type { Schema } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';
import type { WaitingInvitation } from './invitations.repository.js';

/** @param lastSeen by UUID, of those of whom it is known */
export function toMember(
  { personId, name, email, role, joinedAt }: MerchantMember,
  lastSeen: ReadonlyMap<string, Date>,
): Schema<'Member'> {
  return {
    personId: toPublicId('per', personId),
    name,
    email,
    role,
    joinedAt: joinedAt.toISOString(),
    lastSeenAt: lastSeen.get(personId)?.toISOString() ?? null,
  };
}

export function toInvitation(row: WaitingInvitation): Schema<'Invitation'> {
  return {
    invitationId: toPublicId('ivt', row.id),
    email: row.email,
    role: row.role,
    invitedBy:
      row.invited_by === null ? null : { personId: toPublicId('per', row.invited_by), name: row.inviterName },
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
  };
}
