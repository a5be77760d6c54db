// The tracking code in an address that a page reports.
import fc from 'fast-check';
import { codeIn } from '#tracking/clicks/tracking-code.js';

describe('the code', () => {
  it.each([
    ['https://go.example/r/Mila', 'mila'],
    ['https://go.example/r/mila/', 'mila'],
    ['https://go.example/r/mila?utm=x#top', 'mila'],
    ['https://go.example/base/r/mila', 'mila'],
    ['https://shop.example/landing?ref=MILA_1-x', 'mila_1-x'],
    ['https://shop.example/?ref=first&ref=second', 'first'],
    ['https://go.example/r/path?ref=parameter', 'path'],
    ['/r/mila', 'mila'],
    ['r/mila', 'mila'],
    ['?ref=mila', 'mila'],
    ['//go.example/r/mila', 'mila'],
  ])('in %s is %s', (url, code) => {
    expect(codeIn(url)).toBe(code);
  });

  it.each([
    '',
    'https://shop.example/',
    'https://shop.example/?REF=mila',
    'https://shop.example/?ref=',
    'https://shop.example/?ref=ab',
    'https://go.example/r/',
    'https://go.example/r/ab',
    'https://go.example/r/mila/more',
    'https://go.example/x/mila',
    'https://go.example/r/a%20b%20c',
    `https://go.example/r/${'x'.repeat(65)}`,
    'https://go.example/#/r/mila',
    'http://[bad',
    'javascript:alert(1)',
  ])('is not in %s', (url) => {
    expect(codeIn(url)).toBeNull();
  });

  it('is found or not in any text, and is one that could exist', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.string().map((text) => `/r/${text}`),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const code = codeIn(text);
        if (code !== null) expect(code).toMatch(/^[a-z0-9_-]{3,64}$/);
      }),
      { numRuns: 500 },
    );
  });
});
