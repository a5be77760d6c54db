// What the dashboard's screens took, as Markdown.
import { atMost, type Target } from '../compare/targets.js';
import { median, percentile } from '../load/latency.js';
import { figure, number, ratio, table } from '../report/markdown.js';
import type { Environment } from '../report/results.js';
import { targetTable } from '../report/target-table.js';

export interface OrderFigures {
  p50Ms: number;
  p99Ms: number;
}

export interface ScreenResult {
  name: string;
  usableAfterMs: number[];
  /** By number of viewers: how long its calls took. */
  waitsMs: Record<string, number[]>;
}

export interface DashboardResult extends Environment {
  orders: number;
  ratePerSecond: number;
  seconds: number;
  rounds: number;
  /** Numbers of viewers; the first is none. */
  viewers: number[];
  screens: ScreenResult[];
  /** By number of viewers, a figure for each round. */
  recording: Record<string, OrderFigures[]>;
  targets: Target[];
  problems: string[];
}

type Measured = Pick<DashboardResult, 'screens' | 'recording' | 'viewers'>;

export function dashboardTargets({ screens, recording, viewers }: Measured): Target[] {
  const list = screens.find(({ name }) => name === 'orders');
  const [none, ...some] = viewers;
  const targets = [
    atMost('s until the list of orders can be used', 1, list && median(list.usableAfterMs) / 1000, 1),
    ...some.map((count) =>
      atMost(
        `an order's p50 beside ${count} viewer${count === 1 ? '' : 's'} ÷ beside none`,
        1.05,
        medianOf(recording, count, 'p50Ms'),
        medianOf(recording, none, 'p50Ms'),
      ),
    ),
  ];
  return targets.filter((target) => target !== null);
}

export function reportOf(result: DashboardResult): string {
  const { date, machine, orders, ratePerSecond, seconds, rounds, viewers, screens, recording } = result;
  const [none, ...some] = viewers;
  return [
    `${date}, ${machine}. One merchant with ${number(orders)} orders; ${number(ratePerSecond)} more a second are recorded meanwhile. ` +
      `${rounds} rounds of ${seconds} s for each number of viewers, in turns.`,
    table([
      [
        'screen',
        'usable after ms',
        'calls',
        ...some.flatMap((count) => [`p50 ms, ${count}`, `p95 ms, ${count}`]),
      ],
      ...screens.map(({ name, usableAfterMs, waitsMs }) => [
        name,
        number(median(usableAfterMs)),
        number(some.reduce((sum, count) => sum + (waitsMs[count]?.length ?? 0), 0)),
        ...some.flatMap((count) =>
          [0.5, 0.95].map((share) => figure(percentile(waitsMs[count] ?? [], share))),
        ),
      ]),
    ]),
    table([
      ['viewers', 'orders: p50 ms', '÷ none', 'p99 ms', '÷ none'],
      ...viewers.map((count) => [
        number(count),
        ...(['p50Ms', 'p99Ms'] as const).flatMap((name) => [
          figure(medianOf(recording, count, name)),
          ratio(medianOf(recording, count, name), medianOf(recording, none, name)),
        ]),
      ]),
    ]),
    targetTable(result.targets),
    result.problems.length === 0
      ? 'Every order acknowledged with 201 is in the database, no other reply was seen, and every call of a screen was answered with 200.'
      : `**Problems**\n\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`,
  ].join('\n\n');
}

function medianOf(
  recording: Record<string, OrderFigures[]>,
  viewers: number | undefined,
  name: keyof OrderFigures,
): number {
  return median((recording[String(viewers)] ?? []).map((figures) => figures[name]));
}
