// What an attributed order earns. The oracle is schoolbook: whole quotient, remainder, and half is rounded away from zero.
import fc from 'fast-check';
import { decideCommission, needsClaim, percentageOf } from '#earnings/commissions/commission.js';
import type { Terms } from '#program/campaigns/terms.js';
import { terms } from '../../conversions/attribution/facts.js';

const AMOUNT = fc.oneof(
  fc.integer({ min: 0, max: 20_000 }),
  fc.maxSafeInteger().map((n) => Math.abs(n) % (1e12 + 1)),
  fc.constantFrom(0, 1, 4_999, 5_000, 5_001, 1e12 - 1, 1e12),
);
const RATE = fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.constantFrom(1, 5_000, 9_999, 10_000));
const order = (amount: number, occurredAt = '2026-03-31T12:00:00.000Z') => ({
  amount,
  currency: 'JPY',
  occurredAt: new Date(occurredAt),
});
const earned = (amount: number, currency: string) => ({ result: 'EARNED', amount, currency });
const nothing = (result: string) => ({ result, amount: null, currency: null });

/** By decimal strings: shift the point by four digits, look at what is behind it. */
function schoolbook(amount: number, basisPoints: number): number {
  const digits = (BigInt(amount) * BigInt(basisPoints)).toString().padStart(5, '0');
  const whole = BigInt(digits.slice(0, -4));
  return Number(digits.slice(-4) >= '5000' ? whole + 1n : whole);
}

describe('a percentage', () => {
  it('is exact to the minor unit, half rounded away from zero, up to 10^12 at every rate', () => {
    fc.assert(
      fc.property(AMOUNT, RATE, (amount, rate) => {
        expect(percentageOf(amount, rate)).toBe(schoolbook(amount, rate));
      }),
      { numRuns: 5000 },
    );
  });

  it('is never negative, never more than the order, and a whole number', () => {
    fc.assert(
      fc.property(AMOUNT, RATE, (amount, rate) => {
        const commission = percentageOf(amount, rate);
        expect(Number.isSafeInteger(commission) && commission >= 0 && commission <= amount).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    [5, 1000, 1], // 0.5
    [4, 1000, 0], // 0.4
    [15, 1000, 2], // 1.5
    [25, 1000, 3], // 2.5: not banker's rounding
    [4990, 1000, 499],
    [5000, 1, 1], // 0.5
    [4999, 1, 0], // 0.4999
    [1e12, 10_000, 1e12],
    [1e12 - 1, 9_999, 999_899_999_999], // 999,899,999,999.0001: past what a double's product holds
    [0, 10_000, 0],
  ])('of %d at %d basis points is %d', (amount, rate, commission) => {
    expect(percentageOf(amount, rate)).toBe(commission);
  });

  it("is paid in the order's currency, not the campaign's", () => {
    expect(decideCommission(terms(), order(1234), null)).toEqual(earned(123, 'JPY'));
  });

  it('of nothing is a commission of 0', () => {
    expect(decideCommission(terms(), order(0), null)).toEqual(earned(0, 'JPY'));
  });
});

describe('a flat sum', () => {
  it("is the campaign's, in the campaign's currency, whatever the order's amount", () => {
    const flat = terms({ commissionType: 'FIXED', commissionRate: 800, currency: 'EUR' });
    fc.assert(
      fc.property(AMOUNT, (amount) => {
        expect(decideCommission(flat, order(amount), null)).toEqual(earned(800, 'EUR'));
      }),
    );
  });
});

describe("a customer's later orders", () => {
  const first = new Date('2025-12-31T12:00:00.000Z');
  const once = terms({ commissionRecurring: false });
  const always = terms({ commissionRecurring: true, recurringMonthsLimit: null });
  const threeMonths = terms({ commissionRecurring: true, recurringMonthsLimit: 3 });

  it('earn nothing when only the first earns', () => {
    expect(decideCommission(once, order(1000), first)).toEqual(nothing('ALREADY_EARNED'));
    expect(decideCommission({ ...once, recurringMonthsLimit: 3 }, order(1000), first)).toEqual(
      nothing('ALREADY_EARNED'),
    );
  });

  it('all earn when commissions recur without end', () => {
    expect(decideCommission(always, order(1000), new Date(0))).toEqual(earned(100, 'JPY'));
  });

  it('earn within the months, to the millisecond inclusive', () => {
    expect(decideCommission(threeMonths, order(1000, '2026-03-31T12:00:00.000Z'), first)).toEqual(
      earned(100, 'JPY'),
    );
    expect(decideCommission(threeMonths, order(1000, '2026-03-31T12:00:00.001Z'), first)).toEqual(
      nothing('DURATION_ENDED'),
    );
  });

  it("are clamped at the month's end", () => {
    const february = terms({ commissionRecurring: true, recurringMonthsLimit: 2 });
    expect(decideCommission(february, order(1000, '2026-02-28T12:00:00.000Z'), first).result).toBe('EARNED');
    expect(decideCommission(february, order(1000, '2026-02-28T12:00:00.001Z'), first).result).toBe(
      'DURATION_ENDED',
    );
  });

  it('the first itself always earns', () => {
    for (const one of [once, always, threeMonths]) {
      expect(decideCommission(one, order(1000), null)).toEqual(earned(100, 'JPY'));
    }
  });

  it.each<[string, Terms, boolean]>([
    ['only the first earns', once, true],
    ['all earn for three months', threeMonths, true],
    ['all earn', always, false],
  ])('when %s, being first must be claimed: %#', (_, one, needed) => {
    expect(needsClaim(one)).toBe(needed);
  });
});
