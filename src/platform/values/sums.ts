// Sums of money. One amount is at most 10^12, which every reader of JSON holds; what enough of them add up to, not all do.

/** The largest whole number that a double holds with all numbers below it. A larger sum is told as this one: as much, or more. */
export const LARGEST_SUM = Number.MAX_SAFE_INTEGER;

/** @param sum the digits of a bigint or a whole numeric, as the driver gives them. @returns at most LARGEST_SUM to either side of 0 */
export function toSum(sum: string): number {
  return within(Number(sum));
}

/** Of two numbers that are sums. */
export function addSums(one: number, other: number): number {
  return within(one + other);
}

function within(sum: number): number {
  return Math.max(-LARGEST_SUM, Math.min(LARGEST_SUM, sum));
}
