// What a page is about, and beside it what one looks up; below it where there is no room.
import type { ReactNode } from 'react';
import styles from './columns.module.css';

export function Columns({ side, children }: { side: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>{children}</div>
      <div className={styles.column}>{side}</div>
    </div>
  );
}
