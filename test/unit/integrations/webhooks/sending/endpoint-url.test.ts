// What may be saved as the URL of an endpoint, by a corpus of those that try to be more.
import fc from 'fast-check';
import { AddressGuard } from '#integrations/webhooks/sending/address-guard.js';
import {
  checkEndpointUrl,
  endpointUrlMessages as words,
} from '#integrations/webhooks/sending/endpoint-url.js';

const check = (text: string, mode: 'live' | 'test' = 'live', allow: string[] = []) =>
  checkEndpointUrl(text, mode, new AddressGuard(allow, []));

it.each([
  ['https://example.com/hooks?shop=1', 'https://example.com/hooks?shop=1'],
  ['HTTPS://Example.COM', 'https://example.com/'],
  ['https://example.com:8443/a%00b', 'https://example.com:8443/a%00b'],
  ['https://example.com:443/', 'https://example.com/'],
  ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ['https://xn--bcher-kva.example/', 'https://xn--bcher-kva.example/'],
  ['https://a_b.example.com/', 'https://a_b.example.com/'],
  ['https://1.1.1.1/', 'https://1.1.1.1/'],
  ['https://16843009/', 'https://1.1.1.1/'],
  ['https://[2606:4700:4700::1111]:444/', 'https://[2606:4700:4700::1111]:444/'],
  ['https://example.com/a@b:c', 'https://example.com/a@b:c'],
])('%s is saved as %s', (text, url) => {
  expect(check(text)).toEqual({ url });
  expect(check(url)).toEqual({ url }); // and stays so
});

it.each([
  ...['http://example.com/', 'http://1.1.1.1/', 'ftp://example.com/', 'file:///etc/passwd', 'data:,x', ''],
  ...[
    'example.com',
    '//example.com/',
    '/hooks',
    'https:example.com',
    'https:/example.com',
    'https:///example.com',
  ],
  ...[
    'https:\\\\example.com\\',
    'https://example.com\\@10.0.0.1/',
    'https://example.com/a\\b',
    'https://\\example.com',
  ],
  ...[
    ' https://example.com/',
    'https://example.com/ ',
    'https://exam\tple.com/',
    'https://example.com/\n',
    'https://a\0b/',
  ],
  ...[
    'https://example.com/\u00a0',
    'https://exam\u200bple.com/',
    'https://example.com/\u202e',
    'https://',
    'https://?x',
  ],
  ...[
    'https://exa%00mple.com/',
    'https://[::1',
    'https://[fe80::1%25eth0]/',
    'https://256.256.256.256/',
    'https://1.2.3.4.5/',
  ],
  ...[
    'https://example.com:99999/',
    'https://example.com:https/',
    'https://xn--/',
    'jav\nascript:alert(1)',
    'https://%/',
  ],
])('%j is no https URL', (text) => {
  expect(check(text)).toEqual({ message: words.noUrl });
});

it.each([
  ...[
    'https://user@example.com/',
    'https://user:secret@example.com/',
    'https://@example.com/',
    'https://:@example.com/',
  ],
  ...['https://example.com@127.0.0.1/', 'https://example.com:443@10.0.0.1:80/', 'https://a%40b@example.com/'],
])('%s names a user', (text) => {
  expect(check(text)).toEqual({ message: words.user });
});

it.each(['https://example.com/#a', 'https://example.com#@10.0.0.1/', 'https://example.com/?a#'])(
  '%s has a fragment',
  (text) => {
    expect(check(text)).toEqual({ message: words.fragment });
  },
);

it.each([
  'https://example.com:0/',
  'https://example.com:000',
  'https://example.com:',
  'https://[2606::1]:0/',
])('%s has no port', (text) => {
  expect(check(text)).toEqual({ message: words.port });
});

