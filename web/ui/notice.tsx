// Something that is said in a box: what went wrong, what has worked, what to know first.
import type { ReactNode } from 'react';
import { classes } from './classes.js';
import styles from './notice.module.css';

interface NoticeProps {
  kind: 'bad' | 'good' | 'warn' | 'plain';
  title?: ReactNode;
  children?: ReactNode;
}

/** A failure is read aloud at once, anything else when there is a pause. */
export function Notice({ kind, title, children }: NoticeProps) {
  return (
    <div className={classes(styles.notice, styles[kind])} role={kind === 'bad' ? 'alert' : 'status'}>
      {title && <strong>{title}</strong>}
      {children}
    </div>
  );
}

/** A screen or a list with nothing in it: what it is for, and what to do next. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children}
    </div>
  );
}

/** In the place of what is on its way. */
export function Waiting({ label, lines = 3 }: { label: string; lines?: number }) {
  return (
    <div className={styles.waiting} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  );
}
