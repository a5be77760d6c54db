// Which rates fit, and which changes are allowed when.
import fc from 'fast-check';
import type { CampaignEntity } from '#program/campaigns/campaign.entity.js';
import { merged, newFields, type CampaignFields } from '#program/campaigns/campaign.fields.js';
import { conflictOf, rateRule, updateIssues } from '#program/campaigns/campaign.rules.js';
import { toPublicRate, toStoredRate } from '#program/campaigns/commission-rate.js';
import { difference } from '../../../support/failures.js';

const fields: CampaignFields = {
  name: 'Autumn',
  status: 'ACTIVE',
  landingUrl: 'https://shop.example/',
  commissionType: 'PERCENTAGE',
  commissionRate: 10,
  tiers: null,
  currency: 'EUR',
  commissionRecurring: false,
  recurringMonthsLimit: null,
  attributionWindowDays: 90,
};
const open = { terms_frozen_at: null } as CampaignEntity;
const frozen = { terms_frozen_at: new Date() } as CampaignEntity;
const fits = (commissionType: string, commissionRate: unknown) =>
  rateRule({ commissionType, commissionRate }).length === 0;

describe('commission rates', () => {
  it('takes every percent with two decimals from 0.01 to 100, and keeps it exactly', () => {
    for (let basisPoints = 1; basisPoints <= 10_000; basisPoints++) {
      const percent = JSON.parse((basisPoints / 100).toFixed(2)) as number;
      expect(fits('PERCENTAGE', percent)).toBe(true);
      expect(toStoredRate('PERCENTAGE', percent)).toBe(basisPoints);
      expect(toPublicRate('PERCENTAGE', basisPoints)).toBe(percent);
    }
  });

  it.each([0, -1, 0.001, 0.009, 0.015, 1.005, 7.255, 99.999, 100.01, 1e12, 1e-20, -0])(
    'takes no percent of %d',
    (rate) => {
      expect(fits('PERCENTAGE', rate)).toBe(false);
    },
  );

  it('takes no percent with more than two decimals', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), (rate) => {
        const short = Number(rate.toFixed(2)) === rate;
        return fits('PERCENTAGE', rate) === short;
      }),
    );
  });

  it('takes whole minor units from 0 to 10^12 for FIXED', () => {
    expect([0, 1, 800, 1e12].every((rate) => fits('FIXED', rate))).toBe(true);
    expect([-1, 0.5, 10.01, 1e12 + 1, Number.NaN, Infinity].some((rate) => fits('FIXED', rate))).toBe(false);
  });

  it('leaves to the contract what is not a rate at all', () => {
    for (const body of [
      undefined,
      null,
      1,
      'x',
      [],
      {},
      { commissionRate: '10' },
      { commissionType: 'X', commissionRate: 1 },
    ]) {
      expect(rateRule(body)).toEqual([]);
    }
  });
});

describe('a new campaign', () => {
  it('keeps its currency in upper case and no limit where none was sent', () => {
    const sent = { ...fields, currency: 'jpy', recurringMonthsLimit: undefined };
    expect(newFields(sent)).toEqual({ ...fields, currency: 'JPY' });
    expect(newFields({ ...sent, recurringMonthsLimit: 12 }).recurringMonthsLimit).toBe(12);
  });
});

describe('changing a campaign', () => {
  it('changes what was sent and nothing else', () => {
    expect(merged(fields, {})).toEqual(fields);
    expect(merged(fields, { name: 'Winter', currency: 'usd' })).toEqual({
      ...fields,
      name: 'Winter',
      currency: 'USD',
    });
    const limited = { ...fields, commissionRecurring: true, recurringMonthsLimit: 12 };
    expect(merged(limited, { recurringMonthsLimit: null }).recurringMonthsLimit).toBeNull();
    expect(merged(limited, { commissionRecurring: false }).commissionRecurring).toBe(false);
  });

  it('needs the rate with a new type, and judges a rate alone by the stored type', () => {
    expect(updateIssues(fields, { commissionType: 'FIXED' })).toEqual([
      { path: ['commissionRate'], message: 'is required with a new commissionType' },
    ]);
    expect(updateIssues(fields, { commissionType: 'PERCENTAGE' })).toEqual([]);
    expect(updateIssues(fields, { commissionType: 'FIXED', commissionRate: 800 })).toEqual([]);
    expect(updateIssues(fields, { commissionRate: 800 })).toHaveLength(1);
    expect(
      updateIssues({ ...fields, commissionType: 'FIXED', commissionRate: 5 }, { commissionRate: 1.5 }),
    ).toHaveLength(1);
    expect(updateIssues(fields, { name: 'x' })).toEqual([]);
  });

  it('is free until the first affiliate joins', () => {
    const wanted: CampaignFields = {
      ...fields,
      commissionType: 'FIXED',
      commissionRate: 1,
      currency: 'JPY',
      status: 'DRAFT',
    };
    expect(conflictOf(open, fields, wanted)).toBeNull();
  });

  it('refuses other terms afterwards, naming every one with theirs and ours', () => {
    const wanted: CampaignFields = {
      ...fields,
      name: 'x',
      commissionRate: 12.5,
      recurringMonthsLimit: 3,
      commissionRecurring: true,
    };
    expect(conflictOf(frozen, fields, wanted)?.details).toEqual([
      difference('commissionRate', 12.5, 10),
      difference('commissionRecurring', true, false),
      difference('recurringMonthsLimit', 3, null),
    ]);
  });

  it('still takes another name, URL, window and state, and the same terms again', () => {
    const wanted: CampaignFields = {
      ...fields,
      name: 'x',
      landingUrl: 'https://y.example/',
      attributionWindowDays: 1,
      status: 'PAUSED',
    };
    expect(conflictOf(frozen, fields, wanted)).toBeNull();
  });

  it('lets drafts, active and paused campaigns follow each other in any order before, and archives them', () => {
    for (const from of ['DRAFT', 'ACTIVE', 'PAUSED'] as const) {
      for (const to of ['DRAFT', 'ACTIVE', 'PAUSED', 'ARCHIVED'] as const) {
        expect(conflictOf(open, { ...fields, status: from }, { ...fields, status: to })).toBeNull();
      }
    }
  });

  it('lets no campaign with affiliates be a draft again; one that still is may stay so', () => {
    for (const from of ['DRAFT', 'ACTIVE', 'PAUSED'] as const) {
      for (const to of ['ACTIVE', 'PAUSED', 'ARCHIVED'] as const) {
        expect(conflictOf(frozen, { ...fields, status: from }, { ...fields, status: to })).toBeNull();
      }
    }
    const draft: CampaignFields = { ...fields, status: 'DRAFT' };
    expect(conflictOf(frozen, draft, { ...draft, name: 'x' })).toBeNull();
    for (const from of ['ACTIVE', 'PAUSED'] as const) {
      const conflict = conflictOf(frozen, { ...fields, status: from }, { ...draft, name: 'x' });
      expect(conflict?.details).toEqual([difference('status', 'DRAFT', from)]);
    }
  });

  it('refuses every change of an archived one, but not to say again what it is', () => {
    const archived: CampaignFields = { ...fields, status: 'ARCHIVED' };
    expect(conflictOf(open, archived, archived)).toBeNull();
    expect(conflictOf(open, archived, fields)?.details).toEqual([difference('status', 'ACTIVE', 'ARCHIVED')]);
    expect(conflictOf(open, archived, { ...archived, name: 'x' })?.details).toEqual([
      difference('name', 'x', 'Autumn'),
    ]);
  });
});
