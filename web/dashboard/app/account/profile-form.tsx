// Name, language and time zone.
import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import type { Language } from '../i18n/words.js';
import { keepMe } from '../session/me.js';
import { usePlace } from '../session/tenant.js';
import { submitOnce } from '../session/submit.js';
import styles from './account-screen.module.css';
import { accountWords } from './words.js';

export function ProfileForm() {
  const words = useWords(accountWords);
  const shared = useWords(common);
  const { me } = usePlace();
  const [name, setName] = useState(me.name);
  const [language, setLanguage] = useState<Language>(me.language);
  const [timeZone, setTimeZone] = useState(me.timeZone);
  const saving = useMutation({
    mutationFn: () => call('updateMe', { body: { name: name.trim(), language, timeZone } }),
    onSuccess: ({ data }) => keepMe(data),
  });
  const faultOf = useFieldFault(saving.error);
  return (
    <form className={styles.form} onSubmit={submitOnce(saving)}>
      <FailureNotice failure={saving.error} beside={['name', 'timeZone']} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        fault={faultOf('name')}
        autoComplete="name"
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <LanguageField value={language} onChange={setLanguage} />
      <ZoneField value={timeZone} fault={faultOf('timeZone')} onChange={setTimeZone} />
      <Button type="submit" look="strong" busy={saving.isPending}>
        {shared.save}
      </Button>
      {saving.isSuccess && <Notice kind="good">{shared.saved}</Notice>}
    </form>
  );
}

function LanguageField({ value, onChange }: { value: Language; onChange: (language: Language) => void }) {
  const words = useWords(accountWords);
  return (
    <SelectField
      label={words.language}
      value={value}
      onChange={(event) => onChange(event.target.value as Language)}
    >
      <option value="en">English</option>
      <option value="fr">Français</option>
    </SelectField>
  );
}

interface ZoneFieldProps {
  value: string;
  fault: string | undefined;
  onChange: (zone: string) => void;
}

function ZoneField({ value, fault, onChange }: ZoneFieldProps) {
  const words = useWords(accountWords);
  // Not every browser's list has UTC, nor what another one has set.
  const zones = useMemo(
    () => [...new Set(['UTC', value, ...Intl.supportedValuesOf('timeZone')])].sort(),
    [value],
  );
  return (
    <SelectField
      label={words.timeZone}
      hint={words.timeZoneHint}
      fault={fault}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {zones.map((zone) => (
        <option key={zone}>{zone}</option>
      ))}
    </SelectField>
  );
}
