// Percentiles of what was measured, and medians of rounds.

export interface LatencySummary {
  p50Ms: number;
  p99Ms: number;
  maxMs: number;
}

/** Median, 99th percentile and maximum; all 0 when nothing was measured. */
export function summarize(milliseconds: readonly number[]): LatencySummary {
  const sorted = Float64Array.from(milliseconds).sort();
  return { p50Ms: at(sorted, 0.5), p99Ms: at(sorted, 0.99), maxMs: at(sorted, 1) };
}

/** The middle value; of an even number, between the two in the middle. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] as number;
  return ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}

/** The value that this share (0 to 1) of all does not exceed; NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  return values.length === 0 ? NaN : at(Float64Array.from(values).sort(), share);
}

/** The smallest value that at least this share of all values does not exceed. */
function at(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
