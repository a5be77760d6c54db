// What is typed as the address of a shop: only a web page's is opened, and only our own links take the test's word along.
import { shopAddress } from '../../../web/dashboard/app/browser-script/shop-address.js';

const links = ['https://go.example.com/r/', 'http://127.0.0.1:3000/aff/r/'];
const of = (typed: string) => shopAddress(typed, links, 'check-1');

it.each([
  ['https://shop.example.com/landing?colour=red#top', 'https://shop.example.com/landing?colour=red#top'],
  [' shop.example.com ', 'https://shop.example.com/'],
  ['http://localhost:8080', 'http://localhost:8080/'],
  ['http://[::1]:8080/', 'http://[::1]:8080/'],
  ['https://go.example.com/docs', 'https://go.example.com/docs'],
])('%s is opened as it is', (typed, href) => {
  expect(of(typed)).toEqual({ href, isLink: false });
});

it.each([
  ['https://go.example.com/r/summer-blog', 'https://go.example.com/r/summer-blog?rctest=check-1'],
  ['go.example.com/r/a?utm_source=x', 'https://go.example.com/r/a?utm_source=x&rctest=check-1'],
  ['http://127.0.0.1:3000/aff/r/a?rctest=old', 'http://127.0.0.1:3000/aff/r/a?rctest=check-1'],
])('%s is a link, and takes the word along', (typed, href) => {
  expect(of(typed)).toEqual({ href, isLink: true });
});

it.each([
  '',
  '  ',
  'shop',
  'javascript:alert(1)',
  'javascript://shop.example.com/%0aalert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://shop.example.com',
  'https://',
  'two words',
])('%s is none', (typed) => {
  expect(of(typed)).toBeNull();
});
