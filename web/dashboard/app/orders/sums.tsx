// What orders add up to: how many, how many of them were credited, and in each currency what they are worth and earned.
import type { ReactNode } from 'react';
import type { Schemas } from '../api/types.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { sumsWords } from './sums-words.js';
import styles from './sums.module.css';

type Summary = Schemas['ConversionSummary'];

/** Nothing where there is nothing to add up. */
export function Sums({ sums }: { sums: Summary | undefined }) {
  const words = useWords(sumsWords);
  const { moment, number } = useFormat();
  if (!sums || sums.conversions + sums.synthetic === 0) return null;
  const { currencies, isComplete, countedSince, synthetic } = sums;
  return (
    <section className={styles.sums} aria-label={words.title}>
      <dl className={styles.figures}>
        <Orders sums={sums} />
        <Money name={words.amount} of="amount" currencies={currencies} />
        <Money name={words.commissions} of="commission" currencies={currencies} />
        {currencies.some(({ refundedAmount }) => refundedAmount !== 0) && (
          <Money name={words.refunded} of="refundedAmount" currencies={currencies} />
        )}
      </dl>
      {!isComplete && countedSince && (
        <p className={styles.note}>
          {words.onlySince(number(sums.conversions + synthetic), moment(countedSince))}
        </p>
      )}
      {synthetic > 0 && <p className={styles.note}>{words.synthetic(synthetic)}</p>}
    </section>
  );
}

function Orders({ sums: { conversions, attributed } }: { sums: Summary }) {
  const words = useWords(sumsWords);
  const { number, share } = useFormat();
  return (
    <Figure name={words.orders}>
      <span className={styles.main}>{number(conversions)}</span>
      {conversions > 0 && (
        <span className={styles.more}>{words.credited(share(attributed / conversions))}</span>
      )}
    </Figure>
  );
}

interface MoneyProps {
  name: string;
  of: 'amount' | 'commission' | 'refundedAmount';
  currencies: Summary['currencies'];
}

/** Each currency on a line of its own: they are never added to each other. */
function Money({ name, of, currencies }: MoneyProps) {
  const { money } = useFormat();
  const shown = currencies.filter((sums) => sums[of] !== 0);
  return (
    <Figure name={name}>
      {(shown.length > 0 ? shown : currencies.slice(0, 1)).map((sums) => (
        <span key={sums.currency} className={styles.main}>
          {money(sums[of], sums.currency)}
        </span>
      ))}
    </Figure>
  );
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
