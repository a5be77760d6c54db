// What is asked: pasted, and taken for what it looks like unless somebody says otherwise.
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { useWords } from '../i18n/language.js';
import { addressed, kinds, likelyKind, type Kind, type WhySearch } from './subject.js';
import styles from './why-screen.module.css';
import { kindNames, whyWords } from './words.js';

export function SubjectForm({ search }: { search: WhySearch }) {
  const words = useWords(whyWords);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const [said, setSaid] = useState<Kind | null>(search.kind ?? null);
  const [fault, setFault] = useState<string>();
  const kind = said ?? likelyKind(typed);
  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    try {
      await navigate({ to: '/why', search: { kind, q: await addressed(kind, typed) } });
    } catch {
      setFault(words.noHash);
    }
  };
  return (
    <form className={styles.form} role="search" onSubmit={(event) => void find(event)}>
      <TextField
        label={words.paste}
        hint={kind === 'email' ? words.hashed : undefined}
        fault={fault}
        type="search"
        maxLength={320}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setSaid(null);
        }}
      />
      <KindField value={kind} onChange={setSaid} />
      <Button type="submit" look="strong">
        {words.find}
      </Button>
    </form>
  );
}

function KindField({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const words = useWords(whyWords);
  const names = useWords(kindNames);
  return (
    <SelectField label={words.kind} value={value} onChange={(event) => onChange(event.target.value as Kind)}>
      {kinds.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </SelectField>
  );
}
