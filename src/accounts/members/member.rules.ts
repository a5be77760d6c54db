// Who may change whom among the members of a merchant. Pure; asked of members that are locked, so that what is true stays true.
import type { MerchantMember } from '#accounts/people/people.facade.js';
import { mayTouch, permissionsOfRole, type Role } from '#accounts/people/role.js';
import { refuseWithout, toBits } from '#platform/contract/permissions.js';
import { conflict } from '#platform/errors/conflict.js';
import { Failure, notFound } from '#platform/errors/failure.js';

/**
 * The one who calls, as they are now: what the call was let in with may have been taken away since.
 * @throws Failure NOT_A_MEMBER, PERMISSION_MISSING
 */
export function callerAmong(members: readonly MerchantMember[], personId: string | null): MerchantMember {
  const caller = members.find((member) => member.personId === personId);
  if (!caller) throw new Failure('NOT_A_MEMBER');
  refuseWithout('own', toBits(permissionsOfRole(caller.role)), 'role');
  return caller;
}

/** @throws Failure UNKNOWN_MEMBER */
export function memberAmong(members: readonly MerchantMember[], personId: string | null): MerchantMember {
  const member = members.find((each) => each.personId === personId);
  if (!member) throw notFound('UNKNOWN_MEMBER', ['personId']);
  return member;
}

/** @throws Failure OWNERS_ONLY unless who has a role may do something to somebody with each of the others. */
export function refuseForOwners(own: Role, ...others: readonly Role[]): void {
  if (!others.every((other) => mayTouch(own, other))) throw new Failure('OWNERS_ONLY');
}

/**
 * @param next what they are to be; null: a member no more.
 * @throws Failure LAST_OWNER (409) where nobody would be an owner any more.
 */
export function refuseWithoutOwner(
  members: readonly MerchantMember[],
  { role }: MerchantMember,
  next: Role | null,
): void {
  if (role !== 'OWNER' || next === 'OWNER') return;
  if (members.filter((member) => member.role === 'OWNER').length > 1) return;
  const difference = { field: 'role', yours: next, ours: role, message: 'would leave no owner' };
  throw conflict('LAST_OWNER', [difference]);
}
