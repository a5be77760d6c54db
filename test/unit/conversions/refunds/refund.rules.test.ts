// Which refund is new, which a repeat, and which is too much.
import fc from 'fast-check';
import { afterRefunds } from '#earnings/commissions/commission.js';
import {
  decideRefund,
  nameOf,
  type EarlierRefund,
  type RefundAsked,
} from '#conversions/refunds/refund.rules.js';

const AT = new Date('2026-11-22T09:00:00.000Z');
const asked = (fields: Partial<RefundAsked> = {}): RefundAsked => ({
  amount: null,
  refundId: null,
  ...fields,
});
const order = (amount: number, refundedAmount: number | null = null) => ({
  amount,
  refundedAmount: refundedAmount ?? 0,
  refundedAt: refundedAmount === null ? null : AT,
});

it.each<[string, RefundAsked, ReturnType<typeof order>, EarlierRefund[], object]>([
  ['everything', asked(), order(4990), [], { kind: 'NEW', name: 'rest', amount: 4990 }],
  ['a part', asked({ amount: 1 }), order(4990), [], { kind: 'NEW', name: 'amount:1', amount: 1 }],
  [
    'all that is left',
    asked({ amount: 3990 }),
    order(4990, 1000),
    [{ name: 'amount:1000', amount: 1000 }],
    { kind: 'NEW', amount: 3990 },
  ],
  [
    'what is left',
    asked(),
    order(4990, 1000),
    [{ name: 'amount:1000', amount: 1000 }],
    { kind: 'NEW', name: 'rest', amount: 3990 },
  ],
  [
    'the same amount without an id',
    asked({ amount: 1000 }),
    order(4990, 1000),
    [{ name: 'amount:1000', amount: 1000 }],
    { kind: 'REPEAT' },
  ],
  [
    'the same amount with an id',
    asked({ amount: 1000, refundId: 'a' }),
    order(4990, 1000),
    [{ name: 'amount:1000', amount: 1000 }],
    { kind: 'NEW', name: 'id:a' },
  ],
  [
    'the same id',
    asked({ amount: 1000, refundId: 'a' }),
    order(4990, 1000),
    [{ name: 'id:a', amount: 1000 }],
    { kind: 'REPEAT' },
  ],
  [
    'the same id without its amount',
    asked({ refundId: 'a' }),
    order(4990, 1000),
    [{ name: 'id:a', amount: 1000 }],
    { kind: 'REPEAT' },
  ],
  [
    'the same id with another amount',
    asked({ amount: 999, refundId: 'a' }),
    order(4990, 1000),
    [{ name: 'id:a', amount: 1000 }],
    { kind: 'OTHER_AMOUNT', yours: 999, ours: 1000 },
  ],
  [
    'the same id with another amount, when nothing is left',
    asked({ amount: 999, refundId: 'a' }),
    order(1000, 1000),
    [{ name: 'id:a', amount: 1000 }],
    { kind: 'OTHER_AMOUNT' },
  ],
  [
    'the same id, which had asked for more than there was',
    asked({ amount: 6000, refundId: 'a' }),
    order(4990, 4990),
    [{ name: 'id:a', amount: 4990, askedAmount: 6000 }],
    { kind: 'REPEAT' },
  ],
  [
    'the same amount, which was more than there was',
    asked({ amount: 6000 }),
    order(4990, 4990),
    [{ name: 'amount:6000', amount: 4990, askedAmount: 6000 }],
    { kind: 'NOTHING_LEFT' },
  ],
  [
    'more than there is',
    asked({ amount: 4991 }),
    order(4990),
    [],
    { kind: 'TOO_MUCH', yours: 4991, ours: 4990 },
  ],
  [
    'more than is left',
    asked({ amount: 3991, refundId: 'b' }),
    order(4990, 1000),
    [{ name: 'id:a', amount: 1000 }],
    { kind: 'TOO_MUCH', yours: 3991, ours: 3990 },
  ],
  [
    'anything, when nothing is left',
    asked({ amount: 77 }),
    order(4990, 4990),
    [{ name: 'rest', amount: 4990 }],
    { kind: 'NOTHING_LEFT' },
  ],
  [
    'everything again',
    asked(),
    order(4990, 4990),
    [{ name: 'rest', amount: 4990 }],
    { kind: 'NOTHING_LEFT' },
  ],
  [
    'a new id, when nothing is left',
    asked({ refundId: 'z' }),
    order(4990, 4990),
    [{ name: 'rest', amount: 4990 }],
    { kind: 'NOTHING_LEFT' },
  ],
  [
    'the id that took the rest',
    asked({ refundId: 'a' }),
    order(4990, 4990),
    [{ name: 'id:a', amount: 4990 }],
    { kind: 'REPEAT' },
  ],
  ['an order of amount 0', asked(), order(0), [], { kind: 'NEW', name: 'rest', amount: 0 }],
  [
    'an order of amount 0, again',
    asked(),
    order(0, 0),
    [{ name: 'rest', amount: 0 }],
    { kind: 'NOTHING_LEFT' },
  ],
  [
    'an amount of an order of amount 0',
    asked({ amount: 1 }),
    order(0),
    [],
    { kind: 'TOO_MUCH', yours: 1, ours: 0 },
  ],
])('%s', (_what, request, refundable, earlier, outcome) => {
  expect(decideRefund(request, refundable, earlier)).toMatchObject(outcome);
});

