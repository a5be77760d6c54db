// Sums of money that not every reader of JSON holds.
import { addSums, toSum } from '#platform/values/sums.js';

it.each([
  ['0', 0],
  ['9007199254740991', 9007199254740991],
  ['9007199254740992', 9007199254740991],
  ['9100000000000000', 9007199254740991],
  ['123456789012345678901234567890', 9007199254740991],
  ['-49', -49],
  ['-9007199254740993', -9007199254740991],
])('a sum of %s is told as %d', (digits, told) => {
  expect(toSum(digits)).toBe(told);
});

it('what sums add up to is told as exactly that, or as the largest that is told', () => {
  expect(addSums(9007199254740000, 991)).toBe(9007199254740991);
  expect(addSums(9007199254740991, 1)).toBe(9007199254740991);
  expect(addSums(9007199254740991, 9007199254740991)).toBe(9007199254740991);
});
