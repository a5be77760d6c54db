// The rows of orders. Only those in sight are in the page, however long the list is; to a screen reader it is one table.
import { defaultRangeExtractor, useWindowVirtualizer, type Range } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type FocusEvent, type RefObject } from 'react';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import { useNames } from '../session/names.js';
import { useNarrow } from '../shell/narrow.js';
import { FIRST_ROW, OrderRow } from './order-row.js';
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
  const { rangeExtractor, ...focus } = useFocusedRow();
  const rows = useRows(orders, body, rangeExtractor);
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
      <div
        ref={body}
        role="rowgroup"
        className={styles.body}
        style={{ height: rows.getTotalSize() }}
        {...focus}
      >
        {items.map(({ index, key, start }) => (
          <OrderRow
            key={key}
            order={orders[index] as Schemas['Conversion']}
            names={names}
            row={index + FIRST_ROW}
            measure={rows.measureElement}
            style={{ transform: `translateY(${start - rows.options.scrollMargin}px)` }}
          />
        ))}
      </div>
      <p className={styles.foot}>{hasMore ? words.moreBelow : words.allShown(orders.length)}</p>
    </div>
  );
}

/** Rows that are about so tall; on a phone as tall as their words. */
function useRows(
  orders: OrderTableProps['orders'],
  body: RefObject<HTMLElement | null>,
  rangeExtractor: (range: Range) => number[],
) {
  const isNarrow = useNarrow();
  const rows = useWindowVirtualizer({
    count: orders.length,
    estimateSize: () => (isNarrow ? ROW_PX.narrow : ROW_PX.wide),
    getItemKey: (index) => orders[index]?.conversionId ?? index,
    overscan: 8,
    scrollMargin: body.current?.offsetTop ?? 0,
    rangeExtractor,
  });
  useEffect(() => rows.measure(), [isNarrow, rows]);
  return rows;
}

/** The row that has the focus stays in the page, wherever one scrolls. */
function useFocusedRow() {
  const [focused, setFocused] = useState<number | null>(null);
  return {
    onFocus: ({ target }: FocusEvent) => {
      setFocused(Number(target.closest('[role=row]')?.getAttribute('aria-rowindex')) - FIRST_ROW);
    },
    onBlur: () => setFocused(null),
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      if (focused === null || focused >= range.count || indexes.includes(focused)) return indexes;
      return [...indexes, focused].sort((a, b) => a - b);
    },
  };
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
