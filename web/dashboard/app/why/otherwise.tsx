// Nothing has the order id that was asked for: codes and customer ids look like one. What else it may be, one click away.
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import type { WhySearch } from './subject.js';
import styles from './why-screen.module.css';
import { whyWords } from './words.js';

export function Otherwise({
  search: { kind = 'order', q },
  trace,
}: {
  search: WhySearch;
  trace: Schemas['Trace'];
}) {
  const words = useWords(whyWords);
  if (kind !== 'order' || !trace.findings.some(({ reason }) => reason === 'ORDER_NOT_REPORTED')) return null;
  return (
    <p className={styles.otherwise}>
      {words.otherwise(`\u2068${q}\u2069`)}
      <Link to="/why" search={{ kind: 'code', q }}>
        {words.asCode}
      </Link>
      <Link to="/why" search={{ kind: 'customer', q }}>
        {words.asCustomer}
      </Link>
    </p>
  );
}
