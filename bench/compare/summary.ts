// Medians over the rounds.
import { median } from '../load/latency.js';
import type { Measured } from './measured.js';
import { subjectNames, type Slice, type SubjectName } from './subject.js';

/** By number of connections, then by subject. */
export type Table<Value> = Record<string, Partial<Record<SubjectName, Value>>>;

export interface Summary {
  /** Orders recorded a second. Where there is no pgbench, `floor` is the bare client's figure. */
  throughput: Table<number>;
  latency: Table<{ p50Ms: number; p99Ms: number }>;
  /** Microseconds on processors for one order. */
  processor: Table<{ program: number | null; postgres: number | null }>;
  /** Bytes. */
  memory: Table<number>;
  /** Orders in a transaction. */
  batchSize: Table<number>;
  /** For how long work went on after the last reply. */
  settleMs: Table<number>;
}

export function summarizeRounds(measured: readonly Measured[]): Summary {
  const of = (figure: (slice: Slice) => number | null) => tabulate(measured, figure);
  const latencies = { p50Ms: of((slice) => slice.p50Ms), p99Ms: of((slice) => slice.p99Ms) };
  const processor = {
    program: of((s) => s.programMicroseconds),
    postgres: of((s) => s.postgresMicroseconds),
  };
  const throughput = of((slice) => slice.requestsPerSecond);
  for (const row of Object.values(throughput)) {
    if (row.floor === undefined && row.bare !== undefined) row.floor = row.bare;
  }
  return {
    throughput,
    latency: join(latencies.p50Ms, latencies.p99Ms, (p50Ms, p99Ms) =>
      p50Ms === null || p99Ms === null ? null : { p50Ms, p99Ms },
    ),
    processor: join(processor.program, processor.postgres, (program, postgres) =>
      program === null && postgres === null ? null : { program, postgres },
    ),
    memory: of((slice) => slice.memoryBytes),
    batchSize: of((slice) => slice.batchSize),
    settleMs: of((slice) => slice.settleMs),
  };
}

function tabulate(measured: readonly Measured[], figure: (slice: Slice) => number | null): Table<number> {
  const table: Table<number> = {};
  for (const connections of levelsOf(measured)) {
    const row: Table<number>[string] = (table[connections] = {});
    for (const subject of subjectNames) {
      const figures = measured
        .filter((one) => one.connections === connections && one.subject === subject)
        .map(({ slice }) => figure(slice))
        .filter((value) => value !== null);
      if (figures.length > 0) row[subject] = median(figures);
    }
  }
  return table;
}

function join<Value>(
  left: Table<number>,
  right: Table<number>,
  make: (left: number | null, right: number | null) => Value | null,
): Table<Value> {
  const table: Table<Value> = {};
  for (const connections of Object.keys(left)) {
    const row: Table<Value>[string] = (table[connections] = {});
    for (const subject of subjectNames) {
      const value = make(left[connections]?.[subject] ?? null, right[connections]?.[subject] ?? null);
      if (value !== null) row[subject] = value;
    }
  }
  return table;
}

function levelsOf(measured: readonly Measured[]): number[] {
  return [...new Set(measured.map(({ connections }) => connections))].sort((a, b) => a - b);
}
