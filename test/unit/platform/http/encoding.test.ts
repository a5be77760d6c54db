// Accept-Encoding as RFC 9110 means it.
import { encodingFor } from '#platform/http/encoding.js';

it.each([
  ['gzip', 'gzip'],
  ['br', 'br'],
  ['gzip, deflate, br, zstd', 'br'],
  ['br;q=0.5, gzip;q=0.8', 'gzip'],
  ['gzip;q=1.0, identity; q=0.5, *;q=0', 'gzip'],
  ['GZIP', 'gzip'],
  ['x-gzip', 'gzip'],
  ['*', 'br'],
  ['*, br;q=0', 'gzip'],
  ['gzip;q=0.001', 'gzip'],
  ['identity, gzip', 'gzip'],
  ['gzip ; q=0.2 ,br ;q=0.1', 'gzip'],
  ['identity;q=0', null],
  ['identity, gzip;q=0.5', null],
  ['gzip;q=0', null],
  ['gzip;q=0.000, br;q=0', null],
  ['gzip;q=0, br;q=0, *', null],
  ['*;q=0', null],
  ['deflate, zstd', null],
  ['gzip;q=2', null],
  ['gzip;q=x', null],
  ['gzip;q=', null],
  ['gzipped', null],
  ['', null],
  [',;,', null],
  [undefined, null],
])('of gzip and brotli, who accepts %j gets %j', (accepted, encoding) => {
  expect(encodingFor(accepted === undefined ? {} : { 'accept-encoding': accepted }, ['br', 'gzip'])).toBe(
    encoding,
  );
});

it('what there is not is not sent, however much it is wanted', () => {
  expect(encodingFor({ 'accept-encoding': 'br, gzip;q=0.1' }, ['gzip'])).toBe('gzip');
  expect(encodingFor({ 'accept-encoding': 'br' }, ['gzip'])).toBeNull();
});
