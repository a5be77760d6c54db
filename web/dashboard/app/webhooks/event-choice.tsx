// Which events an endpoint is told of: all, or some, by what they happen to, each with what causes it.
import { useId, useState } from 'react';
import { Option, Options } from '../../../ui/options.js';
import { useWords } from '../i18n/language.js';
import type { Wanted } from './endpoint-form.js';
import { eventMeanings, eventsOf, subjectNames, subjects, type Subject } from './event-words.js';
import { formWords } from './form-words.js';
import styles from './webhooks.module.css';

interface EventChoiceProps {
  /** null: all. */
  chosen: Wanted['events'];
  onChange: (chosen: Wanted['events']) => void;
}

export function EventChoice({ chosen, onChange }: EventChoiceProps) {
  const words = useWords(formWords);
  const name = useId();
  // Whoever looks at all and comes back finds the choice as it was.
  const [last, setLast] = useState(chosen ?? []);
  const choose = (events: NonNullable<Wanted['events']>) => {
    setLast(events);
    onChange(events);
  };
  return (
    <>
      <Options legend={words.events} fault={chosen?.length === 0 && words.noEvent}>
        <Option
          type="radio"
          name={name}
          title={words.all}
          meaning={words.allMeaning}
          checked={chosen === null}
          onChange={() => onChange(null)}
        />
        <Option
          type="radio"
          name={name}
          title={words.chosen}
          checked={chosen !== null}
          onChange={() => onChange(last)}
        />
      </Options>
      {chosen !== null && (
        <div className={styles.within}>
          {subjects.map((subject) => (
            <OfSubject key={subject} subject={subject} chosen={chosen} onChange={choose} />
          ))}
        </div>
      )}
    </>
  );
}

interface OfSubjectProps {
  subject: Subject;
  chosen: NonNullable<Wanted['events']>;
  onChange: (chosen: NonNullable<Wanted['events']>) => void;
}

function OfSubject({ subject, chosen, onChange }: OfSubjectProps) {
  const names = useWords(subjectNames);
  const meanings = useWords(eventMeanings);
  return (
    <Options legend={names[subject]}>
      {eventsOf(subject).map((event) => (
        <Option
          key={event}
          type="checkbox"
          title={<code>{event}</code>}
          meaning={meanings[event]}
          checked={chosen.includes(event)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, event] : chosen.filter((one) => one !== event))
          }
        />
      ))}
    </Options>
  );
}
