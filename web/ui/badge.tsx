// A state in a word. Its colour says nothing that the word does not.
import type { ReactNode } from 'react';
import { classes } from './classes.js';
import styles from './badge.module.css';

export type Tone = 'good' | 'bad' | 'warn' | 'plain' | 'accent';

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <span className={classes(styles.badge, styles[tone])}>{children}</span>;
}
