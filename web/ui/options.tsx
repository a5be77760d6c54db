// Some of a few, or one of them, each with what it means; all of them in sight.
import type { InputHTMLAttributes, ReactNode } from 'react';
import styles from './options.module.css';

interface OptionsProps {
  legend: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the choice: takes the place of the hint. */
  fault?: string | false | undefined;
  children: ReactNode;
}

export function Options({ legend, hint, fault, children }: OptionsProps) {
  return (
    <fieldset className={styles.options}>
      <legend>{legend}</legend>
      {children}
      {fault ? (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      ) : (
        hint && <p className={styles.soft}>{hint}</p>
      )}
    </fieldset>
  );
}

interface OptionProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'title'> {
  type: 'checkbox' | 'radio';
  title: ReactNode;
  meaning?: ReactNode;
}

export function Option({ title, meaning, ...rest }: OptionProps) {
  return (
    <label className={styles.option}>
      <input {...rest} />
      <span>
        <strong>{title}</strong> {meaning && <span className={styles.soft}>{meaning}</span>}
      </span>
    </label>
  );
}