it('whatever is asked for in whatever order, never more than the order is given back, and all of it repeated changes nothing', () => {
  const request = fc.record({
    amount: fc.option(fc.integer({ min: 1, max: 60 }), { nil: null }),
    refundId: fc.option(fc.constantFrom('a', 'b', 'c'), { nil: null }),
  });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100 }),
      fc.array(request, { maxLength: 12 }),
      (amount, requests) => {
        const earlier: EarlierRefund[] = [];
        const state = { amount, refundedAmount: 0, refundedAt: null as Date | null };
        const apply = (one: RefundAsked) => {
          const outcome = decideRefund(one, state, earlier);
          if (outcome.kind !== 'NEW') return outcome.kind;
          earlier.push({ name: outcome.name, amount: outcome.amount });
          state.refundedAmount += outcome.amount;
          state.refundedAt = AT;
          return outcome.kind;
        };
        const kinds = requests.map(apply);
        expect(state.refundedAmount).toBeLessThanOrEqual(amount);
        expect(new Set(earlier.map(({ name }) => name)).size).toBe(earlier.length);
        const recorded = requests.filter((_, index) => kinds[index] === 'NEW');
        const before = state.refundedAmount;
        for (const one of recorded) expect(['REPEAT', 'NOTHING_LEFT']).toContain(apply(one));
        expect(state.refundedAmount).toBe(before);
      },
    ),
    { numRuns: 2000 },
  );
});

it('two requests have one name only if the second repeats the first', () => {
  expect(nameOf(asked({ refundId: 'rest' }))).not.toBe(nameOf(asked()));
  expect(nameOf(asked({ refundId: 'amount:5' }))).not.toBe(nameOf(asked({ amount: 5 })));
});

describe('what refunds leave of a commission', () => {
  it.each([
    [499, 4990, 1490, 350],
    [499, 4990, 4990, 0],
    [1, 2, 1, 1], // 0.5: half away from zero
    [500, 4990, 1, 500],
    [5, 10, 7, 2], // 1.5
    [0, 10, 5, 0],
    [700, 0, 0, 0], // an order of amount 0 was cancelled
    [1e12, 1e12, 1, 1e12 - 1],
    [999_999_999_999, 1e12, 333_333_333_333, 666_666_666_666],
  ])('%d of an order of %d with %d given back: %d', (original, amount, refunded, left) => {
    expect(afterRefunds(original, amount, refunded)).toBe(left);
  });

  it('only ever falls, is never negative, and is all or nothing at the ends', () => {
    const amounts = fc.integer({ min: 1, max: 1_000_000 });
    fc.assert(
      fc.property(amounts, amounts, amounts, amounts, (original, amount, one, other) => {
        const [less, more] = [Math.min(one, other) % (amount + 1), Math.max(one, other) % (amount + 1)].sort(
          (a, b) => a - b,
        );
        const [a, b] = [afterRefunds(original, amount, less!), afterRefunds(original, amount, more!)];
        expect(a).toBeGreaterThanOrEqual(b);
        expect(b).toBeGreaterThanOrEqual(0);
        expect(afterRefunds(original, amount, 0)).toBe(original);
        expect(afterRefunds(original, amount, amount)).toBe(0);
      }),
    );
  });
});
