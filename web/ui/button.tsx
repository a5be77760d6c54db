// Buttons: one that matters on a screen, quiet ones beside it, one that takes something away.
import type { ButtonHTMLAttributes } from 'react';
import { classes } from './classes.js';
import styles from './button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'strong' | 'quiet' | 'danger' | 'plain';
  /** Something is under way: it takes no second click, and says so. */
  busy?: boolean;
  small?: boolean;
}

/** The look alone, for a link that is one. */
export function buttonClass(look: NonNullable<ButtonProps['look']> = 'quiet', small = false): string {
  return classes(styles.button, styles[look], small && styles.small);
}

export function Button({
  look = 'quiet',
  busy = false,
  small = false,
  className,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classes(buttonClass(look, small), busy && styles.busy, className)}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    />
  );
}
