// One of the roles, each with what it may do. An administrator sees that an owner is made by owners only.
import { useId } from 'react';
import { Option, Options } from '../../../ui/options.js';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import { roleMeanings, roleNames } from '../i18n/roles.js';
import { usePlace } from '../session/tenant.js';
import { memberWords } from './words.js';

export type Role = Schemas['Role'];

const all = ['OWNER', 'ADMIN', 'MANAGER', 'FINANCE', 'VIEWER'] as const satisfies readonly Role[];

interface RoleChoiceProps {
  value: Role;
  /** What is wrong with it. */
  fault?: string | undefined;
  onChange: (role: Role) => void;
}

export function RoleChoice({ value, fault, onChange }: RoleChoiceProps) {
  const words = useWords(memberWords);
  const names = useWords(roleNames);
  const meanings = useWords(roleMeanings);
  const mayTouch = useMayTouch();
  const name = useId();
  return (
    <Options legend={words.role} fault={fault}>
      {all.map((role) => (
        <Option
          key={role}
          type="radio"
          name={name}
          value={role}
          title={names[role]}
          meaning={mayTouch(role) ? meanings[role] : words.ownerNeedsOwner}
          checked={role === value}
          disabled={!mayTouch(role)}
          onChange={() => onChange(role)}
        />
      ))}
    </Options>
  );
}

/** Whether whoever looks may change, remove or make somebody of a role: an owner is an owner's business. */
export function useMayTouch(): (role: Role) => boolean {
  const own = usePlace().merchant.role;
  return (role) => role !== 'OWNER' || own === 'OWNER';
}
