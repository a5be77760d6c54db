// Evidence in the order it is tried, and how it adds up over replays.
import fc from 'fast-check';
import {
  evidenceOrder,
  inTryingOrder,
  MAX_VALUES_PER_KIND,
  mergeEvidence,
  type EvidenceItem,
} from '#conversions/attribution/evidence.js';

const kind = fc.constantFrom(...evidenceOrder);
/** Few values, so that repeats are common; null is an email that cannot be one. */
const item: fc.Arbitrary<EvidenceItem> = fc.record({ kind, value: fc.constantFrom('a', 'b', 'A', '', null) });
const items = fc.array(item, { maxLength: 30 });
const distinct = (all: readonly EvidenceItem[]) => new Set(all.map((one) => JSON.stringify(one)));
const of = (kind: EvidenceItem['kind'], ...values: (string | null)[]): EvidenceItem[] =>
  values.map((value) => ({ kind, value }));

describe('the order of evidence', () => {
  it('is session, click, code, email, customer', () => {
    expect(evidenceOrder).toEqual(['SESSION', 'CLICK', 'CODE', 'EMAIL', 'CUSTOMER']);
  });

  it('is by kind, and within a kind as it came', () => {
    const came = [...of('CUSTOMER', 'k'), ...of('SESSION', '2'), ...of('CODE', 'c'), ...of('SESSION', '1')];
    expect(inTryingOrder(came)).toEqual([
      ...of('SESSION', '2', '1'),
      ...of('CODE', 'c'),
      ...of('CUSTOMER', 'k'),
    ]);
  });
});

describe('evidence of a replay', () => {
  it('is added behind what is known; what is known already is not added again', () => {
    const known = of('SESSION', 'one');
    const more = [...of('SESSION', 'one', 'two', 'two'), ...of('CODE', 'mila')];
    expect(mergeEvidence(known, more)).toEqual({
      all: [...of('SESSION', 'one', 'two'), ...of('CODE', 'mila')],
      added: [...of('SESSION', 'two'), ...of('CODE', 'mila')],
    });
    expect(known).toEqual(of('SESSION', 'one'));
  });

  it('is left out once ten values of that kind are known', () => {
    const ten = of('CLICK', ...Array.from({ length: MAX_VALUES_PER_KIND }, (_, index) => `c${index}`));
    const merged = mergeEvidence(ten, [...of('CLICK', 'eleventh', 'c3'), ...of('CODE', 'mila')]);
    expect(merged).toEqual({
      all: [...ten, ...of('CODE', 'mila')],
      added: of('CODE', 'mila'),
    });
  });

  it('never loses what was known, never holds a value twice, and never grows past ten of a kind', () => {
    fc.assert(
      fc.property(items, items, (first, second) => {
        const known = mergeEvidence([], first).all;
        const { all, added } = mergeEvidence(known, second);
        expect(all).toEqual([...known, ...added]);
        expect(distinct(all).size).toBe(all.length);
        for (const one of evidenceOrder) {
          expect(all.filter(({ kind }) => kind === one).length).toBeLessThanOrEqual(MAX_VALUES_PER_KIND);
        }
      }),
    );
  });

  it('sent again brings nothing', () => {
    fc.assert(
      fc.property(items, items, (first, second) => {
        const { all } = mergeEvidence(first, second);
        expect(mergeEvidence(all, second).added).toEqual([]);
      }),
    );
  });
});
