// The filters of the list. Each stands in the address: a link shows the same list, and Back takes a filter away.
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../ui/button.js';
import { SelectField, TextField } from '../../../ui/field.js';
import { useWords } from '../i18n/language.js';
import { affiliateNames } from '../session/affiliate-names.js';
import { useAffiliates, useCampaigns, useNames } from '../session/names.js';
import { FindField } from '../shell/find-field.js';
import { useNarrow } from '../shell/narrow.js';
import styles from './filter-bar.module.css';
import { AffiliateByEmail } from './affiliate-by-email.js';
import { isFiltered, type OrderFilters } from './filters.js';
import { isBackwards } from './period.js';
import { ordersWords } from './words.js';

/** On a small screen folded away, so that the orders are what one sees. */
export function FilterBar({ filters }: { filters: OrderFilters }) {
  const words = useWords(ordersWords);
  const isNarrow = useNarrow();
  if (!isNarrow) return <Filters filters={filters} />;
  return (
    <details className={styles.folded} open={isFiltered(filters)}>
      <summary>{words.filters}</summary>
      <Filters filters={filters} />
    </details>
  );
}

function Filters({ filters }: { filters: OrderFilters }) {
  const words = useWords(ordersWords);
  const navigate = useNavigate();
  const set = (changed: OrderFilters) => void navigate({ to: '/orders', search: { ...filters, ...changed } });
  const clear = () => void navigate({ to: '/orders', search: {} });
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
      <IdFilter value={filters.externalId} onChange={(externalId) => set({ externalId })} />
      <SelectField
        label={words.status}
        value={filters.status ?? ''}
        onChange={(event) => set({ status: (event.target.value || undefined) as OrderFilters['status'] })}
      >
        <option value="">{words.statusAll}</option>
        <option value="ATTRIBUTED">{words.statusYes}</option>
        <option value="UNATTRIBUTED">{words.statusNo}</option>
      </SelectField>
      <AffiliateFilter value={filters.affiliateId} onChange={(affiliateId) => set({ affiliateId })} />
      <CampaignFilter value={filters.campaignId} onChange={(campaignId) => set({ campaignId })} />
      {day('from')}
      {day('to')}
      <AffiliateByEmail onFound={(affiliateId) => set({ affiliateId })} />
      {isFiltered(filters) && (
        <Button look="plain" className={styles.clear} onClick={clear}>
          {words.clear}
        </Button>
      )}
    </section>
  );
}

interface ChosenProps {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

function IdFilter({ value = '', onChange }: ChosenProps) {
  const words = useWords(ordersWords);
  return (
    <FindField
      className={styles.id}
      label={words.orderId}
      placeholder={words.orderIdHint}
      maxLength={255}
      value={value}
      onFind={(id) => onChange(id || undefined)}
    />
  );
}

function AffiliateFilter({ value, onChange }: ChosenProps) {
  const words = useWords(ordersWords);
  const { data } = useAffiliates();
  const names = useNames([value ?? null], []);
  const options = [...affiliateNames(data?.data ?? [])];
  return (
    <Chosen
      label={words.affiliate}
      all={words.allAffiliates}
      value={value}
      options={options}
      nameOf={names.affiliate}
      onChange={onChange}
    />
  );
}

function CampaignFilter({ value, onChange }: ChosenProps) {
  const words = useWords(ordersWords);
  const { data } = useCampaigns();
  const names = useNames([], [value ?? null]);
  const options = data?.data.map(({ campaignId, name }) => [campaignId, name] as const) ?? [];
  return (
    <Chosen
      label={words.campaign}
      all={words.allCampaigns}
      value={value}
      options={options}
      nameOf={names.campaign}
      onChange={onChange}
    />
  );
}

interface ChosenListProps extends ChosenProps {
  label: string;
  /** What it says where none is chosen. */
  all: string;
  options: readonly (readonly [id: string, name: string])[];
  nameOf: (id: string) => string;
}

/** One that is chosen is in the list, also if it is beyond the first hundred. */
function Chosen({ label, all, value, options, nameOf, onChange }: ChosenListProps) {
  const isBeyond = value !== undefined && !options.some(([id]) => id === value);
  return (
    <SelectField
      label={label}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{all}</option>
      {isBeyond && <option value={value}>{nameOf(value)}</option>}
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
