// One order in a list: what, whose, when, how much.
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { Badge } from '../../../ui/badge.js';
import type { Schemas } from '../api/types.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import type { Names } from '../session/names.js';
import styles from './order-table.module.css';
import { ordersWords, resultNames, typeNames } from './words.js';

type Order = Schemas['Conversion'];

/** What the first order's row is called: the head is row 1. */
export const FIRST_ROW = 2;

interface OrderRowProps {
  order: Order;
  names: Names;
  row?: number;
  /** Told of the row's element: on a phone it is as tall as its words. */
  measure?: (element: Element | null) => void;
  style?: CSSProperties;
}

export function OrderRow({ order, names, row, measure, style }: OrderRowProps) {
  const { money, moment } = useFormat();
  const { amount, currency, occurredAt, commissionAmount, commissionCurrency } = order;
  return (
    <div
      ref={measure}
      role="row"
      className={styles.row}
      aria-rowindex={row}
      data-index={row === undefined ? undefined : row - FIRST_ROW}
      style={style}
    >
      <span role="cell" className={styles.order}>
        <Link
          to="/orders/$conversionId"
          params={{ conversionId: order.conversionId }}
          className={styles.link}
        >
          <bdi>{order.externalId}</bdi>
        </Link>
        <Kind order={order} />
      </span>
      <span role="cell" className={styles.credit}>
        <Credit order={order} names={names} />
      </span>
      <span role="cell" className={styles.when}>
        <time dateTime={occurredAt}>{moment(occurredAt)}</time>
      </span>
      <span role="cell" className={styles.amount}>
        {money(amount, currency)}
      </span>
      <span role="cell" className={styles.commission}>
        {commissionAmount !== null && commissionCurrency !== null
          ? money(commissionAmount, commissionCurrency)
          : '–'}
      </span>
    </div>
  );
}

function Kind({
  order: { conversionType, amount, refundedAmount, refundedAt, isSynthetic },
}: {
  order: Order;
}) {
  const words = useWords(ordersWords);
  const types = useWords(typeNames);
  return (
    <small>
      {types[conversionType]}{' '}
      {refundedAt !== null && (
        <Badge tone="warn">{refundedAmount < amount ? words.partlyRefunded : words.refunded}</Badge>
      )}{' '}
      {isSynthetic && <Badge>{words.testOrder}</Badge>}
    </small>
  );
}

function Credit({ order, names }: { order: Order; names: Names }) {
  const words = useWords(ordersWords);
  const results = useWords(resultNames);
  const { affiliateId, campaignId, attribution } = order;
  if (affiliateId !== null)
    return (
      <>
        <bdi>{names.affiliate(affiliateId)}</bdi>
        <small>{campaignId !== null && <bdi>{names.campaign(campaignId)}</bdi>}</small>
      </>
    );
  const last = attribution.attempts.at(-1);
  return (
    <>
      <span className={styles.nobody}>{words.nobody}</span>
      <small>{last ? results[last.result] : words.noEvidence}</small>
    </>
  );
}
