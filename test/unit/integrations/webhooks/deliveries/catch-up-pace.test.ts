// How fast late deliveries leave beside calls.
import { CatchUpPace } from '#integrations/webhooks/deliveries/catch-up-pace.js';
import { HeldClock } from '../../../../support/clock.js';

function pace(callsPerSecond: number) {
  const clock = new HeldClock();
  let calls = 0;
  const made = new CatchUpPace(clock, () => calls);
  /** How many went in so many seconds, of those that could go at any time. */
  const gone = (seconds: number) => {
    let count = 0;
    for (let ms = 0; ms < seconds * 1000; ms++) {
      clock.advance(1);
      calls += callsPerSecond / 1000;
      for (let tries = 0; tries < 5 && made.mayGo(); tries++) count++;
    }
    return count;
  };
  gone(1); // it has looked
  return gone;
}

it('without calls they leave as they can', () => {
  expect(pace(0)(2)).toBe(10_000);
});

it('a call now and then is no reason to wait', () => {
  expect(pace(10)(2)).toBe(10_000);
});

it('beside calls so many leave that both make 600 in a second, and 64 at least', () => {
  expect(pace(100)(4)).toBeCloseTo(2_000, -2);
  expect(pace(500)(4)).toBeCloseTo(400, -2);
  expect(pace(5_000)(4)).toBe(256);
});

it('they leave in lots, and what does not go says when the next one does', () => {
  const clock = new HeldClock();
  let calls = 0;
  const made = new CatchUpPace(clock, () => calls);
  calls = 1_000;
  clock.advance(1_000);
  let lot = 0;
  while (made.mayGo()) lot++;
  expect([lot, made.pauseMs]).toEqual([32, 500]);
  calls = 1_500; // it looks again, and calls still come
  clock.advance(499);
  expect([made.mayGo(), made.pauseMs]).toEqual([false, 1]);
  clock.advance(1);
  calls = 2_000;
  expect(made.mayGo()).toBe(true);
});
