// The postback's rules that no schema can hold: each with its fault and without, and none of them trips over wrong types.
import fc from 'fast-check';
import { hashEmail } from '#conversions/recording/email.js';
import { postbackRule } from '#conversions/recording/postback.rules.js';

const NOW = new Date('2026-03-31T12:00:00.000Z');
const DAY = 86_400_000;
const body = { externalId: 'o-1', conversionType: 'SALE', amount: 1, currency: 'EUR', sessionId: null };
const paths = (fields: Record<string, unknown>) =>
  postbackRule({ ...body, ...fields }, {}, NOW).map((fault) => fault.path.join('.'));
const isoIn = (ms: number) => new Date(NOW.getTime() + ms).toISOString();

const evidenceNames = [
  'sessionId',
  'rcsid',
  'clickId',
  'cid',
  'affiliateCode',
  'customerEmailHash',
  'customerEmail',
  'customerId',
];

describe('some evidence field is sent', () => {
  const bare = { externalId: 'o-1', conversionType: 'LEAD', amount: 0, currency: 'EUR' };

  it.each(evidenceNames)('%s alone is enough, with null or the empty string in it', (name) => {
    for (const value of [null, '', 'x'])
      expect(postbackRule({ ...bare, [name]: value }, {}, NOW)).toEqual([]);
  });

  it('none at all is a fault of the body that names them all', () => {
    const faults = postbackRule(bare, {}, NOW);
    expect(faults.map(({ path }) => path)).toEqual([[]]);
    for (const name of evidenceNames) expect(faults[0]?.message).toContain(name);
  });

  it('one that stands in the metadata alone is told where it belongs', () => {
    const strayed = (metadata: unknown) =>
      postbackRule({ ...bare, metadata }, {}, NOW).map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
    expect(strayed({ refcampaign_session: 'rcs_1', plan: 'pro' })).toEqual([
      'metadata.refcampaign_session: is not read as evidence: send it as sessionId',
      expect.stringMatching(/^: at least one of/),
    ]);
    expect(strayed({ customerId: '7' })[0]).toBe(
      'metadata.customerId: is not read as evidence: send it as customerId',
    );
    for (const other of [{ plan: 'pro' }, 'refcampaign_session', null])
      expect(strayed(other)).toHaveLength(1);
    const sent = { ...bare, sessionId: 'rcs_1', metadata: { refcampaign_session: 'rcs_1' } };
    expect(postbackRule(sent, {}, NOW)).toEqual([]);
  });

  it('an inherited property is not sent', () => {
    expect(postbackRule(Object.create({ sessionId: 'x' }) as Record<string, unknown>, {}, NOW)).toHaveLength(
      1,
    );
  });
});

describe('the amount', () => {
  it('of a SALE is at least 1', () => {
    expect(paths({ amount: 0 })).toEqual(['amount']);
    expect(paths({ amount: 1 })).toEqual([]);
    expect(paths({ amount: -0 })).toEqual(['amount']);
  });

  it.each(['LEAD', 'TRIAL', 'CUSTOM'])('of a %s may be 0', (conversionType) => {
    expect(paths({ conversionType, amount: 0 })).toEqual([]);
  });
});

describe('a field and its alias', () => {
  it.each([
    ['sessionId', 'rcsid'],
    ['clickId', 'cid'],
  ])('%s and %s agree, or one of them is absent', (name, alias) => {
    expect(paths({ [name]: 'one', [alias]: 'other' })).toEqual([alias]);
    expect(paths({ [name]: 'one', [alias]: 'ONE' })).toEqual([alias]);
    expect(paths({ [name]: 'one', [alias]: 'one' })).toEqual([]);
    for (const absent of [null, '', undefined]) {
      expect(paths({ [name]: 'one', [alias]: absent })).toEqual([]);
      expect(paths({ [name]: absent, [alias]: 'one' })).toEqual([]);
    }
  });
});

describe('an email and a hash', () => {
  it('agree, the hash in either case', () => {
    const hash = hashEmail('mila@example.com');
    expect(paths({ customerEmail: ' MILA@example.com ', customerEmailHash: hash })).toEqual([]);
    expect(paths({ customerEmail: 'mila@example.com', customerEmailHash: hash.toUpperCase() })).toEqual([]);
    expect(paths({ customerEmail: 'other@example.com', customerEmailHash: hash })).toEqual([
      'customerEmailHash',
    ]);
  });

  it('are not compared when one is absent, or when the hash is none: that is the schema to say', () => {
    for (const customerEmailHash of [null, '', 'abc'])
      expect(paths({ customerEmail: 'a@b', customerEmailHash })).toEqual([]);
    expect(paths({ customerEmail: '', customerEmailHash: hashEmail('a@b') })).toEqual([]);
  });
});

describe('occurredAt', () => {
  it.each([
    [5 * 60_000, []],
    [5 * 60_000 + 1, ['occurredAt']],
    [-400 * DAY, []],
    [-400 * DAY - 1, ['occurredAt']],
    [0, []],
  ])('%d ms from now: %j', (ms, faults) => {
    expect(paths({ occurredAt: isoIn(ms) })).toEqual(faults);
  });

  it('is read with its time zone', () => {
    expect(paths({ occurredAt: '2026-03-31T14:05:00+02:00' })).toEqual([]);
    expect(paths({ occurredAt: '2026-03-31T14:05:00.001+02:00' })).toEqual(['occurredAt']);
  });

  it('that is no date-time is left to the schema', () => {
    for (const occurredAt of ['yesterday', '2026-02-30T00:00:00Z', 5, null, ''])
      expect(paths({ occurredAt })).toEqual([]);
  });
});

describe('all rules together', () => {
  it('name every fault at once, and never a value', () => {
    const fields = {
      amount: 0,
      sessionId: 'secret-1',
      rcsid: 'secret-2',
      clickId: 'secret-3',
      cid: 'secret-4',
      customerEmail: 'secret@example.com',
      customerEmailHash: hashEmail('another'),
      occurredAt: isoIn(DAY),
    };
    expect(paths(fields)).toEqual(['amount', 'rcsid', 'cid', 'customerEmailHash', 'occurredAt']);
    expect(JSON.stringify(postbackRule({ ...body, ...fields }, {}, NOW))).not.toMatch(/secret|2026/);
  });

  it('never throw, whatever type a field has', () => {
    const names = [...evidenceNames, 'conversionType', 'amount', 'occurredAt', 'externalId', 'metadata'];
    const anything = fc.oneof(
      fc.anything({ withBigInt: true, withNullPrototype: true }),
      fc.string(),
      fc.constant('SALE'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), anything), (any) => {
        expect(Array.isArray(postbackRule(any, {}, NOW))).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
