// What holds for every order, whatever is known of it. The oracle says the rule backwards: it ranks all clicks by what a person
// would argue, instead of walking them in order.
import fc from 'fast-check';
import { decide } from '#conversions/attribution/decide.js';
import type { ClickFact, EvidenceFacts } from '#conversions/attribution/facts.js';
import { candidate, click, credit, DAY, MINUTE, ORDER, terms } from './facts.js';

const campaignStatus = fc.constantFrom('DRAFT', 'ACTIVE', 'PAUSED', 'ARCHIVED');
const affiliateStatus = fc.constantFrom('ACTIVE', 'SUSPENDED');
const window = fc.integer({ min: 1, max: 4 });
/** Around the edges: the order, the tolerance, the window's end; a coarse grid so that ties are common. */
const offset = fc.oneof(
  fc.integer({ min: -5, max: 5 }).map((days) => days * DAY),
  fc.constantFrom(-1, 0, 1, MINUTE, 5 * MINUTE, 5 * MINUTE + 1, -DAY - 1, -2 * DAY - 1),
  fc.integer({ min: -6 * DAY, max: 10 * MINUTE }),
);
const anyClick = fc.record({
  offset,
  campaignStatus,
  affiliateStatus,
  window,
  identifiedBy: fc.constantFrom('KEY', 'ANONYMOUS', null),
});
const clicks = fc
  .array(anyClick, { maxLength: 8 })
  .map((drafts) =>
    drafts.map(({ offset, window, ...states }, index) =>
      click(`click-${index}`, offset, { ...states, terms: terms({ attributionWindowDays: window }) }),
    ),
  );
const evidence: fc.Arbitrary<EvidenceFacts> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('SESSION', 'CLICK', 'EMAIL'),
    value: fc.constantFrom('x', null),
    clicks,
  }),
  fc
    .option(fc.record({ campaignStatus, affiliateStatus }))
    .map((states): EvidenceFacts => ({ kind: 'CODE', value: 'x', link: states && candidate(states) })),
  fc.option(fc.record({ campaignStatus, affiliateStatus, offset })).map((draft): EvidenceFacts => {
    const of = draft && { ...draft, firstOccurredAt: new Date(ORDER.getTime() + draft.offset) };
    return { kind: 'CUSTOMER', value: 'x', credit: of && credit(of) };
  }),
);

/** Whether this click may be credited for the order at all. */
function holds({ clickedAt, campaignStatus, affiliateStatus, terms }: ClickFact): boolean {
  const earliest = new Date(ORDER);
  earliest.setUTCDate(earliest.getUTCDate() - terms.attributionWindowDays); // in UTC every day has 86,400 s
  const latest = new Date(ORDER);
  latest.setUTCMinutes(latest.getUTCMinutes() + 5);
  return (
    clickedAt >= earliest &&
    clickedAt <= latest &&
    campaignStatus !== 'ARCHIVED' &&
    affiliateStatus === 'ACTIVE'
  );
}

/** True when `a` must be credited rather than `b`, both holding. */
function isBetter(a: ClickFact, b: ClickFact, byEmail: boolean): boolean {
  if (byEmail && (a.identifiedBy === 'KEY') !== (b.identifiedBy === 'KEY')) return a.identifiedBy === 'KEY';
  const [aIsBefore, bIsBefore] = [a.clickedAt <= ORDER, b.clickedAt <= ORDER];
  if (aIsBefore !== bIsBefore) return aIsBefore;
  if (a.clickedAt.getTime() === b.clickedAt.getTime()) return a.clickId > b.clickId;
  return aIsBefore ? a.clickedAt > b.clickedAt : a.clickedAt < b.clickedAt;
}

/** The click that every other one loses to; null when none holds. */
function best(all: readonly ClickFact[], byEmail: boolean): ClickFact | null {
  const holding = all.filter(holds);
  return (
    holding.find((one) => holding.every((other) => other === one || isBetter(one, other, byEmail))) ?? null
  );
}

/** What the one piece of evidence credits: an affiliate's candidate or click, or nothing. */
function expected(facts: EvidenceFacts): object | null {
  if (facts.kind === 'CODE') {
    return facts.link?.campaignStatus === 'ACTIVE' && facts.link.affiliateStatus === 'ACTIVE'
      ? facts.link
      : null;
  }
  if (facts.kind === 'CUSTOMER') {
    const { credit } = facts;
    const earliest = new Date(credit?.firstOccurredAt ?? ORDER);
    earliest.setUTCMinutes(earliest.getUTCMinutes() - 5);
    return ORDER >= earliest && credit?.campaignStatus !== 'ARCHIVED' && credit?.affiliateStatus === 'ACTIVE'
      ? credit
      : null;
  }
  return facts.value === null ? null : best(facts.clicks, facts.kind === 'EMAIL');
}

const runs = { numRuns: 2000 };

describe('a decision', () => {
  it('credits what the rule says, for every mixture of evidence', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 5 }), (all) => {
        const { match, attempts } = decide(ORDER, all);
        const winner = all.findIndex((facts) => expected(facts) !== null);
        expect(match?.by ?? null).toBe(all[winner]?.kind ?? null);
        expect(attempts).toHaveLength(winner < 0 ? all.length : winner + 1);
        expect(attempts.filter(({ result }) => result === 'MATCHED')).toHaveLength(match ? 1 : 0);
        if (match) expect(attempts.at(-1)?.candidate).toBe(expected(all[winner] as EvidenceFacts));
      }),
      runs,
    );
  });

  it('never credits a click that does not hold', () => {
    fc.assert(
      fc.property(clicks, fc.constantFrom('SESSION', 'CLICK', 'EMAIL'), (all, kind) => {
        const { match } = decide(ORDER, [{ kind, value: 'x', clicks: all }]);
        if (match) expect(all.filter((one) => one.clickId === match.clickId).every(holds)).toBe(true);
        else expect(all.some(holds)).toBe(false);
      }),
      runs,
    );
  });

  it('is the same in whatever order the clicks are given, the explanation too', () => {
    fc.assert(
      fc.property(
        clicks.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        fc.constantFrom('SESSION', 'CLICK', 'EMAIL'),
        ([all, shuffled], kind) => {
          const given = decide(ORDER, [{ kind, value: 'x', clicks: all }]);
          expect(decide(ORDER, [{ kind, value: 'x', clicks: shuffled }])).toEqual(given);
        },
      ),
    );
  });

  it('is pure: the same for the same input, which it leaves as it was', () => {
    fc.assert(
      fc.property(fc.array(evidence, { maxLength: 5 }), (all) => {
        const before = structuredClone(all);
        const first = decide(ORDER, all);
        expect(decide(ORDER, all)).toEqual(first);
        expect(all).toEqual(before);
      }),
    );
  });
});
