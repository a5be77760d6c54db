// The command line of a fuzz run.
import { parseFuzzOptions } from './options.js';

it('without arguments it is 5000 requests to all operations, with a seed by chance', () => {
  const options = parseFuzzOptions([]);
  expect(options).toMatchObject({ requests: 5000, only: null });
  expect(options!.seed).toBeGreaterThanOrEqual(0);
  expect(Number.isInteger(options!.seed)).toBe(true);
});

it('number, seed and operation can be said', () => {
  const args = ['--requests', '20000', '--seed', '7', '--only', 'createPayout'];
  expect(parseFuzzOptions(args)).toEqual({ requests: 20_000, seed: 7, only: 'createPayout' });
});

it.each([['--help'], ['-h']])('%s asks for help', (argument) => {
  expect(parseFuzzOptions([argument])).toBeNull();
});

it.each([
  [['--request', '5'], /--request/],
  [['5000'], /5000/],
  [['--requests', '0'], /--requests 0.*whole number from 1/],
  [['--requests', '1e3'], /--requests 1e3/],
  [['--seed', 'x'], /--seed x/],
  [['--seed', '4294967296'], /--seed 4294967296/],
  [['--only', 'createNothing'], /createNothing: no operation/],
  [['--only', 'toString'], /toString: no operation/],
])('%j is refused, by name', (args, words) => {
  expect(() => parseFuzzOptions(args)).toThrow(words);
});
