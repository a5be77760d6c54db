// What a comparison found, as Markdown: to be read on the terminal and pasted into docs/performance.md.
import { figure, megabytes, number, ratio, table } from '../report/markdown.js';
import type { Environment } from '../report/results.js';
import { targetTable } from '../report/target-table.js';
import type { Statements } from './measured.js';
import type { SubjectName } from './subject.js';
import type { Summary } from './summary.js';
import type { Target } from './targets.js';

export interface Comparison extends Summary, Environment {
  statementsPerConversion: Statements;
  floorBy: string;
  targets: Target[];
  problems: string[];
  seconds: number;
  rounds: number;
  took: number;
}

const titles: Record<SubjectName, string> = {
  service: 'service',
  typical: 'typical',
  floor: 'floor',
  bare: 'bare pg',
  nothing: 'nothing',
  oneAffiliate: 'one affiliate',
};
const overHttp = ['service', 'typical', 'nothing', 'oneAffiliate'] as const;

export function reportOf(result: Comparison): string {
  const { rounds, seconds, took, machine, date } = result;
  return [
    `${date}, ${machine}. Medians of ${rounds} rounds of ${seconds} s each; all in all ${Math.round(took)} s.`,
    `**Orders a second** (floor: ${result.floorBy === 'pgbench' ? 'pgbench' : 'a bare pg client, there being no pgbench'})`,
    throughputTable(result),
    '**Latency in milliseconds**, p50 / p99',
    latencyTable(result),
    '**Processor time for one order in microseconds**, program / PostgreSQL',
    processorTable(result),
    '**Of the service**',
    serviceTable(result),
    '**Targets**',
    targetTable(result.targets),
    result.problems.length === 0
      ? 'Every order acknowledged with 201 is in its database, once; no other reply was seen.'
      : `**Problems**\n\n${result.problems.map((problem) => `- ${problem}`).join('\n')}`,
  ].join('\n\n');
}

function throughputTable({ throughput }: Comparison): string {
  const names = Object.keys(titles) as SubjectName[];
  const by = ['typical', 'floor', 'nothing'] as const;
  return table([
    ['connections', ...names.map((name) => titles[name]), ...by.map((name) => `service ÷ ${name}`)],
    ...Object.entries(throughput).map(([connections, row]) => [
      connections,
      ...names.map((name) => number(row[name])),
      ...by.map((name) => ratio(row.service, row[name])),
    ]),
  ]);
}

function latencyTable({ latency }: Comparison): string {
  const names = [...overHttp, 'bare'] as const;
  return table([
    ['connections', ...names.map((name) => titles[name]), 'service p50 ÷ typical', 'service p99 ÷ p50'],
    ...Object.entries(latency).map(([connections, row]) => [
      connections,
      ...names.map((name) => `${figure(row[name]?.p50Ms)} / ${figure(row[name]?.p99Ms)}`),
      ratio(row.service?.p50Ms, row.typical?.p50Ms),
      ratio(row.service?.p99Ms, row.service?.p50Ms),
    ]),
  ]);
}

function processorTable({ processor }: Comparison): string {
  const names = Object.keys(titles) as SubjectName[];
  return table([
    ['connections', ...names.map((name) => titles[name])],
    ...Object.entries(processor).map(([connections, row]) => [
      connections,
      ...names.map((name) => `${number(row[name]?.program)} / ${number(row[name]?.postgres)}`),
    ]),
  ]);
}

function serviceTable({ memory, batchSize, settleMs, statementsPerConversion: counts }: Comparison): string {
  const statements = (connections: string, name: 'service' | 'typical') => {
    const count = counts[connections]?.[name];
    return `${figure(count?.statements)} + ${figure(count?.commands)}`;
  };
  return table([
    [
      'connections',
      'orders in a transaction',
      'SQL statements an order',
      "typical's",
      'MB of memory',
      "typical's",
      'work afterwards, ms',
    ],
    ...Object.entries(memory).map(([connections, row]) => [
      connections,
      batchSize[connections]?.service === undefined ? 'n/a' : figure(batchSize[connections].service),
      statements(connections, 'service'),
      statements(connections, 'typical'),
      megabytes(row.service),
      megabytes(row.typical),
      number(settleMs[connections]?.service),
    ]),
  ]);
}
