// The window of a timeline, the buckets it is cut into, and what is put in them.
import fc from 'fast-check';
import {
  bucketStarts,
  granularityOf,
  toSeries,
  windowRule,
  windowOf,
  type Tally,
} from '#conversions/analytics/timeline.js';
import { DAY_MS } from '#platform/time/time-units.js';

const now = new Date('2026-11-20T12:34:56.789Z');
const at = (text: string) => new Date(text);
const window = (from: string, to: string) => ({ from: at(from), to: at(to) });

/** The faults of a query, as `field: message`. */
const faultsOf = (query: { from?: unknown; to?: unknown }) =>
  windowRule({}, query, now).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('the window', () => {
  it('is the last thirty days unless told', () => {
    expect(windowOf({}, now)).toEqual(window('2026-10-21T12:34:56.789Z', '2026-11-20T12:34:56.789Z'));
    expect(windowOf({ from: '2026-11-01T00:00:00+01:00' }, now)).toEqual({
      from: at('2026-10-31T23:00:00Z'),
      to: now,
    });
    expect(windowOf({ to: '2026-03-31T00:00:00Z' }, now)).toEqual(
      window('2026-03-01T00:00:00Z', '2026-03-31T00:00:00Z'),
    );
    expect(faultsOf({})).toEqual([]);
  });

  it.each([
    [{ from: '2026-11-01T00:00:00Z', to: '2026-11-01T00:00:00Z' }, 'to: must be after from'],
    [{ from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }, 'to: must be after from'],
    [{ from: '2026-11-01T00:00:00Z', to: '2026-11-01T01:00:00+02:00' }, 'to: must be after from'],
    [{ from: '2026-11-20T12:34:56.789Z' }, 'from: must be before to, which is now unless it is sent'],
    [{ from: '2027-01-01T00:00:00Z' }, 'from: must be before to, which is now unless it is sent'],
    [{ from: '2000-01-01T00:00:00Z' }, 'from: must be at most 3660 days before to'],
    [
      { from: '1969-12-31T23:59:59Z', to: '1970-01-02T00:00:00Z' },
      'from: must lie in the years 1970 to 9998 (UTC)',
    ],
    [{ to: '0001-01-01T00:00:00Z' }, 'to: must lie in the years 1970 to 9998 (UTC)'],
    [{ to: '9999-12-31T23:59:59Z' }, 'to: must lie in the years 1970 to 9998 (UTC)'],
  ])('%j is refused: %s', (query, fault) => expect(faultsOf(query)).toEqual([fault]));

  it('may be 3660 days long and no longer', () => {
    const from = '2016-01-01T00:00:00.000Z';
    const to = (ms: number) => new Date(Date.parse(from) + ms).toISOString();
    expect(faultsOf({ from, to: to(3660 * DAY_MS) })).toEqual([]);
    expect(faultsOf({ from, to: to(3660 * DAY_MS + 1) })).toHaveLength(1);
    expect(faultsOf({ from, to: to(1) })).toEqual([]);
  });

  it('of another form is left to the contract', () => {
    for (const value of ['x', '', 7, null, {}, [], '2026-02-30T00:00:00Z']) {
      expect([faultsOf({ from: value }), faultsOf({ to: value })]).toEqual([[], []]);
    }
  });
});

