// An id that a list is searched for: looked for when it is whole, not at each letter, for it is compared byte for byte.
import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.js';
import { classes } from '../../../ui/classes.js';
import { TextField } from '../../../ui/field.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import styles from './find-field.module.css';

interface FindFieldProps {
  label: string;
  placeholder?: string;
  maxLength: number;
  value: string;
  /** Given the id, or an empty text. */
  onFind: (id: string) => void;
  className?: string | undefined;
}

export function FindField({ value, onFind, className, ...field }: FindFieldProps) {
  const shared = useWords(common);
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const find = (event: FormEvent) => {
    event.preventDefault();
    onFind(typed);
  };
  return (
    <form className={classes(styles.find, className)} role="search" onSubmit={find}>
      <TextField {...field} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Button type="submit">{shared.find}</Button>
    </form>
  );
}
