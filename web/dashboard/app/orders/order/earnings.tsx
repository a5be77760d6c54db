// What is earned: the arithmetic in the order's own numbers, and the terms that were in force.
import type { Schemas } from '../../api/types.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import type { Names } from '../../session/names.js';
import styles from './earnings.module.css';
import { moneyWords } from './money-words.js';

type Order = Schemas['Conversion'];

export function Earnings({ order, names }: { order: Order; names: Names }) {
  const words = useWords(moneyWords);
  const { money } = useFormat();
  const { terms, commission } = order.attribution;
  const { result, amount, currency } = commission;
  const isPaid = result === 'EARNED';
  const now = order.commissionAmount;
  return (
    <div className={styles.earnings}>
      {isPaid && amount !== null && currency !== null && (
        <p className={styles.sum}>{money(amount, currency)}</p>
      )}
      {!isPaid && <p>{words[result]}</p>}
      <Arithmetic order={order} />
      {isPaid && now !== null && currency !== null && now !== amount && (
        <p>
          <strong>{words.nowWorth(money(now, currency))}</strong>
        </p>
      )}
      {terms && <Terms terms={terms} campaign={names.campaign(terms.campaignId)} />}
    </div>
  );
}

function Arithmetic({ order }: { order: Order }) {
  const words = useWords(moneyWords);
  const { money, percent } = useFormat();
  const { terms, commission } = order.attribution;
  const { amount, currency, commissionRate, revenueBefore } = commission;
  if (!terms || amount === null || currency === null || commissionRate === null) return null;
  return (
    <>
      {revenueBefore !== null && (
        <p>{words.tier(money(revenueBefore, terms.currency), percent(commissionRate))}</p>
      )}
      <p>
        {terms.commissionType === 'FIXED'
          ? words.fixed(money(amount, currency))
          : words.percent(
              percent(commissionRate),
              money(order.amount, order.currency),
              money(amount, currency),
            )}
      </p>
    </>
  );
}

function Terms({ terms, campaign }: { terms: NonNullable<Schemas['AttributionTerms']>; campaign: string }) {
  const words = useWords(moneyWords);
  const { number } = useFormat();
  const { commissionRecurring, recurringMonthsLimit, attributionWindowDays } = terms;
  const recurring =
    recurringMonthsLimit === null ? words.recurring : words.recurringMonths(number(recurringMonthsLimit));
  return (
    <div className={styles.terms}>
      <p>{words.termsOf(`\u2068${campaign}\u2069`)}</p>
      <ul>
        <li>{words.window(number(attributionWindowDays))}</li>
        <li>{commissionRecurring ? recurring : words.once}</li>
      </ul>
    </div>
  );
}
