// How much of an event is sent, and in which order events come.
import { useId } from 'react';
import { Option, Options } from '../../../ui/options.js';
import { useWords } from '../i18n/language.js';
import type { Wanted } from './endpoint-form.js';
import { formWords } from './form-words.js';

interface ChoiceProps<Value> {
  value: Value;
  onChange: (value: Value) => void;
}

export function PayloadChoice({ value, onChange }: ChoiceProps<Wanted['payload']>) {
  const words = useWords(formWords);
  return (
    <OneOf
      legend={words.payload}
      value={value}
      options={[
        ['FULL', words.full, words.fullMeaning],
        ['THIN', words.thin, words.thinMeaning],
      ]}
      onChange={onChange}
    />
  );
}

export function OrderingChoice({ value, onChange }: ChoiceProps<Wanted['ordering']>) {
  const words = useWords(formWords);
  return (
    <OneOf
      legend={words.ordering}
      value={value}
      options={[
        ['NONE', words.none, words.noneMeaning],
        ['PER_SUBJECT', words.perSubject, words.perSubjectMeaning],
      ]}
      onChange={onChange}
    />
  );
}

interface OneOfProps<Value> extends ChoiceProps<Value> {
  legend: string;
  options: readonly (readonly [value: Value, title: string, meaning: string])[];
}

function OneOf<Value extends string>({ legend, value, options, onChange }: OneOfProps<Value>) {
  const name = useId();
  return (
    <Options legend={legend}>
      {options.map(([one, title, meaning]) => (
        <Option
          key={one}
          type="radio"
          name={name}
          title={title}
          meaning={meaning}
          checked={one === value}
          onChange={() => onChange(one)}
        />
      ))}
    </Options>
  );
}
