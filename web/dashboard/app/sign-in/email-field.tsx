// The email of an account, wherever one is typed: as password managers know it.
import { TextField } from '../../../ui/field.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';

interface EmailFieldProps {
  fault: string | undefined;
  /** It is known, and not to be changed. */
  readOnly?: boolean;
  value: string;
  onChange: (email: string) => void;
}

export function EmailField({ fault, readOnly = false, value, onChange }: EmailFieldProps) {
  const shared = useWords(common);
  return (
    <TextField
      label={shared.email}
      type="email"
      autoComplete="username"
      required
      readOnly={readOnly}
      fault={fault}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
