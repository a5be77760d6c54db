// A time as the clocks of the reader's own zone show it.
import { TextField } from '../../../../ui/field.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import { backlogWords } from './words.js';

interface TimeFieldProps {
  label: string;
  /** 2026-11-30T14:05 */
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}

export function TimeField({ onChange, ...field }: TimeFieldProps) {
  const words = useWords(backlogWords);
  const { timeZone } = useFormat();
  return (
    <TextField
      {...field}
      type="datetime-local"
      hint={words.timesIn(timeZone)}
      required
      onChange={({ target }) => onChange(target.value)}
    />
  );
}
