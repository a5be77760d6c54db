// The frame of what is seen without being signed in: one column, with language and appearance at hand.
import type { ReactNode } from 'react';
import { LanguageChoice, ThemeChoice } from './choices.js';
import styles from './stand-alone.module.css';

export function StandAlone({ children }: { children: ReactNode }) {
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <span className={styles.name}>
          <span className={styles.mark} aria-hidden="true">
            ◆
          </span>{' '}
          RefCampaign
        </span>
        <ThemeChoice />
        <LanguageChoice />
      </header>
      <main className={styles.main}>{children}</main>
    </div>
  );
}
