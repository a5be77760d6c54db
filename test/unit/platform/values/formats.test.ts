// The contract's formats: what they take, what they refuse, what a date-time means.
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { isCurrency, minorUnits } from '#platform/values/currencies.js';
import { formats, isLandingUrl, parseDateTime } from '#platform/values/formats.js';

describe('date-time', () => {
  it.each([
    ['2026-11-20T10:15:30Z', '2026-11-20T10:15:30.000Z'],
    ['2026-11-20t10:15:30z', '2026-11-20T10:15:30.000Z'],
    ['2026-11-20T10:15:30.5+02:00', '2026-11-20T08:15:30.500Z'],
    ['2026-11-20T10:15:30.123456789-00:30', '2026-11-20T10:45:30.123Z'],
    ['2024-02-29T23:59:59Z', '2024-02-29T23:59:59.000Z'],
    ['2026-01-01T00:00:00+23:59', '2025-12-31T00:01:00.000Z'],
    ['0099-01-01T00:00:00Z', '0099-01-01T00:00:00.000Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
    ['0000-12-31T23:59:59-23:59', '0001-01-01T23:58:59.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, iso) => {
    expect(parseDateTime(text)?.toISOString()).toBe(iso);
  });

  it.each([
    '2026-02-30T00:00:00Z',
    '2023-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T25:00:00Z',
    '2026-01-01T23:60:00Z',
    '2026-12-31T23:59:60Z',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+01:60',
    '2026-01-01T00:00:00',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01',
    '2026-01-01T00:00:00Z\n',
    '+002026-01-01T00:00:00Z',
    '0000-01-01T00:00:00+23:59', // the year -1 in UTC
    '0000-12-31T23:59:59.999Z',
    '0001-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01', // the year 10000 in UTC
    '',
  ])('%j is none', (text) => {
    expect(parseDateTime(text)).toBeNull();
  });

  it('reads whatever JavaScript writes', () => {
    const dates = fc.date({
      min: new Date('0001-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(parseDateTime(date.toISOString())).toEqual(date);
      }),
    );
  });

  it('agrees with JavaScript on the moment, whatever the offset', () => {
    const parts = fc.tuple(
      fc.integer({ min: 1970, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: -1439, max: 1439 }),
    );
    fc.assert(
      fc.property(parts, ([year, month, day, offset]) => {
        const two = (value: number) => String(value).padStart(2, '0');
        const sign = offset < 0 ? '-' : '+';
        const zone = `${sign}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
        const text = `${year}-${two(month)}-${two(day)}T12:34:56.789${zone}`;
        const isOnCalendar = day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(parseDateTime(text)?.getTime()).toBe(isOnCalendar ? Date.parse(text) : undefined);
      }),
    );
  });
});

describe('landing-url', () => {
  it.each([
    'https://shop.example',
    'https://shop.example/a/b?utm=1#top',
    'HTTPS://SHOP.EXAMPLE:8443/',
    'https://xn--bcher-kva.example/',
    'https://bücher.example/',
    'http://localhost:3000/',
    'http://app.localhost/',
    'http://127.0.0.1:8080/',
    'http://127.9.9.9/',
    'http://[::1]/',
  ])('%s is one', (text) => {
    expect(isLandingUrl(text)).toBe(true);
  });

  it.each([
    'http://shop.example/',
    'http://localhost.evil.example/',
    'http://127.0.0.1.evil.example/',
    'http://128.0.0.1/',
    'https://user@shop.example/',
    'https://user:pw@shop.example/',
    'https://',
    'https:///path',
    'https:shop.example',
    '//shop.example',
    'ftp://shop.example',
    'javascript:alert(1)',
    'data:text/html,x',
    ' https://shop.example',
    'https://shop.example/\n',
    'https://sh\top.example/',
    'https://shop.example/a b',
    'https://shop.example:99999/',
    '',
  ])('%j is none', (text) => {
    expect(isLandingUrl(text)).toBe(false);
  });
});

describe('email', () => {
  it.each([
    'a@b.co',
    'mila.novak+x@mail.example.co.uk',
    "o'neil@example.com",
    'm@exämple.com',
    'm@xn--exmple-cua.com',
  ])('%s is one', (text) => {
    expect(formats.email.accepts(text)).toBe(true);
  });

  it.each([
    '',
    'a',
    '@b.co',
    'a@',
    'a@b',
    'a@@b.co',
    'a b@c.co',
    'a@b..co',
    'a@-b.co',
    'a@b-.co',
    'a@b.c',
    `${'a'.repeat(65)}@b.co`,
    `a@${'b.'.repeat(130)}co`,
    'a@b.co\n',
    'a@b,co',
    '<a@b.co>',
  ])('%j is none', (text) => {
    expect(formats.email.accepts(text)).toBe(false);
  });

  it('does not take long over long nonsense', () => {
    // So long that a pattern which looks at it more than a few times would never come to an end; then it is ended, and this fails.
    const cap = { timeout: 30_000 };
    for (const text of [
      'a@' + 'a'.repeat(2_000_000),
      'a@' + 'a.'.repeat(1_000_000) + '!',
      'a@' + 'a-'.repeat(1_000_000) + '.c!',
      'a@' + 'a-'.repeat(100) + '.c!',
    ])
      runInNewContext('accepts(text)', { accepts: (one: string) => formats.email.accepts(one), text }, cap);
  });
});

describe('currency', () => {
  it('codes are three capital letters, each once, with 0 to 4 digits', () => {
    expect(minorUnits.size).toBeGreaterThan(155);
    for (const [code, digits] of minorUnits) {
      expect(code).toMatch(/^[A-Z]{3}$/);
      expect([0, 2, 3, 4]).toContain(digits);
    }
  });

  it.each([
    ['EUR', 2],
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['CLF', 4],
    ['ISK', 0],
    ['HUF', 2],
    ['UGX', 0],
    ['MGA', 2],
    ['XCG', 2],
    ['ZWG', 2],
  ])('%s has %d digits', (code, digits) => {
    expect(minorUnits.get(code)).toBe(digits);
  });

  it.each([
    'XXX',
    'XTS',
    'XAU',
    'XAG',
    'XPT',
    'XPD',
    'XBA',
    'XDR',
    'XSU',
    'XUA',
    'DEM',
    'HRK',
    'ANG',
    'ZWL',
    'SLL',
    'BTC',
    'EU',
    'EURO',
    '',
    'E R',
    'ＥＵＲ',
    'ıDR',
  ])('%j is none', (text) => {
    expect(isCurrency(text)).toBe(false);
  });

  it('any case of letters will do', () => {
    expect(['eur', 'Eur', 'eUR'].every(isCurrency)).toBe(true);
  });
});
