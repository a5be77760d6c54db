// Which evidence decides, which click counts, and why not: by example.
import { AFTER_TOLERANCE_MS, decide } from '#conversions/attribution/decide.js';
import type { ClickFact, EvidenceFacts } from '#conversions/attribution/facts.js';
import {
  candidate,
  click,
  clickId,
  code,
  credit,
  customer,
  DAY,
  email,
  MINUTE,
  ORDER,
  session,
  terms,
  WINDOW_DAYS,
} from './facts.js';

const tried = (...evidence: EvidenceFacts[]) =>
  decide(ORDER, evidence).attempts.map((attempt) => [attempt.evidence, attempt.result]);
const clickOf = (...evidence: EvidenceFacts[]) => decide(ORDER, evidence).match?.clickId ?? null;
const archived = { campaignStatus: 'ARCHIVED' } as const;
const suspended = { affiliateStatus: 'SUSPENDED' } as const;

describe('the evidence', () => {
  it('is tried in the order given; the first that holds decides and nothing after it is looked at', () => {
    const { match, attempts } = decide(ORDER, [
      session(),
      clickId(click('dead', -DAY, archived)),
      code(candidate({ affiliateId: 'mila' })),
      email(click('never', -DAY)),
      customer(credit()),
    ]);
    expect(match).toEqual({ by: 'CODE', affiliateId: 'mila', clickId: null, terms: terms(), revenue: 0 });
    expect(attempts.map(({ evidence, result }) => [evidence, result])).toEqual([
      ['SESSION', 'NOT_FOUND'],
      ['CLICK', 'CAMPAIGN_INACTIVE'],
      ['CODE', 'MATCHED'],
    ]);
  });

  it('leaves an order without an affiliate when none of it holds, with a reason for each', () => {
    const { match, attempts } = decide(ORDER, [
      session(),
      clickId(click('late', 6 * MINUTE)),
      code(null),
      { kind: 'EMAIL', value: null, clicks: [] },
      customer(null),
    ]);
    expect(match).toBeNull();
    expect(attempts.map(({ result }) => result)).toEqual([
      'NOT_FOUND',
      'AFTER_CONVERSION',
      'NOT_FOUND',
      'INVALID',
      'NOT_FOUND',
    ]);
  });

  it('may be none at all', () => {
    expect(decide(ORDER, [])).toEqual({ match: null, attempts: [] });
  });

  it('tells which click, affiliate and terms it was judged by', () => {
    const found = click('c1', -DAY, { clickSource: 'API', affiliateId: 'a1' });
    const { match, attempts } = decide(ORDER, [session(found)]);
    expect(match).toEqual({
      by: 'SESSION',
      affiliateId: 'a1',
      clickId: 'c1',
      terms: found.terms,
      revenue: 0,
    });
    expect(attempts).toEqual([
      { evidence: 'SESSION', value: 's', result: 'MATCHED', candidate: found, click: found },
    ]);
  });
});

describe('of several clicks', () => {
  it.each<[string, (...clicks: ClickFact[]) => EvidenceFacts]>([
    ['a session', session],
    ['an email', email],
  ])('of %s the last one at or before the order wins', (_, of) => {
    expect(clickOf(of(click('a', -2 * DAY), click('b', -DAY), click('c', -3 * DAY)))).toBe('b');
  });

  it('one after the purchase does not beat the one before it', () => {
    expect(clickOf(session(click('before', -10 * DAY), click('after', 1)))).toBe('before');
  });

  it('only if none before holds, the earliest within 5 minutes after it counts', () => {
    expect(clickOf(session(click('b', 2 * MINUTE), click('a', MINUTE)))).toBe('a');
    expect(clickOf(session(click('dead', -DAY, archived), click('after', MINUTE)))).toBe('after');
  });

  it.each([
    ['archived campaign', archived],
    ['suspended affiliate', suspended],
    ['shorter window', { terms: terms({ attributionWindowDays: 1 }) }],
  ])('one that does not hold (%s) is passed over for an older one that does', (_, fields) => {
    const newer = click('newer', -2 * DAY, fields);
    expect(clickOf(session(newer, click('older', -3 * DAY)))).toBe('older');
    expect(clickOf(email(newer, click('older', -3 * DAY)))).toBe('older');
  });

  it('of the same moment the one with the higher id counts, before the order and after it', () => {
    expect(clickOf(session(click('1', -DAY), click('3', -DAY), click('2', -DAY)))).toBe('3');
    expect(clickOf(session(click('1', MINUTE), click('3', MINUTE), click('2', MINUTE)))).toBe('3');
  });

  it('the one that came closest to counting tells why none did', () => {
    const clicks = [click('old', -40 * DAY), click('newer', -35 * DAY), click('dead', -36 * DAY, archived)];
    expect(decide(ORDER, [session(...clicks)]).attempts[0]).toMatchObject({
      result: 'OUTSIDE_WINDOW',
      click: { clickId: 'newer' },
    });
  });
});

