// What was done, in words. The button that began it may be gone by what was done: the focus goes to the words.
import { useEffect, useRef } from 'react';
import styles from './said.module.css';

/** Nothing as long as there are no words. */
export function Said({ children }: { children: string }) {
  const ref = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (children !== '') ref.current?.focus();
  }, [children]);
  return (
    <p ref={ref} role="status" tabIndex={-1} className={styles.said}>
      {children}
    </p>
  );
}
