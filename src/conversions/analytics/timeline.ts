// A timeline's window, its buckets, and what is in them. Pure: no clock, no database. All of it in UTC.
import type { GetConversionsTimelineQuery } from '#generated/dto.js';
import type { Issue } from '#platform/errors/failure.js';
import { parseDateTime } from '#platform/values/formats.js';
import type { Schema, Unchecked } from '#platform/contract/operation.js';
import { addSums } from '#platform/values/sums.js';
import { DAY_MS } from '#platform/time/time-units.js';

const DEFAULT_DAYS = 30;
const MAX_DAYS = 3660;
/** Moments outside cannot be written as the contract's date-times once a bucket was rounded or a default was taken from them. */
const [FIRST_YEAR, LAST_YEAR] = [1970, 9998];

/** From `from` (included) to `to` (not included). */
export interface Window {
  from: Date;
  to: Date;
}

export type Granularity = Schema<'ConversionsTimeline'>['granularity'];

/** What one bucket holds of the orders in one currency, and of the commissions in another or the same. Amounts in minor units. */
export interface Tally {
  start: Date;
  currency: string;
  conversions: number;
  amount: number;
  refundedAmount: number;
  /** Null: none of these orders earned. */
  commissionCurrency: string | null;
  commission: number;
}

/** The rule of getConversionsTimeline: a window that ends after it begins, within reach, and not too long. */
export function windowRule(
  _body: unknown,
  query: Unchecked<GetConversionsTimelineQuery>,
  now: Date,
): Issue[] {
  const [sentFrom, sentTo] = [momentIn(query.from), momentIn(query.to)];
  if (sentFrom === 'unreadable' || sentTo === 'unreadable') return []; // the schema's format names that fault
  const sent = { from: sentFrom, to: sentTo };
  const issues = (['from', 'to'] as const).filter((name) => !isInReach(sent[name])).map(outOfReach);
  if (issues.length > 0) return issues;
  const { from, to } = withDefaults(sent.from, sent.to, now);
  if (to <= from) return [{ path: [sent.to ? 'to' : 'from'], message: orderWords(sent.to) }];
  if (to.getTime() - from.getTime() <= MAX_DAYS * DAY_MS) return [];
  return [{ path: ['from'], message: `must be at most ${MAX_DAYS} days before to` }];
}

/** The window of a query that passed `windowRule`. */
export function windowOf(query: GetConversionsTimelineQuery, now: Date): Window {
  const read = (text: string | undefined) => (text === undefined ? null : parseDateTime(text));
  return withDefaults(read(query.from), read(query.to), now);
}

/** How long the buckets of a window are: about thirty to a hundred and twenty of them, where it is not a short one. */
export function granularityOf({ from, to }: Window): Granularity {
  const days = (to.getTime() - from.getTime()) / DAY_MS;
  if (days <= 2) return 'HOUR';
  if (days <= 92) return 'DAY';
  return days <= 731 ? 'WEEK' : 'MONTH';
}

/** The beginnings of all buckets that a window touches, oldest first; the first may lie before it. */
export function bucketStarts({ from, to }: Window, granularity: Granularity): Date[] {
  const starts: Date[] = [];
  for (let start = startOf(from, granularity); start < to; start = next(start, granularity))
    starts.push(start);
  return starts;
}

/**
 * A series for each currency that occurs, by its code; all zero in `ownCurrency` where nothing does.
 * @param tallies each of a bucket in `starts`.
 */
export function toSeries(
  tallies: readonly Tally[],
  starts: readonly Date[],
  ownCurrency: string,
): Schema<'TimelineSeries'>[] {
  const known = new Map<string, Map<number, Schema<'TimelineBucket'>>>();
  const bucketAt = (currency: string, start: Date) => {
    const series = known.get(currency) ?? emptySeries(starts);
    known.set(currency, series);
    const bucket = series.get(start.getTime());
    if (!bucket) throw new Error(`no bucket begins at ${start.toISOString()}`);
    return bucket;
  };
  for (const { start, currency, commissionCurrency, ...sums } of tallies) {
    const orders = bucketAt(currency, start);
    orders.conversions += sums.conversions;
    orders.amount = addSums(orders.amount, sums.amount);
    orders.refundedAmount = addSums(orders.refundedAmount, sums.refundedAmount);
    if (commissionCurrency === null) continue;
    const earned = bucketAt(commissionCurrency, start);
    earned.commission = addSums(earned.commission, sums.commission);
  }
  if (known.size === 0) known.set(ownCurrency, emptySeries(starts));
  const byCode = [...known].sort(([one], [other]) => (one < other ? -1 : 1));
  return byCode.map(([currency, buckets]) => ({ currency, buckets: [...buckets.values()] }));
}

function emptySeries(starts: readonly Date[]): Map<number, Schema<'TimelineBucket'>> {
  const nothing = { conversions: 0, amount: 0, refundedAmount: 0, commission: 0 };
  return new Map(starts.map((start) => [start.getTime(), { start: start.toISOString(), ...nothing }]));
}

function startOf(moment: Date, granularity: Granularity): Date {
  const start = new Date(moment);
  if (granularity === 'HOUR') start.setUTCMinutes(0, 0, 0);
  else start.setUTCHours(0, 0, 0, 0);
  if (granularity === 'WEEK') start.setUTCDate(start.getUTCDate() - ((start.getUTCDay() + 6) % 7));
  if (granularity === 'MONTH') start.setUTCDate(1);
  return start;
}

function next(start: Date, granularity: Granularity): Date {
  const later = new Date(start);
  if (granularity === 'HOUR') later.setUTCHours(later.getUTCHours() + 1);
  else if (granularity === 'MONTH') later.setUTCMonth(later.getUTCMonth() + 1);
  else later.setUTCDate(later.getUTCDate() + (granularity === 'WEEK' ? 7 : 1));
  return later;
}

function withDefaults(from: Date | null, to: Date | null, now: Date): Window {
  const end = to ?? now;
  return { from: from ?? new Date(end.getTime() - DEFAULT_DAYS * DAY_MS), to: end };
}

function momentIn(value: unknown): Date | null | 'unreadable' {
  if (value === undefined) return null;
  return (typeof value === 'string' && parseDateTime(value)) || 'unreadable';
}

function isInReach(moment: Date | null): boolean {
  const year = moment?.getUTCFullYear() ?? FIRST_YEAR;
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

function outOfReach(name: string): Issue {
  return { path: [name], message: `must lie in the years ${FIRST_YEAR} to ${LAST_YEAR} (UTC)` };
}

function orderWords(to: Date | null): string {
  return to ? 'must be after from' : 'must be before to, which is now unless it is sent';
}
