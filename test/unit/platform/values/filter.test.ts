// What a list is filtered by: what was not asked for is null, and an id that cannot exist fits nothing.
import { toFilter } from '#platform/values/filter.js';
import { toPublicId } from '#platform/values/ids.js';

const uuid = '0190a5e4-7c1b-7d3a-9f10-2b3c4d5e6f70';
type Query = Partial<
  Record<'status' | 'affiliateId' | 'campaignId' | 'currency' | 'from' | 'to' | 'email', string>
> & {
  limit?: number;
};
const names = ['status', 'affiliateId', 'campaignId', 'currency', 'from', 'to'] as const;
const asked = (query: Query) => toFilter(query, names);
const none = { status: null, affiliateId: null, campaignId: null, currency: null, from: null, to: null };

it('nothing asked for is no filter, and what is no filter is left out', () => {
  expect(asked({})).toEqual(none);
  expect(asked({ limit: 3, email: 'a@b.example' })).toEqual(none);
});

it('ids are those of the rows, currencies are in upper case, a period is of moments', () => {
  const query = {
    status: 'PAID',
    affiliateId: toPublicId('aff', uuid),
    currency: 'eur',
    from: '2026-01-01T00:00:00Z',
  };
  expect(asked(query)).toEqual({
    ...none,
    status: 'PAID',
    affiliateId: uuid,
    currency: 'EUR',
    from: new Date('2026-01-01T00:00:00Z'),
  });
});

it.each(['aff_1', '', toPublicId('cmp', uuid)])(
  'nothing fits the affiliate %j, who cannot exist',
  (affiliateId) => {
    expect(asked({ affiliateId })).toBeNull();
  },
);
