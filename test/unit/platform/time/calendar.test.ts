// Calendar months in UTC.
import fc from 'fast-check';
import { addMonths } from '#platform/time/calendar.js';

describe('a month later', () => {
  it.each([
    ['2026-01-15T08:30:00.123Z', 1, '2026-02-15T08:30:00.123Z'],
    ['2026-01-31T23:59:59.999Z', 1, '2026-02-28T23:59:59.999Z'],
    ['2028-01-31T00:00:00.000Z', 1, '2028-02-29T00:00:00.000Z'],
    ['2100-01-31T00:00:00.000Z', 1, '2100-02-28T00:00:00.000Z'],
    ['2000-01-31T00:00:00.000Z', 1, '2000-02-29T00:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 12, '2029-02-28T12:00:00.000Z'],
    ['2028-02-29T12:00:00.000Z', 48, '2032-02-29T12:00:00.000Z'],
    ['2026-10-31T00:00:00.000Z', 4, '2027-02-28T00:00:00.000Z'],
    ['2026-12-31T00:00:00.000Z', 1, '2027-01-31T00:00:00.000Z'],
    ['2026-08-31T00:00:00.000Z', 1, '2026-09-30T00:00:00.000Z'],
    ['2026-05-05T05:05:05.005Z', 0, '2026-05-05T05:05:05.005Z'],
  ])('%s + %d is %s', (from, months, to) => {
    expect(addMonths(new Date(from), months).toISOString()).toBe(to);
  });

  it('is always in the month meant, at the same time of day, on the same day or else the last', () => {
    const dates = fc.date({ min: new Date('1990-01-01'), max: new Date('2150-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 240 }), (date, months) => {
        const later = addMonths(date, months);
        const monthOf = (one: Date) => one.getUTCFullYear() * 12 + one.getUTCMonth();
        expect(monthOf(later) - monthOf(date)).toBe(months);
        expect(later.getTime() % 86_400_000).toBe(date.getTime() % 86_400_000);
        const nextDay = new Date(later.getTime() + 86_400_000);
        const isLast = nextDay.getUTCMonth() !== later.getUTCMonth();
        expect(
          later.getUTCDate() === date.getUTCDate() || (isLast && later.getUTCDate() < date.getUTCDate()),
        ).toBe(true);
      }),
    );
  });

  it('leaves the date it was given alone', () => {
    const date = new Date('2026-01-31T00:00:00Z');
    addMonths(date, 1);
    expect(date.toISOString()).toBe('2026-01-31T00:00:00.000Z');
  });
});
