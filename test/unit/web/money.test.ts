// What the dashboard makes of amounts: exact, in the currency's own digits, whatever a person types.
import { formatMoney, fromTyped, toDecimal } from '../../../web/dashboard/app/i18n/money.js';

it.each([
  [4990, 'EUR', '49.90'],
  [5, 'EUR', '0.05'],
  [0, 'EUR', '0.00'],
  [-1490, 'EUR', '-14.90'],
  [4990, 'JPY', '4990'],
  [1234, 'KWD', '1.234'],
  [1_000_000_000_000, 'EUR', '10000000000.00'],
])('%d of %s is %s', (minor, currency, decimal) => {
  expect(toDecimal(minor, currency)).toBe(decimal);
  expect(fromTyped(decimal, currency)).toBe(minor < 0 ? null : minor);
});

it('digits are those of ISO 4217, not those of the browser', () => {
  // Here the two differ: Intl writes both without any.
  expect(new Intl.NumberFormat('en', { style: 'currency', currency: 'IQD' }).format(1)).not.toContain('.');
  expect(formatMoney(1234, 'IQD', 'en')).toContain('1.234');
  expect(formatMoney(1234, 'LAK', 'en')).toContain('12.34');
});

it.each([
  ['49,90', 4990],
  ['49.9', 4990],
  ['49', 4900],
  ['49.', 4900],
  ['.5', 50],
  ['1 234,50', 123450],
  ['1\u202f234,50', 123450],
  ['1,234.50', 123450],
  ['1.234,50', 123450],
  ["1'234.50", 123450],
  ['1,234,567', 123456700],
])('%s is an amount in euros', (typed, minor) => {
  expect(fromTyped(typed, 'EUR')).toBe(minor);
});

it.each([
  '',
  ' ',
  '.',
  'abc',
  '12a',
  '-5',
  '1.2.3',
  '1,23,4',
  '49,905',
  '1,234',
  '1e3',
  '€5',
  '99999999999999999',
])('"%s" is none', (typed) => {
  expect(fromTyped(typed, 'EUR')).toBeNull();
});

it('a currency without cents takes none', () => {
  expect(fromTyped('4990', 'JPY')).toBe(4990);
  expect(fromTyped('4,990', 'JPY')).toBe(4990);
  expect(fromTyped('49,9', 'JPY')).toBeNull();
});
