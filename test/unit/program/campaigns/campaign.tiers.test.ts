// Which tiers are allowed, alone and beside the type and rate that are stored; and that nothing is lost in storing them.
import fc from 'fast-check';
import type { CampaignEntity } from '#program/campaigns/campaign.entity.js';
import type { CampaignFields } from '#program/campaigns/campaign.fields.js';
import { conflictOf, differences, updateIssues } from '#program/campaigns/campaign.rules.js';
import { tiersRule, toPublicTiers, toStoredTiers } from '#program/campaigns/campaign.tiers.js';
import { difference } from '../../../support/failures.js';

const tier = (threshold: unknown, commissionRate: unknown) => ({ threshold, commissionRate });
const tiers = [
  { threshold: 1000, commissionRate: 12 },
  { threshold: 5000, commissionRate: 15.25 },
];
const fields: CampaignFields = {
  name: 'Autumn',
  status: 'ACTIVE',
  landingUrl: 'https://shop.example/',
  commissionType: 'PERCENTAGE',
  commissionRate: 10,
  tiers,
  currency: 'EUR',
  commissionRecurring: false,
  recurringMonthsLimit: null,
  attributionWindowDays: 90,
};
const flat: CampaignFields = { ...fields, tiers: null };
const fixed: CampaignFields = { ...flat, commissionType: 'FIXED', commissionRate: 800 };

/** Where a new campaign with a base rate of 10 % and these tiers has faults. */
const faultsOf = (sent: unknown, commissionRate: unknown = 10) =>
  tiersRule({ commissionType: 'PERCENTAGE', commissionRate, tiers: sent }).map(({ path }) => path.join('.'));

describe('tiers that are sent', () => {
  it('may ascend in thresholds and rates, from above the base rate', () => {
    expect(faultsOf(tiers)).toEqual([]);
    expect(faultsOf([tier(1, 10.01), tier(2, 10.02), tier(1e12, 100)])).toEqual([]);
    expect(tiersRule({ tiers })).toEqual([]);
    expect(faultsOf(null)).toEqual([]);
    expect(faultsOf(undefined)).toEqual([]);
  });

  it.each([
    [[tier(1000, 10)], ['tiers.0.commissionRate']],
    [[tier(1000, 9.99)], ['tiers.0.commissionRate']],
    [[tier(1000, 12), tier(1000, 15)], ['tiers.1.threshold']],
    [[tier(1000, 12), tier(999, 15)], ['tiers.1.threshold']],
    [[tier(1000, 12), tier(2000, 12)], ['tiers.1.commissionRate']],
    [
      [tier(1000, 12), tier(500, 11)],
      ['tiers.1.threshold', 'tiers.1.commissionRate'],
    ],
    [[tier(1000, 12.345)], ['tiers.0.commissionRate']],
    [
      [tier(3, 12), tier(2, 13), tier(1, 14)],
      ['tiers.1.threshold', 'tiers.2.threshold'],
    ],
  ])('may not be %j', (sent, names) => expect(faultsOf(sent)).toEqual(names));

  it('belong to a PERCENTAGE only', () => {
    const message = 'must be null unless commissionType is PERCENTAGE';
    expect(tiersRule({ commissionType: 'FIXED', commissionRate: 5, tiers })).toEqual([
      { path: ['tiers'], message },
    ]);
    expect(tiersRule({ commissionType: 'FIXED', commissionRate: 5, tiers: null })).toEqual([]);
  });

  it('of any other form are left to the contract', () => {
    for (const sent of [
      1,
      'x',
      {},
      [],
      [null],
      ['x'],
      [[]],
      [tier('1', '2'), tier(null, true)],
      [tier(1, 101)],
    ]) {
      expect(faultsOf(sent)).toEqual([]);
    }
    for (const body of [undefined, null, 1, []]) expect(tiersRule(body)).toEqual([]);
    expect(faultsOf(tiers, '11')).toEqual([]);
  });
});

it('every rate comes back as it was sent', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 1e12 }), fc.integer({ min: 1, max: 10_000 }))),
      (pairs) => {
        const sent = pairs.map(([threshold, points]) => ({ threshold, commissionRate: points / 100 }));
        expect(toPublicTiers(toStoredTiers(sent))).toEqual(sent);
        expect(toStoredTiers(sent)?.map(({ rate }) => rate)).toEqual(pairs.map(([, points]) => points));
      },
    ),
  );
  expect([toStoredTiers(null), toPublicTiers(null)]).toEqual([null, null]);
});

describe('a change', () => {
  const pathsOf = (current: CampaignFields, sent: Parameters<typeof updateIssues>[1]) =>
    updateIssues(current, sent).map(({ path }) => path.join('.'));

  it('must leave tiers and rate that fit each other', () => {
    expect(pathsOf(flat, { tiers })).toEqual([]);
    expect(pathsOf(fields, { commissionRate: 11.99 })).toEqual([]);
    expect(pathsOf(fields, { commissionRate: 12 })).toEqual(['commissionRate']);
    expect(pathsOf(fields, { commissionRate: 101 })).toEqual(['commissionRate']);
    expect(pathsOf({ ...flat, commissionRate: 12 }, { tiers })).toEqual(['tiers.0.commissionRate']);
    expect(pathsOf(fields, { commissionRate: 20, tiers: null })).toEqual([]);
    expect(pathsOf(fields, { commissionRate: 20, tiers: [{ threshold: 1, commissionRate: 21 }] })).toEqual(
      [],
    );
  });

  it('to FIXED must remove the tiers, and a FIXED one takes none', () => {
    expect(pathsOf(fields, { commissionType: 'FIXED', commissionRate: 800 })).toEqual(['tiers']);
    expect(pathsOf(fields, { commissionType: 'FIXED' })).toEqual(['commissionRate', 'tiers']);
    expect(pathsOf(fields, { commissionType: 'FIXED', commissionRate: 800, tiers: null })).toEqual([]);
    expect(pathsOf(fixed, { tiers })).toEqual(['tiers']);
    expect(pathsOf(fixed, { commissionType: 'PERCENTAGE', commissionRate: 10, tiers })).toEqual([]);
  });

  it('is one only if a threshold, a rate or the number differs, whatever objects hold them', () => {
    const copy = () => structuredClone(tiers);
    expect(differences(fields, { ...fields, tiers: copy() })).toEqual([]);
    const named = [{ field: 'tiers', yours: null, ours: null }];
    for (const other of [
      null,
      [],
      copy().slice(1),
      copy().reverse(),
      [...copy(), { threshold: 9000, commissionRate: 20 }],
      [{ ...copy()[0]!, threshold: 1001 }, copy()[1]!],
      [copy()[0]!, { ...copy()[1]!, commissionRate: 15.26 }],
    ]) {
      expect(differences(fields, { ...fields, tiers: other })).toEqual(named);
      expect(differences({ ...fields, tiers: other }, fields)).toEqual(named);
    }
  });

  it('is refused once an affiliate has joined, naming the tiers without repeating them', () => {
    const frozen = { terms_frozen_at: new Date() } as CampaignEntity;
    expect(conflictOf(frozen, fields, structuredClone(fields))).toBeNull();
    expect(conflictOf(frozen, fields, flat)?.details).toEqual([difference('tiers', null, null)]);
    expect(conflictOf(frozen, flat, fields)?.details).toEqual([difference('tiers', null, null)]);
  });
});
