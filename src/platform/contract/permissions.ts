// What an API key may do: four words, in the contract (`x-permission`), on the command line and in the row of a key. While a call is under
// way they are bits, so that asking costs nothing.
import { Failure, type Issue } from '#platform/errors/failure.js';

/** What a key can be given, in the order in which it is shown. What each opens is in the contract, "Keys and modes". */
export const keyPermissions = ['record', 'read', 'manage', 'pay'] as const;
export type KeyPermission = (typeof keyPermissions)[number];

/** What an operation may ask of who calls. `any`: nothing but a valid key. `own`: what people do for themselves, and no key ever may. */
export type Permission = KeyPermission | 'own' | 'any';

const BITS: Readonly<Record<Permission, number>> = { any: 0, record: 1, read: 2, manage: 4, pay: 8, own: 16 };

/** The detail of a 403. */
interface Missing extends Issue {
  permission: Permission;
}

/** Permissions as bits. */
export function toBits(permissions: readonly Permission[]): number {
  return permissions.reduce((bits, permission) => bits | BITS[permission], 0);
}

/** @throws Failure PERMISSION_MISSING, which names the permission, unless it is among what the caller may (bits). */
export function refuseWithout(permission: Permission, bits: number): void {
  const needed = BITS[permission];
  if ((bits & needed) === needed) return;
  const missing: Missing = { path: ['Authorization'], message: 'the key lacks the permission', permission };
  throw new Failure('PERMISSION_MISSING', `This call needs the permission ${permission}.`, [missing]);
}
