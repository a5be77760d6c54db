// What a caller may do: words, in the contract (`x-permission`), on the command line, in the row of a key and by a person's role. While a
// call is under way they are bits, so that asking costs nothing.
import { Failure, type Issue } from '#platform/errors/failure.js';

/** What a key can be given, in the order in which it is shown. What each opens is in the contract, "Keys and modes". */
export const keyPermissions = ['record', 'read', 'manage', 'pay'] as const;
export type KeyPermission = (typeof keyPermissions)[number];

/** What a person's role can give: `own` means members, keys and settings, which no key ever may. */
export type RolePermission = KeyPermission | 'own';

/** What an operation may ask of who calls. `any`: nothing but a valid key. `self`: nothing, it is about the person alone. */
export type Permission = RolePermission | 'any' | 'self';

const BITS: Readonly<Record<Permission, number>> = {
  any: 0,
  self: 0,
  record: 1,
  read: 2,
  manage: 4,
  pay: 8,
  own: 16,
};

/** Where what is missing would have come from, as a 403 says it. */
const SOURCES = {
  key: { path: ['Authorization'], message: 'the key lacks the permission' },
  role: { path: ['X-Merchant'], message: 'your role lacks the permission' },
} as const;

/** The detail of a 403. */
interface Missing extends Issue {
  permission: Permission;
}

/** Permissions as bits. */
export function toBits(permissions: readonly Permission[]): number {
  return permissions.reduce((bits, permission) => bits | BITS[permission], 0);
}

/** @throws Failure PERMISSION_MISSING, which names the permission, unless it is among what the caller may (bits). */
export function refuseWithout(permission: Permission, bits: number, source: keyof typeof SOURCES): void {
  const needed = BITS[permission];
  if ((bits & needed) === needed) return;
  const { path, message } = SOURCES[source];
  const missing: Missing = { path: [...path], message, permission };
  throw new Failure('PERMISSION_MISSING', `This call needs the permission ${permission}.`, [missing]);
}
