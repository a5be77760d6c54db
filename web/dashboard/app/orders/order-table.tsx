// The rows of orders. Only those in sight are in the page, however long the list is; to a screen reader it is one table.
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import { useNames } from '../session/names.js';
import { useNarrow } from '../shell/narrow.js';
import { OrderRow } from './order-row.js';
import styles from './order-table.module.css';
import { ordersWords } from './words.js';

const ROW_PX = { wide: 60, narrow: 90 };
/** Rows before the end at which the next page is asked for. */
const AHEAD = 15;

interface OrderTableProps {
  orders: Schemas['Conversion'][];
  hasMore: boolean;
  isLoading: boolean;
  onEnd: () => void;
}

export function OrderTable({ orders, hasMore, isLoading, onEnd }: OrderTableProps) {
  const words = useWords(ordersWords);
  const body = useRef<HTMLDivElement>(null);
  const isNarrow = useNarrow();
  const rows = useWindowVirtualizer({
    count: orders.length,
    estimateSize: () => (isNarrow ? ROW_PX.narrow : ROW_PX.wide),
    getItemKey: (index) => orders[index]?.conversionId ?? index,
    overscan: 8,
    scrollMargin: body.current?.offsetTop ?? 0,
  });
  useEffect(() => rows.measure(), [isNarrow, rows]);
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && !isLoading && last >= orders.length - AHEAD) onEnd();
  }, [hasMore, isLoading, last, orders.length]);
  const seen = items.flatMap(({ index }) => orders[index] ?? []);
  const names = useNames(
    seen.map(({ affiliateId }) => affiliateId),
    seen.map(({ campaignId }) => campaignId),
  );
  return (
    <div role="table" aria-label={words.title} aria-rowcount={hasMore ? -1 : orders.length + 1}>
      <Head />
      <div ref={body} role="rowgroup" className={styles.body} style={{ height: rows.getTotalSize() }}>
        {items.map(({ index, key, start, size }) => (
          <OrderRow
            key={key}
            order={orders[index] as Schemas['Conversion']}
            names={names}
            row={index + 2}
            style={{ height: size, transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          />
        ))}
      </div>
      <p className={styles.foot}>{hasMore ? words.moreBelow : words.allShown(orders.length)}</p>
    </div>
  );
}

function Head() {
  const words = useWords(ordersWords);
  return (
    <div role="rowgroup">
      <div role="row" className={styles.head} aria-rowindex={1}>
        <span role="columnheader">{words.order}</span>
        <span role="columnheader">{words.creditedTo}</span>
        <span role="columnheader">{words.when}</span>
        <span role="columnheader">{words.amount}</span>
        <span role="columnheader">{words.commission}</span>
      </div>
    </div>
  );
}
