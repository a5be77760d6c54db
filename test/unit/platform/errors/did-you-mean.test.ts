// "Did you mean": helpful, not silly.
import fc from 'fast-check';
import { closestName, editDistance } from '#platform/errors/did-you-mean.js';

const KNOWN = [
  'externalId',
  'conversionType',
  'amount',
  'currency',
  'sessionId',
  'rcsid',
  'clickId',
  'cid',
  'customerId',
  'customerEmail',
];

it.each([
  ['externalID', 'externalId'],
  ['external_id', 'externalId'],
  ['EXTERNAL-ID', 'externalId'],
  ['ammount', 'amount'],
  ['amuont', 'amount'],
  ['curency', 'currency'],
  ['clickid', 'clickId'],
  ['sessionid', 'sessionId'],
  ['id', 'cid'],
])('%s means %s', (name, meant) => {
  expect(closestName(name, KNOWN)).toBe(meant);
});

it.each(['', 'x', 'xy', '__proto__', 'constructor', 'orderNumber', 'affiliate', 'k'.repeat(60_000)])(
  '%.20s means nothing known',
  (name) => {
    expect(closestName(name, KNOWN)).toBeNull();
  },
);

it('distance is a metric: zero for equals, symmetric, at most the longer length', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (left, right) => {
      expect(editDistance(left, left)).toBe(0);
      expect(editDistance(left, right)).toBe(editDistance(right, left));
      expect(editDistance(left, right)).toBeLessThanOrEqual(Math.max(left.length, right.length));
    }),
  );
});
