// When a delivery is tried again.
import { MOST_TRIES, pauseMs, type Failed } from '#integrations/webhooks/deliveries/schedule.js';

const failed = (fields: Partial<Failed> = {}): Failed => ({
  attempts: 1,
  failure: 'status',
  status: 500,
  retryAfterSeconds: null,
  ...fields,
});
const HOUR = 3_600_000;

it('twelve tries over about 75 hours, and no more', () => {
  const pauses = Array.from({ length: MOST_TRIES - 1 }, (_, index) =>
    pauseMs(failed({ attempts: index + 1 }), 0.5)!,
  );
  expect(pauses.map((ms) => ms / 1000)).toEqual([
    5, 300, 1800, 7200, 18_000, 36_000, 36_000, 36_000, 43_200, 43_200, 46_800,
  ]);
  expect(pauses.reduce((sum, ms) => sum + ms, 0) / HOUR).toBeCloseTo(74.6, 1);
  expect(pauseMs(failed({ attempts: MOST_TRIES }), 0.5)).toBeNull();
});

it('a fifth more or less, by chance', () => {
  expect([0, 0.5, 1].map((chance) => pauseMs(failed({ attempts: 4 }), chance)! / HOUR)).toEqual([
    1.6, 2, 2.4,
  ]);
});

it.each([
  ['does not answer in time', { failure: 'timeout', status: null }],
  ['is over its limits', { status: 429 }],
] as const)('a receiver that %s is left alone for a minute', (_, fields) => {
  expect(pauseMs(failed(fields), 0)).toBe(60_000);
  expect(pauseMs(failed({ ...fields, attempts: 4 }), 0)).toBe(1.6 * HOUR);
});

it('Retry-After counts, but for no less than we would wait and no more than twice that', () => {
  const asking = (retryAfterSeconds: number) => pauseMs(failed({ attempts: 2, retryAfterSeconds }), 0.5);
  expect([1, 400, 3600].map(asking)).toEqual([300_000, 400_000, 600_000]);
  expect(pauseMs(failed({ status: 429, retryAfterSeconds: 90 }), 0.5)).toBe(90_000);
});