describe('the edges', () => {
  it.each([
    ['exactly at the order', 0, 'MATCHED'],
    ['exactly windowDays × 86,400,000 ms before it', -WINDOW_DAYS * 86_400_000, 'MATCHED'],
    ['a millisecond more', -WINDOW_DAYS * 86_400_000 - 1, 'OUTSIDE_WINDOW'],
    ['exactly 5 minutes after it', 5 * MINUTE, 'MATCHED'],
    ['5 minutes and a millisecond after it', 5 * MINUTE + 1, 'AFTER_CONVERSION'],
  ])('a click %s: %s ms, %s', (_, offset, result) => {
    expect(tried(session(click('c', offset)))).toEqual([['SESSION', result]]);
    expect(tried(clickId(click('c', offset)))).toEqual([['CLICK', result]]);
    expect(tried(email(click('c', offset)))).toEqual([['EMAIL', result]]);
  });

  it.each([1, 90, 400])(
    'a window of %d days is exact to the millisecond, over changes of summer time',
    (days) => {
      const of = { terms: terms({ attributionWindowDays: days }) };
      expect(clickOf(session(click('in', -days * DAY, of)))).toBe('in');
      expect(clickOf(session(click('out', -days * DAY - 1, of)))).toBeNull();
    },
  );

  it('the tolerance after the order is five minutes', () => expect(AFTER_TOLERANCE_MS).toBe(300_000));
});

describe('states', () => {
  it.each([
    ['ACTIVE', 'MATCHED', 'MATCHED'],
    ['PAUSED', 'MATCHED', 'CAMPAIGN_INACTIVE'],
    ['DRAFT', 'MATCHED', 'CAMPAIGN_INACTIVE'],
    ['ARCHIVED', 'CAMPAIGN_INACTIVE', 'CAMPAIGN_INACTIVE'],
  ] as const)('in a campaign that is %s an earlier click is %s and a code %s', (status, byClick, byCode) => {
    const of = { campaignStatus: status };
    expect(tried(session(click('c', -DAY, of)))).toEqual([['SESSION', byClick]]);
    expect(tried(clickId(click('c', -DAY, of)))).toEqual([['CLICK', byClick]]);
    expect(tried(email(click('c', -DAY, of)))).toEqual([['EMAIL', byClick]]);
    expect(tried(customer(credit(of)))).toEqual([['CUSTOMER', byClick]]);
    expect(tried(code(candidate(of)))).toEqual([['CODE', byCode]]);
  });

  it('nothing of a suspended affiliate counts', () => {
    const click1 = click('c', -DAY, suspended);
    expect(
      tried(
        session(click1),
        clickId(click1),
        code(candidate(suspended)),
        email(click1),
        customer(credit(suspended)),
      ),
    ).toEqual(['SESSION', 'CLICK', 'CODE', 'EMAIL', 'CUSTOMER'].map((kind) => [kind, 'AFFILIATE_INACTIVE']));
  });
});

describe('an email', () => {
  const byKey = { identifiedBy: 'KEY' } as const;
  const anonymous = { identifiedBy: 'ANONYMOUS' } as const;

  it("takes a click that a key vouched for before an anonymous claim, even when it's older", () => {
    expect(clickOf(email(click('claimed', -DAY, anonymous), click('vouched', -20 * DAY, byKey)))).toBe(
      'vouched',
    );
  });

  it('falls back on an anonymous claim when no vouched click holds', () => {
    const vouched = click('vouched', -DAY, { ...byKey, ...archived });
    expect(clickOf(email(click('claimed', -20 * DAY, anonymous), vouched))).toBe('claimed');
  });

  it('that cannot be one is INVALID, whatever is known', () => {
    expect(tried({ kind: 'EMAIL', value: null, clicks: [click('c', -DAY)] })).toEqual([['EMAIL', 'INVALID']]);
  });
});

describe('a customer', () => {
  const since = (firstOccurredAt: string, recurringMonthsLimit: number | null, commissionRecurring = true) =>
    tried(
      customer(
        credit({
          firstOccurredAt: new Date(firstOccurredAt),
          terms: terms({ commissionRecurring, recurringMonthsLimit, attributionWindowDays: 1 }),
        }),
      ),
    )[0]?.[1];

  it('counts for the months of the commission, to the millisecond inclusive', () => {
    expect(since('2025-12-31T12:00:00.000Z', 3)).toBe('MATCHED');
    expect(since('2025-12-31T11:59:59.999Z', 3)).toBe('DURATION_ENDED');
  });

  it('counts from the first credited order on, less the tolerance: a first credit never pays for the past', () => {
    const first = (ms: number) => customer(credit({ firstOccurredAt: new Date(ORDER.getTime() + ms) }));
    expect(tried(first(0))).toEqual([['CUSTOMER', 'MATCHED']]);
    expect(tried(first(AFTER_TOLERANCE_MS))).toEqual([['CUSTOMER', 'MATCHED']]);
    expect(tried(first(AFTER_TOLERANCE_MS + 1))).toEqual([['CUSTOMER', 'BEFORE_FIRST_CREDIT']]);
    expect(decide(ORDER, [first(AFTER_TOLERANCE_MS + 1)]).match).toBeNull();
  });

  it("is clamped at the month's end", () => {
    const first = credit({
      firstOccurredAt: new Date('2026-01-31T12:00:00Z'),
      terms: terms({ commissionRecurring: true, recurringMonthsLimit: 1 }),
    });
    expect(decide(new Date('2026-02-28T12:00:00.000Z'), [customer(first)]).match).not.toBeNull();
    expect(decide(new Date('2026-02-28T12:00:00.001Z'), [customer(first)]).match).toBeNull();
  });

  it('counts for ever without a limit, and when only the first order earns; the click window is nothing to it', () => {
    expect(since('2001-01-01T00:00:00Z', null)).toBe('MATCHED');
    expect(since('2001-01-01T00:00:00Z', 1, false)).toBe('MATCHED');
  });

  it('has no click', () => expect(decide(ORDER, [customer(credit())]).match?.clickId).toBeNull());
});
