// A part of a page about one thing, with a heading of its own.
import type { ReactNode } from 'react';
import styles from './part.module.css';

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
