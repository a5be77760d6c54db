// Where a visitor is led. Browsers and the SDK read the address with URL and URLSearchParams, and so do the properties here.
import fc from 'fast-check';
import { landingAddress } from '#tracking/clicks/landing-address.js';

const ids = { sessionId: 'rcs_session', clickId: 'clk_click' };
const SHOP = 'https://shop.example/p';
const OURS = 'rcsid=rcs_session&cid=clk_click';

describe('the address', () => {
  it.each([
    ['has our ids', SHOP, '', `${SHOP}?${OURS}`],
    ['has them behind its own parameters', `${SHOP}?a=1`, '', `${SHOP}?a=1&${OURS}`],
    [
      'passes the parameters of the visitor',
      SHOP,
      'utm_source=x&sub=7',
      `${SHOP}?utm_source=x&sub=7&${OURS}`,
    ],
    ['prefers its own', `${SHOP}?a=1&a=2`, 'a=3&b=4', `${SHOP}?a=1&a=2&b=4&${OURS}`],
    [
      'prefers its own, percent-encoded or not',
      `${SHOP}?a%20b=1`,
      'a+b=2&%61%20b=3',
      `${SHOP}?a%20b=1&${OURS}`,
    ],
    ['tells names in another case apart', `${SHOP}?A=1`, 'a=2', `${SHOP}?A=1&a=2&${OURS}`],
    [
      'keeps text as it is written',
      `${SHOP}?x=a%20b+c;d`,
      'y=%C3%a4%2B+',
      `${SHOP}?x=a%20b+c;d&y=%C3%a4%2B+&${OURS}`,
    ],
    [
      'keeps names without a value, and broken escapes',
      `${SHOP}?flag&=x`,
      '%zz=1&y',
      `${SHOP}?flag&=x&%zz=1&y&${OURS}`,
    ],
    ['has the fragment last', `${SHOP}?a=1#top?b=2#c`, 'd=3#evil', `${SHOP}?a=1&d=3&${OURS}#top?b=2#c`],
    ['keeps an empty fragment', `${SHOP}#`, '', `${SHOP}?${OURS}#`],
    ['loses empty parameters', `${SHOP}?&&`, '&a=1&', `${SHOP}?a=1&${OURS}`],
    ['may have no path', 'https://shop.example', '', `https://shop.example?${OURS}`],
  ])('%s', (_, landing, query, expected) => {
    expect(landingAddress(landing, query, ids)).toBe(expected);
  });

  it.each(['rcsid', 'cid', '_rcid', '%72csid', 'c%69d', '%5Frcid', '%63%69%64'])(
    'never passes on a %s of anybody else',
    (name) => {
      expect(landingAddress(`${SHOP}?${name}=x&a=1`, `${name}=y&${name}`, ids)).toBe(`${SHOP}?a=1&${OURS}`);
      expect(landingAddress(`${SHOP}?${name}=x`, `${name}=y`, null)).toBe(SHOP);
    },
  );

  it('has no ids when no click was made', () => {
    expect(landingAddress(`${SHOP}?a=1#f`, 'b=2', null)).toBe(`${SHOP}?a=1&b=2#f`);
  });

  it('is written in ASCII where the landing URL is not', () => {
    expect(landingAddress('https://münchen.example/ä?ö=ü#ß', '', ids)).toBe(
      `https://xn--mnchen-3ya.example/%C3%A4?%C3%B6=%C3%BC&${OURS}#%C3%9F`,
    );
  });
});

describe("the visitor's parameters", () => {
  /** One parameter that takes `bytes` in the address, with its `&`. */
  const taking = (bytes: number, name = 'p') => `${name}=`.padEnd(bytes - 1, 'x');

  it('pass up to 2 KiB; what does not fit is dropped whole, what fits behind it passes', () => {
    expect(landingAddress(SHOP, taking(2048), null)).toBe(`${SHOP}?${taking(2048)}`);
    expect(landingAddress(SHOP, taking(2049), null)).toBe(SHOP);
    expect(landingAddress(SHOP, `${taking(2000)}&${taking(49, 'q')}&${taking(48, 'r')}`, null)).toBe(
      `${SHOP}?${taking(2000)}&${taking(48, 'r')}`,
    );
  });

  it.each(['\r\nSet-Cookie: a=b', '\n', '\0', ' ', '\t', 'ä', '\u2028', '\ud800', '\x7f'])(
    'that cannot stand in a header (%j) are dropped',
    (text) => {
      expect(landingAddress(SHOP, `a=1&b=${text}&${text}c=2&d=3`, null)).toBe(`${SHOP}?a=1&d=3`);
    },
  );
});

describe('whatever is brought', () => {
  const name = fc.constantFrom(
    'rcsid',
    'cid',
    '_rcid',
    '%72csid',
    'ci%64',
    'a',
    'b%20c',
    'b+c',
    '?rcsid',
    '%',
    '%FFcid',
    '',
  );
  const text = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom('x', '%0d%0a', 'a=b', '?', '#', '&'),
  );
  const pair = fc.tuple(name, text).map(([left, right]) => `${left}=${right}`);
  const query = fc.oneof(
    fc.array(fc.oneof(pair, text), { maxLength: 8 }).map((all) => all.join('&')),
    text,
  );
  const landing = fc
    .record({
      host: fc.constantFrom('https://shop.example', 'http://localhost:3000', 'https://münchen.example'),
      path: fc.constantFrom('', '/', '/a/b', '/%C3%A4', '/a%20b', '/ä'),
      query: fc.array(fc.tuple(name, fc.constantFrom('', '1', '%20', 'x=y')), { maxLength: 4 }),
      fragment: fc.constantFrom('', '#', '#top', '#a?b=c', '#ü'),
    })
    .map(({ host, path, query, fragment }) => {
      const search = query.map(([left, right]) => `${left}=${right}`).join('&');
      return `${host}${path}${search === '' ? '' : `?${search}`}${fragment}`;
    });

  it('leads to the landing URL: same origin, path and fragment, and nothing that breaks a header', () => {
    fc.assert(
      fc.property(landing, query, fc.constantFrom(ids, null), (url, brought, made) => {
        const address = landingAddress(url, brought, made);
        const [to, meant] = [new URL(address), new URL(url)];
        expect([to.origin, to.pathname, to.hash]).toEqual([meant.origin, meant.pathname, meant.hash]);
        expect(address).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 500 },
    );
  });

  it('the landing page finds rcsid and cid once, ours, and no _rcid', () => {
    fc.assert(
      fc.property(landing, query, (url, brought) => {
        const found = new URLSearchParams(new URL(landingAddress(url, brought, ids)).search);
        expect(found.getAll('rcsid')).toEqual([ids.sessionId]);
        expect(found.getAll('cid')).toEqual([ids.clickId]);
        expect(found.has('_rcid')).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("the landing URL's own parameters keep their values", () => {
    fc.assert(
      fc.property(landing, query, (url, brought) => {
        const found = new URL(landingAddress(url, brought, ids)).searchParams;
        const own = new URL(url).searchParams;
        for (const key of own.keys()) {
          if (!['rcsid', 'cid', '_rcid'].includes(key)) expect(found.getAll(key)).toEqual(own.getAll(key));
        }
      }),
      { numRuns: 300 },
    );
  });
});
