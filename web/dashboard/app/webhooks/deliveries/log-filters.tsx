// The filters of an endpoint's log. Each stands in the address: a link shows the same deliveries, and Back takes a filter away.
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../../ui/button.js';
import { SelectField } from '../../../../ui/field.js';
import { useWords } from '../../i18n/language.js';
import { FindField } from '../../shell/find-field.js';
import { eventNames } from '../event-words.js';
import styles from './deliveries.module.css';
import { isFiltered, states, type LogFilters } from './filters.js';
import { deliveryWords, stateNames } from './words.js';

const ID_CHARACTERS = 64;
/** Those that can be chosen, and the one that comes when somebody asks for it. */
const all: readonly string[] = [...eventNames, 'webhook.test'];

interface LogFilterBarProps {
  endpointId: string;
  filters: LogFilters;
}

export function LogFilterBar({ endpointId, filters }: LogFilterBarProps) {
  const words = useWords(deliveryWords);
  const navigate = useNavigate();
  const show = (search: LogFilters) =>
    void navigate({ to: '/webhooks/$endpointId', params: { endpointId }, search });
  const set = (changed: LogFilters) => show({ ...filters, ...changed });
  const { state, event, eventId } = filters;
  return (
    <section className={styles.filters} aria-label={words.filters}>
      <StateFilter value={state} onChange={(chosen) => set({ state: chosen })} />
      <EventFilter value={event} onChange={(chosen) => set({ event: chosen })} />
      <FindField
        label={words.eventId}
        placeholder="evt_…"
        maxLength={ID_CHARACTERS}
        value={eventId ?? ''}
        onFind={(id) => set({ eventId: id.trim() || undefined })}
      />
      {isFiltered(filters) && (
        <Button look="plain" className={styles.clear} onClick={() => show({})}>
          {words.clear}
        </Button>
      )}
    </section>
  );
}

interface ChosenProps<Value> {
  value: Value;
  onChange: (chosen: Value) => void;
}

function StateFilter({ value, onChange }: ChosenProps<LogFilters['state']>) {
  const words = useWords(deliveryWords);
  const stateWords = useWords(stateNames);
  return (
    <SelectField
      label={words.state}
      value={value ?? ''}
      onChange={({ target }) => onChange(states.find((one) => one === target.value))}
    >
      <option value="">{words.allStates}</option>
      {states.map((one) => (
        <option key={one} value={one}>
          {stateWords[one]}
        </option>
      ))}
    </SelectField>
  );
}

function EventFilter({ value, onChange }: ChosenProps<string | undefined>) {
  const words = useWords(deliveryWords);
  return (
    <SelectField
      label={words.event}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || undefined)}
    >
      <option value="">{words.allEvents}</option>
      {value !== undefined && !all.includes(value) && <option>{value}</option>}
      {all.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </SelectField>
  );
}
