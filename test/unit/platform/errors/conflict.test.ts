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
  expect(() => refuseDifferences(differencesIn(['amount'], stored, { ...stored }), String)).not.toThrow();
});

it('a repeat that contradicts is refused with 409, in words that name the fields', () => {
  const differences = [...differencesIn(['amount'], { amount: 1 }, stored), hidden('affiliateId')];
  const refuse = () => refuseDifferences(differences, (fields) => `Another ${fields}.`);
  expect(refuse).toThrow(conflict('Another amount and affiliateId.', differences));
  expect(refuse).toThrow(Failure);
  expect(conflict('', []).status).toBe(409);
  expect(differences[1]).toEqual({ field: 'affiliateId', yours: null, ours: null });
});
