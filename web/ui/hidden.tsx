// Words that are read aloud and not seen, where what is seen says the same to the eye.
import type { ReactNode } from 'react';
import styles from './hidden.module.css';

export function Hidden({ children }: { children: ReactNode }) {
  return <span className={styles.hidden}>{children}</span>;
}
