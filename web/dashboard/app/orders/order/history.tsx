// What has happened to the order, oldest first.
import type { Schemas } from '../../api/types.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import styles from './history.module.css';
import { historyWords } from './history-words.js';

type Order = Schemas['Conversion'];
type Entry = Schemas['HistoryEntry'];

export function History({ order }: { order: Order }) {
  const { exact, moment } = useFormat();
  return (
    <ol className={styles.history}>
      {order.history.map((entry, index) => (
        // Entries are added at the end, and never changed.
        <li key={index}>
          <time dateTime={entry.at} title={exact(entry.at)}>
            {moment(entry.at)}
          </time>
          <Happened entry={entry} order={order} />
        </li>
      ))}
    </ol>
  );
}

function Happened({ entry: { event, details }, order }: { entry: Entry; order: Order }) {
  const words = useWords(historyWords);
  const { money } = useFormat();
  const isOrders = event === 'REFUNDED';
  const currency = isOrders ? order.currency : (order.commissionCurrency ?? order.currency);
  const amount = typeof details['amount'] === 'number' ? money(details['amount'], currency) : '';
  const sentence = words[event];
  const { reason, commissionChange } = details;
  return (
    <div>
      <p>{typeof sentence === 'function' ? sentence(amount) : sentence}</p>
      {typeof commissionChange === 'number' && commissionChange !== 0 && (
        <p className={styles.soft}>
          {words.commissionChange(money(commissionChange, order.commissionCurrency ?? order.currency))}
        </p>
      )}
      {typeof reason === 'string' && <p className={styles.soft}>{words.because(`\u2068${reason}\u2069`)}</p>}
    </div>
  );
}
