// Each field of an order on its way in, the evidence that comes with it, and who its customer is.
import fc from 'fast-check';
import type { EvidenceItem } from '#conversions/attribution/evidence.js';
import { customerIdOf, customerKeyOf } from '#conversions/recording/conversion.js';
import { hashEmail } from '#conversions/recording/email.js';
import { toOrder } from '#conversions/recording/conversion.fields.js';
import { toSentFields } from '#conversions/recording/replay.js';
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
const order = (fields: object) => toOrder(tenant, bodyOf(fields), NOW);
const HASH = hashEmail('mila@example.com');

describe('an order', () => {
  it('has an id of its own, given before the first try, and the defaults', () => {
    const first = order({});
    expect(first).toMatchObject({
      ...tenant,
      occurredAt: NOW,
      recordedAt: NOW,
      isSynthetic: false,
      metadata: null,
    });
    expect(first.id).not.toBe(order({}).id);
  });

  it('has its currency in capitals and its moment in UTC', () => {
    expect(order({ currency: 'eur', occurredAt: '2026-03-31T13:00:00+02:00' })).toMatchObject({
      currency: 'EUR',
      occurredAt: new Date('2026-03-31T11:00:00.000Z'),
    });
  });

  it('has the evidence that was filled in, in the order it is tried, an alias like its twin', () => {
    const evidence = [
      { kind: 'SESSION', value: 'session' },
      { kind: 'CLICK', value: 'click' },
      { kind: 'CODE', value: 'Mila' },
      { kind: 'EMAIL', value: HASH },
      { kind: 'CUSTOMER', value: 'anna' },
    ];
    const rest = { affiliateCode: 'Mila', customerEmail: ' MILA@example.com', customerId: 'anna' };
    expect(order({ sessionId: 'session', clickId: 'click', ...rest }).evidence).toEqual(evidence);
    expect(order({ rcsid: 'session', cid: 'click', ...rest }).evidence).toEqual(evidence);
    expect(order({ sessionId: '', rcsid: 'session', clickId: null, cid: 'click', ...rest }).evidence).toEqual(
      evidence,
    );
  });

  it('never holds an email: only its hash, in lower case, and null for one that cannot be one', () => {
    expect(order({ customerEmailHash: HASH.toUpperCase() }).evidence).toEqual([
      { kind: 'EMAIL', value: HASH },
    ]);
    expect(order({ customerEmail: 'nonsense' }).evidence).toEqual([{ kind: 'EMAIL', value: null }]);
    expect(JSON.stringify(order({ customerEmail: 'mila@example.com' }))).not.toContain('mila@');
  });

  it('has the hash whatever blanks stand around it; one that is none is unusable, and the email beside it counts', () => {
    expect(order({ customerEmailHash: `\t${HASH.toUpperCase()} \r\n` }).evidence).toEqual([
      { kind: 'EMAIL', value: HASH },
    ]);
    for (const none of ['mila@example.com', 'd41d8cd98f00b204e9800998ecf8427e', 'a\u0000', '\ud800', ' ']) {
      expect(order({ customerEmailHash: none }).evidence).toEqual([{ kind: 'EMAIL', value: null }]);
      expect(order({ customerEmailHash: none, customerEmail: 'mila@example.com' }).evidence).toEqual([
        { kind: 'EMAIL', value: null },
        { kind: 'EMAIL', value: HASH },
      ]);
      expect(order({ customerEmailHash: none, customerEmail: 'nonsense' }).evidence).toEqual([
        { kind: 'EMAIL', value: null },
      ]);
    }
  });

  it('never cuts a customer id: one that is too long is unusable, and not kept', () => {
    const longest = '\u{1F600}'.repeat(255);
    expect(order({ customerId: longest }).evidence).toEqual([{ kind: 'CUSTOMER', value: longest }]);
    expect(order({ customerId: `${longest}x` }).evidence).toEqual([{ kind: 'CUSTOMER', value: null }]);
  });

  it('has no evidence of null and the empty string', () => {
    const names = [
      'sessionId',
      'rcsid',
      'clickId',
      'cid',
      'affiliateCode',
      'customerEmailHash',
      'customerEmail',
      'customerId',
    ];
    for (const nothing of [null, '', undefined]) {
      expect(order(Object.fromEntries(names.map((name) => [name, nothing]))).evidence).toEqual([]);
    }
  });

  it('can be stored whatever its evidence holds: no U+0000, no lone surrogate', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (value) => {
        for (const field of ['sessionId', 'clickId', 'affiliateCode']) {
          const [item] = order({ [field]: `${value}\ud800\u0000` }).evidence;
          expect(item?.value?.isWellFormed() && !item.value.includes('\u0000')).toBe(true);
        }
      }),
    );
  });
});

describe('the fields that were sent', () => {
  it('are named as the caller wrote them', () => {
    const sent = {
      rcsid: 's',
      clickId: 'c',
      cid: 'c',
      customerEmail: 'a@b',
      customerId: null,
      metadata: {},
      occurredAt: 'x',
    };
    expect(toSentFields(bodyOf(sent))).toMatchObject({
      occurredAt: true,
      metadata: true,
      evidence: [
        { field: 'rcsid', kind: 'SESSION', value: 's' },
        { field: 'clickId', kind: 'CLICK', value: 'c' },
        { field: 'customerEmail', kind: 'EMAIL', value: hashEmail('a@b') },
      ],
    });
    expect(toSentFields(bodyOf({ metadata: null }))).toMatchObject({
      occurredAt: false,
      metadata: false,
      evidence: [],
    });
  });
});

describe('the customer', () => {
  const id: EvidenceItem = { kind: 'CUSTOMER', value: 'anna' };
  const email: EvidenceItem = { kind: 'EMAIL', value: HASH };
  const unusable: EvidenceItem = { kind: 'EMAIL', value: null };

  it('is the customer id, else the email, else nobody', () => {
    expect(customerKeyOf([email, id])).toBe('id:anna');
    expect(customerKeyOf([unusable, email])).toBe(`email:${HASH}`);
    expect(customerKeyOf([unusable, { kind: 'SESSION', value: 'anna' }])).toBeNull();
    expect(customerKeyOf([])).toBeNull();
  });

  it('with an id that looks like an email hash is somebody else', () => {
    expect(customerKeyOf([{ kind: 'CUSTOMER', value: HASH }])).not.toBe(customerKeyOf([email]));
    expect(customerKeyOf([{ kind: 'CUSTOMER', value: `email:${HASH}` }])).not.toBe(customerKeyOf([email]));
  });

  it('is remembered for later orders by id only', () => {
    expect(customerIdOf([email, id])).toBe('anna');
    expect(customerIdOf([email])).toBeNull();
  });
});
