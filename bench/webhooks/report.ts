// What telling merchants' servers costs, as Markdown.
import { atLeast, atMost, type Target } from '../compare/targets.js';
import { median } from '../load/latency.js';
import { figure, megabytes, number, table } from '../report/markdown.js';
import type { Environment } from '../report/results.js';
import { targetTable } from '../report/target-table.js';
import type { Sizes } from './backlog.js';
import type { Slice } from './measure.js';

/** One right after the other. */
export interface Pair {
  without: Slice;
  with: Slice;
}

export interface Draining {
  deliveries: number;
  seconds: number;
}

export interface WebhooksResult extends Environment {
  ordersPerSecond: number;
  atEasePerSecond: number;
  seconds: number;
  rounds: number;
  quickShops: number;
  /** An order of whom nobody tells, and of whom an endpoint is told. */
  atEase: Pair[];
  atPace: Pair[];
  flatOut: Pair[];
  draining: Draining[];
  /** One endpoint of many answers, or hangs. */
  beside: Pair[];
  /** One waits, or drains. */
  backlog: { events: number; pairs: Pair[]; rows: Sizes; bytes: Sizes };
  targets: Target[];
  problems: string[];
}

type Measured = Pick<
  WebhooksResult,
  'ordersPerSecond' | 'atEasePerSecond' | 'atEase' | 'atPace' | 'draining' | 'beside' | 'backlog'
>;

export function webhookTargets(measured: Measured): Target[] {
  const { ordersPerSecond, atEasePerSecond, atEase, atPace, draining, beside, backlog } = measured;
  const lag = median(atPace.map((pair) => pair.with.lagP99Ms));
  return [
    atMost(
      `an order's p50 at ${atEasePerSecond} a second: told ÷ not told`,
      1.05,
      ratioOf(atEase, 'p50Ms'),
      1,
    ),
    atMost(
      `an order's p50 at ${ordersPerSecond} a second: told ÷ not told`,
      1.05,
      ratioOf(atPace, 'p50Ms'),
      1,
    ),
    atLeast('deliveries a second to one endpoint', 1000, deliveriesPerSecond(draining), 1),
    atMost(`s from an order to its arrival at ${ordersPerSecond} a second, p99`, 1, lag / 1000, 1),
    atMost(
      'what quick endpoints wait, p99: beside one that hangs ÷ that answers',
      1.2,
      ratioOf(beside, 'lagP99Ms'),
      1,
    ),
    atMost(
      `an order's p50 beside a backlog: draining ÷ standing still`,
      1.1,
      ratioOf(backlog.pairs, 'p50Ms'),
      1,
    ),
  ].filter((target) => target !== null);
}

export function reportOf(result: WebhooksResult): string {
  const { date, machine, ordersPerSecond, seconds, rounds, quickShops, atPace, flatOut, beside, backlog } =
    result;
  return [
    `${date}, ${machine}. ${rounds} pairs of slices of ${seconds} s, orders at ${number(ordersPerSecond)} a second unless told; ` +
      'the receiver is a process of its own, over TLS. Figures are medians, ratios those of pairs.',
    ...[
      { pairs: result.atEase, perSecond: result.atEasePerSecond },
      { pairs: atPace, perSecond: ordersPerSecond },
    ].map(({ pairs, perSecond }) =>
      comparison([`an order, ${number(perSecond)} a second`, 'nobody told', 'one endpoint told'], pairs, [
        ['p50 ms', 'p50Ms'],
        ['p99 ms', 'p99Ms'],
        ['program, µs an order, all that follows included', 'programMicroseconds'],
        ['PostgreSQL, µs an order, all that follows included', 'postgresMicroseconds'],
        ['from the order to its arrival, p50 ms', 'lagP50Ms'],
        ['from the order to its arrival, p99 ms', 'lagP99Ms'],
      ]),
    ),
    comparison(['64 connections, as many as go', 'nobody told', 'one endpoint told'], flatOut, [
      ['orders a second', 'ordersPerSecond'],
      ['p50 ms', 'p50Ms'],
    ]),
    comparison(
      [`${quickShops} quick endpoints`, 'beside one that answers', 'beside one that hangs'],
      beside,
      [
        ['from the order to its arrival, p50 ms', 'lagP50Ms'],
        ['from the order to its arrival, p99 ms', 'lagP99Ms'],
        ['an order: p50 ms', 'p50Ms'],
      ],
    ),
    comparison(
      [`an order beside ${number(backlog.events)} waiting events of others`, 'standing still', 'draining'],
      backlog.pairs,
      [
        ['p50 ms', 'p50Ms'],
        ['p99 ms', 'p99Ms'],
        ['deliveries in a slice', 'arrived'],
      ],
    ),
    `With nothing else to do: ${number(deliveriesPerSecond(result.draining))} deliveries a second to one endpoint.`,
    sizeTable(backlog),
    targetTable(result.targets),
    result.problems.length === 0
      ? 'Every order acknowledged with 201 is in the database, no other reply was seen, and all that waited arrived.'
      : `**Problems**\n\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`,
  ].join('\n\n');
}

function comparison(
  head: [what: string, without: string, withIt: string],
  pairs: readonly Pair[],
  rows: readonly (readonly [name: string, of: keyof Slice])[],
): string {
  const shown = rows.map(([name, of]) => {
    const [without, withIt] = (['without', 'with'] as const).map((side) =>
      median(pairs.flatMap((pair) => pair[side][of] ?? [])),
    );
    return [name, figure(without), figure(withIt), figure(ratioOf(pairs, of))];
  });
  return table([[...head, '÷'], ...shown]);
}

function sizeTable({ rows, bytes }: WebhooksResult['backlog']): string {
  const tables = Object.keys(rows) as (keyof Sizes)[];
  return table([
    ['on disk, with indexes', 'rows', 'MB', 'bytes a row'],
    ...tables.map((name) => [
      `\`${name}\``,
      number(rows[name]),
      megabytes(bytes[name]),
      number(bytes[name] / rows[name]),
    ]),
  ]);
}

/** The median of the pairs' ratios. */
function ratioOf(pairs: readonly Pair[], of: keyof Slice): number {
  return median(
    pairs.map((pair) => (pair.with[of] ?? NaN) / (pair.without[of] ?? NaN)).filter(Number.isFinite),
  );
}

function deliveriesPerSecond(draining: readonly Draining[]): number {
  return median(draining.map(({ deliveries, seconds }) => deliveries / seconds));
}
