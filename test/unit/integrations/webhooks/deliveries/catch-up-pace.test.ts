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

it('beside calls 250 leave in a second, however many there are', () => {
  expect(pace(500)(4)).toBeCloseTo(1_000, -1);
  expect(pace(5_000)(4)).toBeCloseTo(1_000, -1);
});
