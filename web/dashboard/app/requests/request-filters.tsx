// Which key's requests, and whether only those that failed. Both stand in the address.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { SelectField } from '../../../ui/field.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import type { RequestFilters } from './filters.js';
import styles from './requests-screen.module.css';
import type { RecentRequest } from './use-requests.js';
import { requestWords } from './words.js';

const MOST_KEYS = 100;

interface Props {
  filters: RequestFilters;
  /** Those in sight: whoever may not see the keys finds theirs among these. */
  requests: readonly RecentRequest[];
}

export function RequestFilterBar({ filters, requests }: Props) {
  const words = useWords(requestWords);
  const navigate = useNavigate();
  const set = (changed: RequestFilters) =>
    void navigate({ to: '/requests', search: { ...filters, ...changed } });
  const keys = useKeyNames(requests, filters.key);
  return (
    <section className={styles.filters} aria-label={words.filters}>
      <SelectField
        label={words.key}
        value={filters.key ?? ''}
        onChange={(event) => set({ key: event.target.value || undefined })}
      >
        <option value="">{words.allKeys}</option>
        {[...keys].map(([keyId, name]) => (
          <option key={keyId} value={keyId}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={words.outcome}
        value={filters.failed ?? ''}
        onChange={(event) => set({ failed: event.target.value === 'true' ? 'true' : undefined })}
      >
        <option value="">{words.allOutcomes}</option>
        <option value="true">{words.onlyFailed}</option>
      </SelectField>
    </section>
  );
}

/** What keys are called, by id; the chosen one among them, whatever is known of it. */
function useKeyNames(requests: readonly RecentRequest[], chosen: string | undefined): Map<string, string> {
  const call = useTenantCall();
  const { may } = usePlace();
  const { data } = useQuery({
    queryKey: [...useTenantKey(), 'key-names'],
    queryFn: ({ signal }) => call('listKeys', { query: { limit: MOST_KEYS }, signal }),
    enabled: may('own'),
  });
  const names = new Map(data?.data.map(({ keyId, name, masked }) => [keyId, `${name} (${masked})`]));
  for (const { keyId, keyName } of requests) if (!names.has(keyId)) names.set(keyId, keyName ?? keyId);
  if (chosen !== undefined && !names.has(chosen)) names.set(chosen, chosen);
  return names;
}
