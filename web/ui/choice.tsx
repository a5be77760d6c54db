// One of a few, all of them in sight. Arrows go through them, as through any group of radio buttons.
import { useId } from 'react';
import { classes } from './classes.js';
import styles from './choice.module.css';

interface ChoiceProps<Value extends string> {
  /** What is chosen. */
  label: string;
  value: Value;
  options: readonly (readonly [Value, string])[];
  onChange: (value: Value) => void;
  className?: string | undefined;
}

export function Choice<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset className={classes(styles.choice, className)}>
      <legend className={styles.legend}>{label}</legend>
      {options.map(([option, text]) => (
        <label key={option} className={styles.option} data-value={option}>
          <input
            type="radio"
            name={name}
            value={option}
            checked={option === value}
            onChange={() => onChange(option)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
