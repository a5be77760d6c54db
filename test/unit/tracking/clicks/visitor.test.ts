// Who follows a link: somebody, or something that only looks at it.
import type { IncomingMessage } from 'node:http';
import { list } from 'isbot';
import { LEFT_OUT } from '#tracking/clicks/robots.js';
import { noVisitReason } from '#tracking/clicks/visitor.js';
import { ROBOTS, VISITORS } from './user-agents.js';

const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36';
const reason = (headers: IncomingMessage['headers'], method = 'GET') =>
  noVisitReason({ method, headers } as IncomingMessage);
const named = (name: string) => reason({ 'user-agent': name });

describe('a visit', () => {
  it.each(VISITORS)('is made by %s', (name) => expect(named(name)).toBeNull());

  it('is made by a browser without a name, and by one that fetches for the user', () => {
    expect(reason({})).toBeNull();
    expect(named('')).toBeNull();
    expect(reason({ 'user-agent': CHROME, 'sec-fetch-dest': 'document', 'sec-purpose': '' })).toBeNull();
  });

  it("is made by a mail scanner that bears a browser's own name, as Safe Links does: nothing tells it apart", () => {
    expect(named(`${CHROME} Edg/131.0.0.0`)).toBeNull();
  });
});

describe('no visit', () => {
  it('is HEAD, whoever sends it', () => expect(reason({ 'user-agent': CHROME }, 'HEAD')).toBe('head'));

  it.each([
    ['sec-purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['purpose', 'prefetch'],
    ['purpose', 'Preview'],
    ['x-purpose', 'preview'],
    ['x-moz', 'prefetch'],
  ])('is a page loaded ahead: %s: %s', (header, value) => {
    expect(reason({ 'user-agent': CHROME, [header]: value })).toBe('prefetch');
  });

  it.each(ROBOTS)('is a crawler, a preview, a monitor or a scanner: %s', (name) =>
    expect(named(name)).toBe('bot'),
  );
});

describe("what is left out of isbot's list", () => {
  it.each(LEFT_OUT)('is still spelt there as %s', (pattern) => expect(list).toContain(pattern));

  it.each(LEFT_OUT)('holds for a visitor: %s', (pattern) => {
    expect(VISITORS.filter((name) => new RegExp(pattern, 'i').test(name))).not.toEqual([]);
  });
});
