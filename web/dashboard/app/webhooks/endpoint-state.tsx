// How an endpoint does: in a word, and in a sentence what that means and what happens when.
import { Badge, type Tone } from '../../../ui/badge.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import type { Endpoint } from './use-endpoints.js';
import { webhookWords } from './words.js';

type State = Endpoint['status'] | 'FAILING';

/** After so long with nothing but failures it is disabled. */
const DISABLED_AFTER_MS = 5 * 24 * 3_600_000;
const tones: Readonly<Record<State, Tone>> = {
  ACTIVE: 'good',
  FAILING: 'bad',
  PAUSED: 'warn',
  DISABLED: 'bad',
};

export function StateBadge({ endpoint: { status, failingSince } }: { endpoint: Endpoint }) {
  const words = useWords(webhookWords);
  const state: State = status === 'ACTIVE' && failingSince !== null ? 'FAILING' : status;
  return <Badge tone={tones[state]}>{words[state]}</Badge>;
}

/** null for one that does well. */
export function useStateText({ status, statusReason, failingSince, failures }: Endpoint): string | null {
  const words = useWords(webhookWords);
  const { moment } = useFormat();
  if (status === 'PAUSED') return words.paused;
  if (status === 'DISABLED') return statusReason === 'GONE' ? words.gone : words.gaveUp;
  if (failingSince === null) return null;
  const end = new Date(Date.parse(failingSince) + DISABLED_AFTER_MS).toISOString();
  return `${words.failing(moment(failingSince), failures)} ${words.willBeDisabled(moment(end))}`;
}
