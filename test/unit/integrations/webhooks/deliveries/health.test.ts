// How an endpoint does, by its tries.
import { afterTries, verdictOn, type Health } from '#integrations/webhooks/deliveries/health.js';

const HOUR = 3_600_000;
const start = new Date('2026-11-30T00:00:00Z');
const after = (hours: number) => new Date(start.getTime() + hours * HOUR);
const failing = (fields: Partial<Health> = {}): Health => ({
  failures: 12,
  failingSince: start,
  warnedAt: null,
  ...fields,
});
const healthy: Health = { failures: 0, failingSince: null, warnedAt: null };

it('failures count from the first since the last success, which takes all of them back', () => {
  const fail = (hours: number) => ({ at: after(hours), isDelivered: false });
  expect(afterTries(healthy, [fail(1), fail(2)])).toEqual({
    failures: 2,
    failingSince: after(1),
    warnedAt: null,
  });
  expect(afterTries(failing({ warnedAt: after(30) }), [{ at: after(31), isDelivered: true }])).toEqual(
    healthy,
  );
  const turns = [fail(1), { at: after(2), isDelivered: true }, fail(3)];
  expect(afterTries(failing(), turns)).toEqual({ failures: 1, failingSince: after(3), warnedAt: null });
});

it('it is told of after a day, again after four, each once', () => {
  const told = (hours: number, warnedAt: Date | null) =>
    verdictOn(failing({ failures: 3, warnedAt }), after(hours));
  expect([told(23, null), told(24, null), told(25, after(24)), told(95, after(24))]).toEqual([
    null,
    'WARN',
    null,
    null,
  ]);
  expect([told(96, after(24)), told(97, after(96)), told(97, null)]).toEqual(['WARN', null, 'WARN']);
});

it('it is disabled after five days of nothing but failures, when as many have failed as one event has tries', () => {
  expect(verdictOn(failing(), after(119))).not.toBe('DISABLE');
  expect(verdictOn(failing(), after(120))).toBe('DISABLE');
  expect(verdictOn(failing({ failures: 11 }), after(500))).not.toBe('DISABLE');
  expect(verdictOn(healthy, after(500))).toBeNull();
});