describe('the buckets', () => {
  it.each([
    [1, 'HOUR'],
    [2 * DAY_MS, 'HOUR'],
    [2 * DAY_MS + 1, 'DAY'],
    [92 * DAY_MS, 'DAY'],
    [92 * DAY_MS + 1, 'WEEK'],
    [731 * DAY_MS, 'WEEK'],
    [731 * DAY_MS + 1, 'MONTH'],
    [3660 * DAY_MS, 'MONTH'],
  ])('of %d ms are of a %s', (length, granularity) => {
    expect(granularityOf({ from: now, to: new Date(now.getTime() + length) })).toBe(granularity);
  });

  it.each([
    [
      'HOUR',
      '2026-11-20T10:59:59.999Z',
      '2026-11-20T12:00:00.001Z',
      ['2026-11-20T10', '2026-11-20T11', '2026-11-20T12'],
    ],
    ['HOUR', '2026-11-20T10:00:00Z', '2026-11-20T11:00:00Z', ['2026-11-20T10']],
    ['DAY', '2026-02-27T23:00:00Z', '2026-03-02T00:00:00Z', ['2026-02-27', '2026-02-28', '2026-03-01']],
    ['WEEK', '2026-11-15T12:00:00Z', '2026-11-23T00:00:01Z', ['2026-11-09', '2026-11-16', '2026-11-23']],
    ['WEEK', '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z', ['2026-11-16']],
    ['MONTH', '2026-01-31T00:00:00Z', '2026-03-01T00:00:00Z', ['2026-01-01', '2026-02-01']],
    ['MONTH', '2023-12-31T23:59:59Z', '2024-01-01T00:00:01Z', ['2023-12-01', '2024-01-01']],
  ] as const)('of %s from %s to %s begin where the calendar says', (granularity, from, to, starts) => {
    const found = bucketStarts(window(from, to), granularity).map((start) => start.toISOString());
    expect(found).toEqual(
      starts.map((start) => at(start.length > 10 ? `${start}:00Z` : start).toISOString()),
    );
  });

  it('cover any window without gaps, and are never many', () => {
    const starts = fc.integer({ min: 0, max: Date.parse('2200-01-01') });
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 3660 * DAY_MS }), (start, length) => {
        const whole = { from: new Date(start), to: new Date(start + length) };
        const found = bucketStarts(whole, granularityOf(whole));
        expect(found.length).toBeLessThanOrEqual(123);
        expect(found[0]!.getTime()).toBeLessThanOrEqual(start);
        expect(found[1]?.getTime() ?? Infinity).toBeGreaterThan(start);
        expect(found.at(-1)!.getTime()).toBeLessThan(start + length);
        const ascending = found.every((each, index) => index === 0 || each > found[index - 1]!);
        expect(ascending).toBe(true);
      }),
    );
  });
});

describe('the series', () => {
  const starts = [at('2026-11-18T00:00:00Z'), at('2026-11-19T00:00:00Z')];
  const empty = { conversions: 0, amount: 0, refundedAmount: 0, commission: 0 };
  const tally = (fields: Partial<Tally>): Tally => ({
    start: starts[0]!,
    currency: 'EUR',
    conversions: 1,
    amount: 100,
    refundedAmount: 10,
    commissionCurrency: null,
    commission: 0,
    ...fields,
  });

  it('is all zero in the currency of the campaign where nothing happened', () => {
    expect(toSeries([], starts, 'JPY')).toEqual([
      { currency: 'JPY', buckets: starts.map((start) => ({ start: start.toISOString(), ...empty })) },
    ]);
  });

  it('adds what belongs together, and keeps orders and commissions each in their own currency', () => {
    const series = toSeries(
      [
        tally({ commissionCurrency: 'EUR', commission: 9 }),
        tally({}),
        tally({ currency: 'USD', commissionCurrency: 'EUR', commission: 5 }),
        tally({ start: starts[1]!, currency: 'USD', commissionCurrency: 'USD', commission: 7 }),
      ],
      starts,
      'JPY',
    );
    const [first, second] = starts.map((start) => ({ start: start.toISOString() }));
    expect(series).toEqual([
      {
        currency: 'EUR',
        buckets: [
          { ...first, conversions: 2, amount: 200, refundedAmount: 20, commission: 14 },
          { ...second, ...empty },
        ],
      },
      {
        currency: 'USD',
        buckets: [
          { ...first, conversions: 1, amount: 100, refundedAmount: 10, commission: 0 },
          { ...second, conversions: 1, amount: 100, refundedAmount: 10, commission: 7 },
        ],
      },
    ]);
  });

  it('will not lose what is in no bucket', () => {
    expect(() => toSeries([tally({ start: at('2026-11-20T00:00:00Z') })], starts, 'EUR')).toThrow(
      /no bucket/,
    );
  });
});
