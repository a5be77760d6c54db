// The pages that are offered to who asked for one that is not there.
import { nearestPages, type NamedPage } from '#pages/docs/nearest-pages.js';

const pages: NamedPage[] = [
  { address: '/docs/record-postback', title: 'Record a conversion', name: 'recordPostback' },
  { address: '/docs/refund-conversion', title: 'Refund a conversion', name: 'refundConversion' },
  { address: '/docs/refunds', title: 'Refunds', name: '' },
  { address: '/docs/errors', title: 'Errors', name: '' },
  { address: '/docs/test-mode', title: 'Test mode', name: '' },
];
const found = (asked: string) => nearestPages(asked, pages).map(({ address }) => address);

it.each([
  ['recordPostback', '/docs/record-postback'],
  ['record-postbak', '/docs/record-postback'],
  ['refunds', '/docs/refunds'],
  ['error.html', '/docs/errors'],
  ['testing', '/docs/test-mode'],
])('%s means %s', (asked, address) => {
  expect(found(asked)[0]).toBe(address);
});

it.each(['wp-login.php', '', '%00', '..', 'a'.repeat(5000), 'x-'.repeat(2000)])(
  '%s is like nothing here',
  (asked) => {
    expect(found(asked)).toEqual([]);
  },
);
