// What was to be reached, as ratios of one run, and what was. (Growth and overload have targets of their own.)
import type { Summary } from './summary.js';

export interface Target {
  what: string;
  wanted: string;
  reached: number;
  isReached: boolean;
}

/** Only those that this run can tell. */
export function targetsOf({ throughput, latency }: Summary): Target[] {
  const [at64, at1] = [throughput['64'], latency['1']];
  const service = latency['64']?.service;
  return [
    atLeast('throughput at 64 connections ÷ typical', 15, at64?.service, at64?.typical),
    atLeast('throughput at 64 connections ÷ floor', 1.5, at64?.service, at64?.floor),
    atLeast('throughput at 64 connections ÷ nothing', 1, at64?.service, at64?.nothing),
    atMost('p50 at 1 connection ÷ typical', 0.7, at1?.service?.p50Ms, at1?.typical?.p50Ms),
    atMost('p99 ÷ p50 at 64 connections', 3, service?.p99Ms, service?.p50Ms),
  ].filter((target) => target !== null);
}

export function atLeast(what: string, wanted: number, of?: number, by?: number): Target | null {
  if (of === undefined || by === undefined) return null;
  return { what, wanted: `≥ ${wanted}`, reached: of / by, isReached: of / by >= wanted };
}

export function atMost(what: string, wanted: number, of?: number, by?: number): Target | null {
  if (of === undefined || by === undefined) return null;
  return { what, wanted: `≤ ${wanted}`, reached: of / by, isReached: of / by <= wanted };
}
