// A password that is chosen. The hint counts what is missing and promises nothing that it cannot know.
import { PasswordField } from '../../../ui/field.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { joinWords } from './words.js';

const LEAST_CHARACTERS = 12;

interface NewPasswordFieldProps {
  label: string;
  fault: string | undefined;
  value: string;
  onChange: (value: string) => void;
}

export function NewPasswordField({ label, fault, value, onChange }: NewPasswordFieldProps) {
  const words = useWords(joinWords);
  const shared = useWords(common);
  const missing = LEAST_CHARACTERS - [...value].length;
  const hint =
    value === '' ? words.passwordHint : missing > 0 ? words.passwordShort(missing) : words.passwordEnough;
  return (
    <PasswordField
      label={label}
      show={shared.showPassword}
      hint={<span aria-live="polite">{hint}</span>}
      fault={fault}
      autoComplete="new-password"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
