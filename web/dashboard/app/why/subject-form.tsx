// What is asked: pasted, and taken for what it looks like unless somebody says otherwise.
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { useWords } from '../i18n/language.js';
import { addressed, kinds, likelyKind, type Kind, type WhySearch } from './subject.js';
import styles from './why-screen.module.css';
import { kindNames, whyWords } from './words.js';

export function SubjectForm({ search }: { search: WhySearch }) {
  const words = useWords(whyWords);
  const { typed, type, kind, setSaid, fault, find } = useFinding(search);
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
        onChange={(event) => type(event.target.value)}
      />
      <KindField value={kind} onChange={setSaid} />
      <Button type="submit" look="strong">
        {words.find}
      </Button>
    </form>
  );
}

/** What is typed, what it is taken for, and the way to what is known of it. */
function useFinding(search: WhySearch) {
  const { noHash } = useWords(whyWords);
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.q ?? '');
  const [said, setSaid] = useState<Kind | null>(search.kind ?? null);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    // Back and forward show what was asked then.
    setTyped(search.q ?? '');
    setSaid(search.kind ?? null);
    setFault(undefined);
  }, [search.q, search.kind]);
  const kind = said ?? likelyKind(typed);
  const type = (text: string) => {
    setTyped(text);
    setSaid(null);
  };
  const find = async (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() === '') return;
    try {
      await navigate({ to: '/why', search: { kind, q: await addressed(kind, typed) } });
    } catch {
      setFault(noHash);
    }
  };
  return { typed, type, kind, setSaid, fault, find };
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
