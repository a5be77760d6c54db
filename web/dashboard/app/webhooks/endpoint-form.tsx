// What is asked of an endpoint, a new one or one that is changed: name, address, events; the rest is folded away.
import { useState } from 'react';
import { TextField } from '../../../ui/field.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import { CampaignChoice } from './campaign-choice.js';
import { EventChoice } from './event-choice.js';
import { formWords } from './form-words.js';
import { OrderingChoice, PayloadChoice } from './sending-choice.js';
import styles from './webhooks.module.css';

/** As the contract has it, with everything said. */
export type Wanted = Required<Schemas['CreateEndpointBody']>;

export const newEndpoint: Wanted = {
  name: '',
  url: '',
  events: null,
  campaignIds: null,
  payload: 'FULL',
  ordering: 'NONE',
};

/** Whether it can be sent: what is chosen from is not left empty. */
export function isWhole({ events, campaignIds }: Wanted): boolean {
  return events?.length !== 0 && campaignIds?.length !== 0;
}

/** As it is sent. */
export function toBody(wanted: Wanted): Wanted {
  return { ...wanted, name: wanted.name.trim(), url: wanted.url.trim() };
}

interface FieldsProps {
  wanted: Wanted;
  onChange: (wanted: Wanted) => void;
  /** Of the call that sent it. */
  failure: unknown;
}

export function EndpointFields({ wanted, onChange, failure }: FieldsProps) {
  const words = useWords(formWords);
  // As it is at first: it does not fold by itself under who is choosing in it.
  const [isOpen] = useState(isSpecial(wanted));
  const set = (changed: Partial<Wanted>) => onChange({ ...wanted, ...changed });
  return (
    <>
      <FailureNotice failure={failure} beside={['name', 'url']} />
      <NameAndUrl wanted={wanted} set={set} failure={failure} />
      <EventChoice chosen={wanted.events} onChange={(events) => set({ events })} />
      <details className={styles.more} open={isOpen}>
        <summary>{words.more}</summary>
        <div>
          <CampaignChoice chosen={wanted.campaignIds} onChange={(campaignIds) => set({ campaignIds })} />
          <PayloadChoice value={wanted.payload} onChange={(payload) => set({ payload })} />
          <OrderingChoice value={wanted.ordering} onChange={(ordering) => set({ ordering })} />
        </div>
      </details>
    </>
  );
}

/** Something of what is folded away is not as usual. */
function isSpecial({ campaignIds, payload, ordering }: Wanted): boolean {
  return campaignIds !== null || payload !== 'FULL' || ordering !== 'NONE';
}

interface NameAndUrlProps extends Omit<FieldsProps, 'onChange'> {
  set: (changed: Partial<Wanted>) => void;
}

function NameAndUrl({ wanted, set, failure }: NameAndUrlProps) {
  const words = useWords(formWords);
  const faultOf = useFieldFault(failure);
  return (
    <>
      <TextField
        label={words.name}
        hint={words.nameHint}
        fault={faultOf('name')}
        required
        maxLength={100}
        autoComplete="off"
        value={wanted.name}
        onChange={(event) => set({ name: event.target.value })}
      />
      <TextField
        label={words.url}
        hint={words.urlHint}
        fault={faultOf('url')}
        required
        maxLength={2048}
        inputMode="url"
        placeholder="https://"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={wanted.url}
        onChange={(event) => set({ url: event.target.value })}
      />
    </>
  );
}
