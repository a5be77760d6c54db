// What a 409 says: which fields differ, with both values, and none of what is not the caller's to see.
import { conflict, differencesIn, hidden, refuseDifferences } from '#platform/errors/conflict.js';
import { Failure } from '#platform/errors/failure.js';

const stored = { amount: 4990, currency: 'EUR', isSynthetic: false };

it('names each field that differs, in order, with both values', () => {
  const sent = { ...stored, currency: 'CHF', amount: 5000 };
  expect(differencesIn(['amount', 'currency', 'isSynthetic'], sent, stored)).toEqual([
    { field: 'amount', yours: 5000, ours: 4990 },
    { field: 'currency', yours: 'CHF', ours: 'EUR' },
  ]);
});

it('a repeat that says the same is not refused', () => {
  expect(() =>
    refuseDifferences('DIFFERENT_ORDER', differencesIn(['amount'], stored, { ...stored }), String),
  ).not.toThrow();
});

it('a repeat that contradicts is refused with 409, in words that name the fields', () => {
  const differences = [...differencesIn(['amount'], { amount: 1 }, stored), hidden('affiliateId')];
  const refuse = () => refuseDifferences('DIFFERENT_ORDER', differences, (fields) => `Another ${fields}.`);
  expect(refuse).toThrow(conflict('DIFFERENT_ORDER', differences, 'Another amount and affiliateId.'));
  expect(refuse).toThrow(Failure);
  expect(conflict('NOTHING_TO_PAY', [hidden('email', 'is taken')])).toMatchObject({
    status: 409,
    reason: 'NOTHING_TO_PAY',
    details: [{ path: ['email'], message: 'is taken', field: 'email', yours: null, ours: null }],
  });
  expect(differences[1]).toEqual({ field: 'affiliateId', yours: null, ours: null });
});
