// The filters of the audit log. Each stands in the address: a link shows the same entries, and Back takes a filter away.
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { useWords } from '../i18n/language.js';
import { isBackwards } from '../orders/period.js';
import { actions, actionWords, isKnown } from './action-words.js';
import styles from './audit-log.module.css';
import { isFiltered, type AuditFilters } from './filters.js';
import { useMemberNames } from './use-member-names.js';
import { auditWords } from './words.js';

interface FilterBarProps {
  filters: AuditFilters;
  /** Of a person who is chosen and belongs here no more. */
  nameOf: (personId: string) => string;
}

export function FilterBar({ filters, nameOf }: FilterBarProps) {
  const words = useWords(auditWords);
  const navigate = useNavigate();
  const set = (changed: AuditFilters) =>
    void navigate({ to: '/audit-log', search: { ...filters, ...changed } });
  const day = (name: 'from' | 'to') => (
    <TextField
      label={words[name]}
      type="date"
      fault={name === 'to' && isBackwards(filters) ? words.backwards : undefined}
      value={filters[name] ?? ''}
      onChange={(event) => set({ [name]: event.target.value || undefined })}
    />
  );
  return (
    <section className={styles.bar} aria-label={words.filters}>
      <PersonFilter value={filters.personId} nameOf={nameOf} onChange={(personId) => set({ personId })} />
      <ActionFilter value={filters.action} onChange={(action) => set({ action })} />
      {day('from')}
      {day('to')}
      {isFiltered(filters) && (
        <Button
          look="plain"
          className={styles.clear}
          onClick={() => void navigate({ to: '/audit-log', search: {} })}
        >
          {words.clear}
        </Button>
      )}
    </section>
  );
}

interface ChosenProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function PersonFilter({ value, nameOf, onChange }: ChosenProps & Pick<FilterBarProps, 'nameOf'>) {
  const words = useWords(auditWords);
  const members = useMemberNames();
  return (
    <SelectField
      label={words.person}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{words.allPeople}</option>
      {value !== undefined && !members.has(value) && <option value={value}>{nameOf(value)}</option>}
      {[...members].map(([personId, name]) => (
        <option key={personId} value={personId}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function ActionFilter({ value, onChange }: ChosenProps) {
  const words = useWords(auditWords);
  const names = useWords(actionWords);
  return (
    <SelectField
      label={words.action}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{words.allActions}</option>
      {value !== undefined && !isKnown(value) && <option>{value}</option>}
      {actions.map((action) => (
        <option key={action} value={action}>
          {names[action]}
        </option>
      ))}
    </SelectField>
  );
}
