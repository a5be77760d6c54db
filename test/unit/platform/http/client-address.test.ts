// Whatever a proxy writes beside an address, the address is what counts.
import { withoutPort } from '#platform/http/client-address.js';

it.each([
  ['203.0.113.9:4711', '203.0.113.9'],
  ['203.0.113.9', '203.0.113.9'],
  ['"203.0.113.9:4711"', '203.0.113.9'],
  ['[2001:db8::1]:4711', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['"[2001:db8::1]:4711"', '2001:db8::1'],
  ['2001:db8::1', '2001:db8::1'],
  ['[fe80::1%eth0]:4711', 'fe80::1%eth0'],
  ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  ['::ffff:203.0.113.9:4711', '::ffff:203.0.113.9'],
])('%s is %s', (text, address) => expect(withoutPort(text)).toBe(address));

it.each([
  '',
  'unknown',
  '_hidden',
  'shop.example:80',
  '[shop.example]:80',
  '203.0.113.9:http',
  '256.1.1.1:80',
  '"',
  '[]',
  ':1',
])('what is no address stays as it is: %s', (text) => expect(withoutPort(text)).toBe(text));
