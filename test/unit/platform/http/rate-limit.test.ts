// Token buckets: never more than the burst at once, never more than the rate over time, never more memory than allowed.
import fc from 'fast-check';
import { RateLimiter, clientOf } from '#platform/http/rate-limit.js';

const limits = fc.record({
  burst: fc.integer({ min: 1, max: 50 }),
  perSecond: fc.constantFrom(0.1, 0.5, 1, 2, 10, 100),
});

it('over any stretch of time, at most burst + rate × time calls are allowed', () => {
  fc.assert(
    fc.property(limits, fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 200 }), (limit, gaps) => {
      const limiter = new RateLimiter('test', limit);
      let now = 0;
      let allowed = 0;
      for (const gap of gaps) {
        now += gap;
        if (limiter.take('a', now).allowed) allowed++;
      }
      expect(allowed).toBeLessThanOrEqual(limit.burst + (now / 1000) * limit.perSecond + 1e-6);
    }),
  );
});

it('who waits as long as told is let in, and never needs to wait longer', () => {
  fc.assert(
    fc.property(limits, fc.integer({ min: 0, max: 100 }), (limit, calls) => {
      const limiter = new RateLimiter('test', limit);
      let standing = limiter.take('a', 0);
      for (let call = 0; call < calls; call++) standing = limiter.take('a', 0);
      expect(standing.allowed).toBe(calls < limit.burst);
      if (!standing.allowed) expect(limiter.take('a', standing.retryInSeconds * 1000).allowed).toBe(true);
    }),
  );
});

it('one caller’s calls cost another nothing', () => {
  const limiter = new RateLimiter('test', { burst: 1, perSecond: 0.001 });
  expect([limiter.take('a', 0).allowed, limiter.take('a', 0).allowed, limiter.take('b', 0).allowed]).toEqual([
    true,
    false,
    true,
  ]);
});

it('to look whether there is a call left takes none, and says what the call would be told', () => {
  fc.assert(
    fc.property(limits, fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 50 }), (limit, gaps) => {
      const limiter = new RateLimiter('test', limit);
      let now = 0;
      for (const gap of gaps) {
        now += gap;
        const empty = limiter.isEmpty('a', now);
        expect(limiter.isEmpty('a', now)).toBe(empty);
        expect(limiter.take('a', now).allowed).toBe(!empty);
      }
      expect([limiter.isEmpty('nobody', now), limiter.bucketCount]).toEqual([
        false,
        Math.min(gaps.length, 1),
      ]);
    }),
  );
});

it('a clock set back refills nothing and blocks nobody for ever', () => {
  const limiter = new RateLimiter('test', { burst: 1, perSecond: 1 });
  limiter.take('a', 1_000_000);
  expect(limiter.take('a', 0).allowed).toBe(false);
  expect(limiter.take('a', 1000).allowed).toBe(true);
});

it('remembers only so many callers, and forgets who was not seen the longest', () => {
  const limiter = new RateLimiter('test', { burst: 1, perSecond: 0.001 }, 3);
  for (const who of ['a', 'b', 'c', 'a', 'd']) limiter.take(who, 0);
  expect(limiter.bucketCount).toBe(3);
  expect(limiter.take('a', 0).allowed).toBe(false);
  expect(limiter.take('b', 0).allowed).toBe(true);
});

it('headers say quota and window, what is left and when it is full again', () => {
  const limiter = new RateLimiter('clicks', { burst: 120, perSecond: 2 });
  expect(limiter.headers(limiter.take('a', 0))).toEqual({
    'RateLimit-Policy': '"clicks";q=120;w=60',
    RateLimit: '"clicks";r=119;t=1',
  });
});

describe('one client is', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::1', '2001:db8:1:2::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0000:0002::1', '2001:db8:0:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['fe80::1%eth0.100', 'fe80:0:0:0::/64'],
    ['::FFFF:cb00:7109', '203.0.113.9'],
    ['64:ff9b::203.0.113.9', '64:ff9b:0:0::/64'],
    ['', ''],
  ])('%s → %s', (address, client) => {
    expect(clientOf(address)).toBe(client);
  });

  it.each([
    '203.0.113.9:4711',
    '2001:db8',
    '1:2:3:4:5:6:7:8:9',
    '::1::',
    '::g',
    '::ffff:256.0.0.1',
    '%',
    'unknown',
  ])('what a proxy says in place of an address: %s', (text) => expect(clientOf(text)).toBe(text));

  it('something for any text at all', () => {
    const pieces = fc.constantFrom(':', '::', '.', '%', '/', 'ffff', '0', '2001', 'g', ' ');
    const texts = fc.array(pieces).map((some) => some.join(''));
    fc.assert(fc.property(texts, (text) => typeof clientOf(text) === 'string'));
  });
});
