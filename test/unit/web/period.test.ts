// Days as a person's time zone has them, also those on which the clocks change.
import {
  clockAt,
  dayOf,
  nextDay,
  startOfDay,
  whenClocksShow,
} from '../../../web/dashboard/app/orders/period.js';

it.each([
  ['2026-11-30', 'UTC', '2026-11-30T00:00:00.000Z'],
  ['2026-11-30', 'Europe/Paris', '2026-11-29T23:00:00.000Z'],
  ['2026-07-01', 'Europe/Paris', '2026-06-30T22:00:00.000Z'],
  ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
  ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
  ['2026-10-25', 'Europe/Paris', '2026-10-24T22:00:00.000Z'],
  ['2026-10-26', 'Europe/Paris', '2026-10-25T23:00:00.000Z'],
  ['2026-11-30', 'America/Los_Angeles', '2026-11-30T08:00:00.000Z'],
  ['2026-11-30', 'Pacific/Kiritimati', '2026-11-29T10:00:00.000Z'],
  ['2026-11-30', 'Asia/Kathmandu', '2026-11-29T18:15:00.000Z'],
])('%s begins in %s at %s', (day, zone, moment) => {
  expect(startOfDay(day, zone)).toBe(moment);
  expect(dayOf(new Date(moment), zone)).toBe(day);
  expect(dayOf(new Date(Date.parse(moment) - 1), zone)).not.toBe(day);
});

it.each([
  ['2026-11-30', '2026-12-01'],
  ['2026-12-31', '2027-01-01'],
  ['2028-02-28', '2028-02-29'],
])('after %s comes %s', (day, next) => {
  expect(nextDay(day)).toBe(next);
});

it.each([
  ['2026-11-30T14:05', 'Europe/Paris', '2026-11-30T13:05:00.000Z'],
  ['2026-07-01T00:30', 'America/Los_Angeles', '2026-07-01T07:30:00.000Z'],
  ['2026-03-29T03:00', 'Europe/Paris', '2026-03-29T01:00:00.000Z'],
  ['2026-10-25T12:00', 'Asia/Kathmandu', '2026-10-25T06:15:00.000Z'],
])('the clocks show %s in %s at %s', (time, zone, moment) => {
  expect(whenClocksShow(time, zone)).toBe(moment);
  expect(clockAt(new Date(Date.parse(moment) + 59_999), zone)).toBe(time);
});
