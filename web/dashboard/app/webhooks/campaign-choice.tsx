// Of which campaigns an endpoint is told: of all, or of some.
import { useId } from 'react';
import { Option, Options } from '../../../ui/options.js';
import { useWords } from '../i18n/language.js';
import { useCampaigns, useNames } from '../session/names.js';
import type { Wanted } from './endpoint-form.js';
import { formWords } from './form-words.js';
import styles from './webhooks.module.css';

interface CampaignChoiceProps {
  /** null: all. */
  chosen: Wanted['campaignIds'];
  onChange: (chosen: Wanted['campaignIds']) => void;
}

export function CampaignChoice({ chosen, onChange }: CampaignChoiceProps) {
  const words = useWords(formWords);
  const name = useId();
  return (
    <>
      <Options legend={words.campaigns} fault={chosen?.length === 0 && words.noCampaign}>
        <Option
          type="radio"
          name={name}
          title={words.allCampaigns}
          meaning={words.allCampaignsMeaning}
          checked={chosen === null}
          onChange={() => onChange(null)}
        />
        <Option
          type="radio"
          name={name}
          title={words.someCampaigns}
          meaning={words.someCampaignsMeaning}
          checked={chosen !== null}
          onChange={() => onChange([])}
        />
      </Options>
      {chosen !== null && <Some chosen={chosen} onChange={onChange} />}
    </>
  );
}

/** Those that are chosen are in the list, also beyond the first hundred. */
function Some({ chosen, onChange }: CampaignChoiceProps & { chosen: readonly string[] }) {
  const words = useWords(formWords);
  const { data } = useCampaigns();
  const names = useNames([], chosen);
  const first = data?.data.map(({ campaignId }) => campaignId) ?? [];
  const all = [...chosen.filter((id) => !first.includes(id)), ...first];
  if (data && all.length === 0) return <p className={styles.soft}>{words.noCampaigns}</p>;
  return (
    <div className={styles.within}>
      <div className={styles.campaigns} tabIndex={0} role="group" aria-label={words.campaigns}>
        {all.map((campaignId) => (
          <Option
            key={campaignId}
            type="checkbox"
            title={<bdi>{names.campaign(campaignId)}</bdi>}
            checked={chosen.includes(campaignId)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, campaignId] : chosen.filter((one) => one !== campaignId))
            }
          />
        ))}
      </div>
    </div>
  );
}
