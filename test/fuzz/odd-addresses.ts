// Queries, paths, methods and headers that callers send by mistake, and attackers on purpose.

/** null: none at all. */
export const mediaTypes: readonly (string | null)[] = [
  ...[null, '', 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', '*/*'],
  ...['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset="UTF-8"', 'json'],
  ...['application/json; charset=latin1', 'application/json; charset=', 'application/json;', ';', 'a/b;c=d'],
  ...['application/vnd.api+json', 'application/json, text/plain', 'application/jsonx', 'text/json'],
];

/** Percent signs that promise no UTF-8, or nothing at all; and one that stands for itself. */
const brokenEscapes = ['%FF', '%F0%9F%98', '%ED%A0%80', '%zz', '%', '%2', '%25'];

/** Percent-encoded. */
export const queryValues: readonly string[] = [
  ...[
    '',
    '%20',
    '0',
    '1',
    '-1',
    '-0',
    '1.5',
    '1e3',
    '0x10',
    '010',
    '+1',
    'NaN',
    'Infinity',
    '1e999',
    '%D9%A3',
  ],
  ...[
    '99999999999999999999',
    '9007199254740993',
    '10000',
    '10001',
    '2147483648',
    'true',
    'TRUE',
    'yes',
    'null',
  ],
  ...['%00', 'a%00b', ...brokenEscapes, '%F0%9F%98%80', '%0D%0Ax:y', '%E2%80%AE'],
  ...[
    '[]',
    '{}',
    '%5B%5D',
    'a,b',
    'a|b',
    '%27%20or%20%271%27=%271',
    '*',
    '..%2F..%2Fetc',
    '$1',
    '%25s',
    '\\',
  ],
  ...[
    '2026-02-30T00:00:00Z',
    '2026-02-28T23:59:60Z',
    '2026-02-28',
    '0000-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
  ],
  ...[
    '2026-11-01T00:00:00+01:00',
    '2026-11-01T00:00:00%2B01:00',
    '1970-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
  ],
  ...['0001-01-01T00:00:00%2B23:59', '9999-12-31T23:59:59-23:59', 'EUR', 'eur', 'XXX', 'ACTIVE', 'active'],
  ...['a'.repeat(64), 'a'.repeat(65), 'a'.repeat(256), 'a'.repeat(3000), '%F0%9F%98%80'.repeat(255)],
  ...[
    'AaIDoazjdvSoNOEkUB9VxQ',
    'AaIDoazjdvSoNOEkUB9VxR',
    '_____________________w',
    'AA',
    '=',
    'A'.repeat(200),
  ],
];

/** Instead of `name=value`. */
export const queryPieces: readonly string[] = [
  ...[
    '',
    '&',
    '=',
    '==',
    '=x',
    '&&a',
    '?',
    'a=b=c',
    'limit=1&limit=2',
    'limit[]=1',
    'limit[a]=1',
    'limit.a=1',
  ],
  ...[
    '__proto__=1',
    '__proto__[a]=1',
    'constructor=1',
    'toString=1',
    'hasOwnProperty=1',
    '%6Cimit=1',
    'limit%00=1',
  ],
  ...[
    Array.from({ length: 300 }, (_, index) => `p${index}=1`).join('&'),
    'a;b',
    '%zz=1',
    '%F0%9F%98=1',
    'a=1%26b=2',
  ],
];

/** Misspellings of a parameter. */
export function namesLike(name: string): string[] {
  return [`${name}s`, name.toUpperCase(), name.slice(1), `${name}[]`, `${name}%20`, `_${name}`, `${name}%00`];
}

/** From a valid step of a path to another. Percent-encoded. */
export const pathSteps: readonly ((step: string) => string)[] = [
  ...['%00', ...brokenEscapes, '%2F', '%2e%2e', '..%2f..%2fetc', '%20', '.'],
  ...[
    '%F0%9F%98%80',
    '%0D%0A',
    'null',
    'undefined',
    '0',
    '-1',
    '[object%20Object]',
    '__proto__',
    'constructor',
  ],
  ...[
    'a'.repeat(64),
    'a'.repeat(65),
    'a'.repeat(3000),
    '%F0%9F%98%80'.repeat(500),
    "'",
    '%22',
    '$1',
    '*',
    ':id',
    '',
  ],
  ...['export', 'bulk-approve', 'cmp_', 'aff_01m1dzpw00e67v766vvtayqg9r', 'zzz_01m1dzpw00e67v766vvtayqg9r'],
].map((text) => () => text);

/** From a valid path to another. */
export const paths: readonly ((path: string) => string)[] = [
  (path) => `${path}/`,
  (path) => `/${path}`,
  (path) => path.replaceAll('/', '//'),
  (path) => path.toUpperCase(),
  (path) => `${path}/more`,
  (path) => `${path}%20`,
  (path) => `${path}%00`,
  (path) => `${path};a=b`,
  (path) => `${path}.json`,
  (path) => `${path}/..`,
  (path) => `${path}/../../ping`,
  (path) => path.replace(/.$/, ''),
  (path) => path.replace('/v1/', '/v2/'),
  (path) => path.replace('/api', ''),
  (path) => path.replace('a', '%61'),
  (path) => path.replaceAll('/', '%2F').replace('%2F', '/'),
  (path) => path.replaceAll('/', '\\').replace('\\', '/'),
  () => '/',
  () => '/favicon.ico',
  () => '/%',
  () => '/%ff',
  () => '/.env',
  () => '/api/v1/__proto__',
  () => '/docs/..%2f..%2fpackage.json',
  () => '/docs/../package.json',
  () => '/docs/assets/%2e%2e/%2e%2e/package.json',
  () => `/${'a'.repeat(6000)}`,
  () => '*',
];

export const methods: readonly string[] = [
  ...['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD', 'HEAD', 'TRACE', 'PROPFIND', 'SEARCH'],
];

export const headers: readonly (readonly [name: string, value: string])[] = [
  ['x-request-id', 'fuzz.request_id-1'],
  ['x-request-id', 'a'.repeat(128)],
  ['x-request-id', 'a'.repeat(129)],
  ['x-request-id', ''],
  ['x-request-id', 'not well-formed'],
  ['accept', 'application/xml'],
  ['accept', 'text/html'],
  ['accept-encoding', 'gzip'],
  ['accept-encoding', 'br;q=1, gzip;q=0.1'],
  ['accept-encoding', 'identity;q=0, *;q=0'],
  ['accept-language', 'fr'],
  ['accept-language', 'a'.repeat(2000)],
  ['if-none-match', '*'],
  ['if-none-match', 'W/"x", "y"'],
  ['if-modified-since', 'Fri, 01 Jan 2100 00:00:00 GMT'],
  ['range', 'bytes=0-9'],
  ['range', 'bytes=-0,5-1'],
  ['origin', 'https://shop.example.com'],
  ['origin', 'null'],
  ['access-control-request-method', 'POST'],
  ['access-control-request-headers', 'content-type, x-anything'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'identity'],
  ['cookie', 'rcsid=%00; rc_session=%F0%9F%98; a=b'],
  ['cookie', `__proto__=1; ${'a=b; '.repeat(500)}`],
  ['host', 'evil.example.com'],
  ['x-forwarded-for', '256.1.1.1, ::1, unknown'],
  ['x-forwarded-host', 'evil.example.com'],
  ['x-forwarded-proto', 'gopher'],
  ['x-http-method-override', 'DELETE'],
  ['user-agent', 'Googlebot/2.1'],
  ['user-agent', ''],
  ['referer', 'not an address'],
  ['sec-gpc', '1'],
  ['purpose', 'prefetch'],
  ['expect', 'nonsense'],
  ['upgrade', 'websocket'],
  ['x-very-long', 'a'.repeat(17_000)],
];
