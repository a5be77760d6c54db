// What an overload did, as Markdown.
import { atMost, type Target } from '../compare/targets.js';
import type { LoadResult } from '../load/load-client.js';
import { figure, megabytes, number, table } from '../report/markdown.js';
import type { Environment } from '../report/results.js';
import { targetTable } from '../report/target-table.js';
import type { Checked } from './ledger.js';

export interface Measured extends Checked {
  seconds: number;
  /** Orders a second. */
  capacity: number;
  offered: number;
  /** At half of the capacity. */
  before: LoadResult;
  during: LoadResult;
  /** Windows of two seconds, the first right after the overload. */
  after: LoadResult[];
  /** Resident memory of the service, each second. */
  memoryBytes: number[];
}

export interface OverloadResult extends Measured, Environment {
  targets: Target[];
}

export function overloadTargets({ seconds, memoryBytes, before, after }: Measured): Target[] {
  const third = Math.floor(seconds / 3);
  const most = (from: number, to: number) => Math.max(...memoryBytes.slice(from, to));
  const second = after[1];
  return [
    atMost(
      'most memory in the last third ÷ in the first',
      1.25,
      most(seconds - third, seconds),
      most(0, third),
    ),
    atMost('p99 from 2 s to 4 s after ÷ before', 1.5, second?.p99Ms, before.p99Ms),
  ].filter((target) => target !== null);
}

export function reportOf(result: OverloadResult): string {
  const { date, machine, seconds, capacity, offered, before, during, after, problems } = result;
  const row = (what: string, load: LoadResult) => [
    what,
    number(load.replies['201'] ?? 0),
    number(load.replies['503'] ?? 0),
    number(load.lost),
    number(load.unsent),
    figure(load.p50Ms),
    figure(load.p99Ms),
    figure(load.maxMs),
  ];
  return [
    `${date}, ${machine}. Capacity ${number(capacity)} orders a second (256 connections); ${number(offered)} offered for ${seconds} s, of which ${number((during.replies['201'] ?? 0) / seconds)} a second were recorded. ` +
      'Before and after: half of the capacity. Latency counts from when a request was due.',
    table([
      ['', '201', '503', 'no reply', 'not sent', 'p50 ms', 'p99 ms', 'longest ms'],
      row('before', before),
      row('overload', during),
      ...after.map((load, index) => row(`${2 * index} s to ${2 * index + 2} s after`, load)),
    ]),
    `**Memory in MB**, from the beginning of the overload: ${memoryLine(result)}`,
    targetTable(result.targets),
    problems.length === 0
      ? `Each of the ${number(result.acknowledged)} orders acknowledged with 201 is stored once, with one commission at most; every 503 had a Retry-After.`
      : `**Problems**\n\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
  ].join('\n\n');
}

/** Every fifth second is enough to see where it goes. */
function memoryLine({ memoryBytes }: Measured): string {
  return memoryBytes.flatMap((bytes, at) => (at % 5 === 0 ? [`${at} s ${megabytes(bytes)}`] : [])).join(', ');
}
