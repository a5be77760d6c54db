// Minor units as decimal numbers, by ISO 4217, in text.
import { toDecimal } from '#earnings/payouts/payouts.csv.js';

it.each([
  [1, 'EUR', '0.01'],
  [10, 'EUR', '0.10'],
  [1949, 'EUR', '19.49'],
  [100000000000000, 'EUR', '1000000000000.00'],
  [1280, 'JPY', '1280'],
  [1, 'KWD', '0.001'],
  [1500, 'KWD', '1.500'],
  [12345, 'CLF', '1.2345'],
  [5, 'XXX', null],
])('%i minor units of %s are %s', (amount, currency, decimal) => {
  expect(toDecimal(amount, currency)).toBe(decimal);
});