/** Each leads inside, or nowhere; what they have in common is all that is told. */
const INSIDE = [
  ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0x7f.1', '017700000001', '0177.0.0.1', '127.0.0.1.'],
  ...[
    '0',
    '0.0.0.0',
    '0x0',
    '000',
    '[::]',
    '[::1]',
    '[0:0:0:0:0:0:0:1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
  ],
  ...[
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '[2001:0:1::1]',
    '%31%32%37.0.0.1',
    '①②⑦.0.0.1',
  ],
  ...[
    '127。0。0。1',
    '10.0.0.1',
    '192.168.1.1',
    '172.16.0.1',
    '169.254.169.254',
    '0xa9fea9fe',
    '[fd00:ec2::254]',
  ],
  ...['[fe80::1]', '[fc00::1]', '255.255.255.255', '224.0.0.1', '100.64.0.1', '168.63.129.16'],
  ...[
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'ｌｏｃａｌｈｏｓｔ',
    'loc%61lhost',
    'example.com.',
  ],
  ...[
    'intranet',
    'metadata',
    'exa$mple.com',
    'a..b',
    '.example.com',
    `${'a'.repeat(64)}.com`,
    'a,b.com',
    'a;b.com',
  ],
];

it.each(INSIDE)('https://%s/ reads like any other host that may not be', (host) => {
  expect(check(`https://${host}/`)).toEqual({ message: words.host });
  expect(check(`https://${host}:8443/a`, 'test')).toEqual({ message: words.host });
});

describe('http', () => {
  const hosts = ['localhost', '127.0.0.1', '[::1]'];
  const allow = ['localhost', '127.0.0.1', '::1'];

  it.each(hosts)('is for %s, in test mode, where WEBHOOK_ALLOW opens it', (host) => {
    const url = `http://${host}:4000/`;
    expect(check(url, 'test', allow)).toEqual({ url });
    expect(check(url, 'live', allow)).toEqual({ message: words.noUrl });
    expect(check(url, 'test')).toEqual({ message: words.noUrl });
  });

  it('is for localhost where its address is open', () => {
    for (const open of ['127.0.0.0/8', '::1'])
      expect(check('http://localhost:4000/', 'test', [open])).toEqual({ url: 'http://localhost:4000/' });
  });

  it('is for no other host, though it is open', () => {
    for (const host of ['10.0.0.1', 'receiver', 'receiver.internal', 'example.com'])
      expect(check(`http://${host}/`, 'test', ['10.0.0.0/8', 'receiver', 'receiver.internal'])).toEqual({
        message: words.noUrl,
      });
  });
});

it('WEBHOOK_ALLOW opens https to hosts inside, in both modes', () => {
  const allow = ['10.0.0.0/8', 'receiver.internal', 'localhost'];
  for (const host of ['10.0.0.1', 'receiver.internal', 'receiver', 'localhost']) {
    const url = `https://${host}/`;
    expect([check(url, 'live', allow), check(url, 'test', allow)]).toEqual([{ url }, { url }]);
  }
  expect(check('https://192.168.0.1/', 'live', allow)).toEqual({ message: words.host });
});

it('2048 characters are the most, as they are written and as they are saved', () => {
  const long = `https://example.com/${'a'.repeat(2028)}`;
  expect(check(long)).toEqual({ url: long });
  expect(check(`${long}a`)).toEqual({ message: words.tooLong });
  expect(check(`https://example.com/${'é'.repeat(1000)}`)).toEqual({ message: words.tooLong });
});

it('whatever text comes, what is saved is a URL of https without a user, and is saved as itself', () => {
  const odd = fc.array(
    fc.constantFrom(
      'https://',
      'http:',
      '@',
      '#',
      '\\',
      '/',
      ':',
      '.',
      '%00',
      '[',
      ']',
      '::',
      '127.0.0.1',
      'a.com',
      'é',
      '0',
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        odd,
        fc.webUrl().map((url) => [url]),
        fc.string().map((text) => ['https://', text]),
      ),
      (parts) => {
        const result = check(parts.join(''));
        if ('message' in result) {
          expect(Object.values(words)).toContain(result.message);
          return;
        }
        const { protocol, username, password, hash } = new URL(result.url);
        expect([protocol, username, password, hash]).toEqual(['https:', '', '', '']);
        expect(check(result.url)).toEqual(result);
      },
    ),
    { numRuns: 2000 },
  );
});
