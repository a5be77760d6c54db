// What a person may do at a merchant, by role: the one table. The contract's description of People shows the same, and a test compares.
import type { RolePermission } from '#platform/contract/permissions.js';
import type { Schema } from '#platform/contract/operation.js';

export type Role = Schema<'Role'>;

/** In the order in which permissions are shown. */
const permissionsOf: Readonly<Record<Role, readonly RolePermission[]>> = {
  OWNER: ['record', 'read', 'manage', 'pay', 'own'],
  ADMIN: ['record', 'read', 'manage', 'pay', 'own'],
  MANAGER: ['record', 'read', 'manage'],
  FINANCE: ['read', 'pay'],
  VIEWER: ['read'],
};

/** All there are, the mightiest first. */
export const roles = Object.keys(permissionsOf) as readonly Role[];

/** What a role may do. An `ADMIN` may not touch owners, which no permission says: see `mayTouch`. */
export function permissionsOfRole(role: Role): readonly RolePermission[] {
  return permissionsOf[role];
}

/** Whether who has a role may invite, change or remove somebody of the other role. */
export function mayTouch(own: Role, other: Role): boolean {
  return own === 'OWNER' || (own === 'ADMIN' && other !== 'OWNER');
}
