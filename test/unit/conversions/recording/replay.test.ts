// A call that names a known order: what makes it another order, and what is told to have been ignored.
import { hashEmail } from '#conversions/recording/email.js';
import type { StoredConversion } from '#conversions/recording/stored-conversion.js';
import { toOrder } from '#conversions/recording/conversion.fields.js';
import { differingFields, ignoredFields, toSentFields } from '#conversions/recording/replay.js';
import type { RecordPostbackBody } from '#generated/dto.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const tenant = { merchantId: '018f0000-0000-7000-8000-000000000001', mode: 'test' } as const;
const bodyOf = (fields: object) =>
  ({
    externalId: 'o-1',
    conversionType: 'SALE',
    amount: 1,
    currency: 'EUR',
    ...fields,
  }) as RecordPostbackBody;

const kept = {
  ...toOrder(
    tenant,
    bodyOf({
      sessionId: 'session',
      customerEmail: 'mila@example.com',
      metadata: { a: { b: [1, 2] }, c: null },
      occurredAt: '2026-03-31T10:00:00Z',
    }),
    NOW,
  ),
  status: 'UNATTRIBUTED',
} as unknown as StoredConversion;

const differing = (fields: object) => differingFields(toOrder(tenant, bodyOf(fields), NOW), kept);
const ignored = (fields: object) =>
  ignoredFields(toOrder(tenant, bodyOf(fields), NOW), toSentFields(bodyOf(fields)), kept).map(
    ({ path, message }) => {
      expect(message).toBe('differs from the stored conversion, which stays as it is');
      return path.join('.');
    },
  );

describe('the same name for another order', () => {
  it.each([
    ['conversionType', 'LEAD', 'SALE'],
    ['amount', 2, 1],
    ['currency', 'USD', 'EUR'],
    ['isSynthetic', true, false],
  ])('is told by %s: yours %j, ours %j', (field, yours, ours) => {
    expect(differing({ [field]: yours })).toEqual([{ field, yours, ours }]);
  });

  it('names all that differ at once', () => {
    expect(
      differing({ amount: 2, currency: 'usd', conversionType: 'TRIAL', isSynthetic: true }),
    ).toHaveLength(4);
  });

  it('is not told by anything else, nor by the case of the currency', () => {
    const others = {
      currency: 'eur',
      sessionId: 'x',
      customerId: 'y',
      metadata: {},
      occurredAt: '2025-12-31T00:00:00Z',
    };
    expect(differing(others)).toEqual([]);
    expect(differing({ isSynthetic: false })).toEqual([]);
  });
});

describe('fields that have no effect any more', () => {
  it('are none when the call is the same, however it is written', () => {
    expect(ignored({})).toEqual([]);
    expect(
      ignored({
        rcsid: 'session',
        customerEmailHash: hashEmail('mila@example.com').toUpperCase(),
        metadata: { c: null, a: { b: [1, 2] } },
        occurredAt: '2026-03-31T12:00:00.000+02:00',
      }),
    ).toEqual([]);
  });

  it('are named as they were sent', () => {
    expect(
      ignored({
        rcsid: 'other',
        cid: 'click',
        affiliateCode: 'mila',
        customerEmail: 'other@example.com',
        customerId: 'anna',
        occurredAt: '2026-03-31T10:00:01Z',
        metadata: { a: { b: [2, 1] }, c: null },
      }),
    ).toEqual(['rcsid', 'cid', 'affiliateCode', 'customerEmail', 'customerId', 'occurredAt', 'metadata']);
  });

  it('are never those that were not sent: null, the empty string, nothing', () => {
    expect(ignored({ sessionId: null, clickId: '', customerEmail: '', metadata: null })).toEqual([]);
  });
});
