// One thing that is asked: its name, what may stand in it, what is wrong with it. The three are read aloud together.
import {
  useId,
  useState,
  type InputHTMLAttributes,
  type ReactNode,
  type RefAttributes,
  type SelectHTMLAttributes,
} from 'react';
import { classes } from './classes.js';
import styles from './field.module.css';

interface Asked {
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with it. */
  fault?: string | undefined;
}

interface Wiring {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

function Field({ label, hint, fault, children }: Asked & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': fault ? true : undefined })}
      {hint && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {fault && (
        <div id={`${id}-fault`} className={styles.fault}>
          {fault}
        </div>
      )}
    </div>
  );
}

export type TextFieldProps = Asked & InputHTMLAttributes<HTMLInputElement> & RefAttributes<HTMLInputElement>;

export function TextField({ label, hint, fault, className, ...rest }: TextFieldProps) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(wiring) => <input {...rest} {...wiring} className={classes(styles.input, className)} />}
    </Field>
  );
}

export function SelectField({
  label,
  hint,
  fault,
  children,
  ...rest
}: Asked & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(wiring) => (
        <select {...rest} {...wiring} className={styles.input}>
          {children}
        </select>
      )}
    </Field>
  );
}

/** A password, which may be looked at while it is typed. */
export function PasswordField({
  label,
  hint,
  fault,
  show,
  ...rest
}: TextFieldProps & { /** What the button beside it is called. */ show: string }) {
  const [isShown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} fault={fault}>
      {(wiring) => (
        <span className={styles.password}>
          <input
            {...rest}
            {...wiring}
            className={styles.input}
            type={isShown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
          />
          <button
            type="button"
            className={styles.show}
            aria-pressed={isShown}
            onClick={() => setShown(!isShown)}
          >
            {show}
          </button>
        </span>
      )}
    </Field>
  );
}
