// recordPostback: everything that is refused, with its status, its fault, and no row written.
import { startApp, type TestApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique, type TestMerchant } from '../../support/makers.js';

let app: TestApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await startApp();
  merchant = await app.make.merchant();
});
afterAll(async () => {
  expect(await app.rows.count('conversions')).toBe(0);
  await app.close();
});

const hash = 'a'.repeat(64);
const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
const DAY = 86_400_000;

/** Sends an order with these fields changed and returns the faults. */
async function faultsOf(fields: Record<string, unknown>) {
  const body = invalid({ ...app.make.order(), ...fields });
  const reply = await app.api.expect('recordPostback', 422, { as: merchant.test, body });
  expect(reply.body.error.code).toBe('VALIDATION_FAILED');
  return reply.body.error.details as { path: (string | number)[]; message: string }[];
}

describe('422: the fault is named, no value is repeated, no row is written', () => {
  it.each([
    ['no order id', { externalId: undefined }, 'externalId'],
    ['an empty order id', { externalId: '' }, 'externalId'],
    ['an order id of 256 characters', { externalId: 'x'.repeat(256) }, 'externalId'],
    ['an order id that is a number', { externalId: 1001 }, 'externalId'],
    ['a type that does not exist', { conversionType: 'REFUND' }, 'conversionType'],
    ['a decimal amount', { amount: 49.9 }, 'amount'],
    ['an amount in a string', { amount: '4990' }, 'amount'],
    ['a negative amount', { amount: -1 }, 'amount'],
    ['an amount above 10^12', { amount: 1_000_000_000_001 }, 'amount'],
    ['a SALE of nothing', { amount: 0 }, 'amount'],
    ['a currency that does not exist', { currency: 'XYZ' }, 'currency'],
    ['a currency of two letters', { currency: 'EU' }, 'currency'],
    ['a session that is a number', { sessionId: 5 }, 'sessionId'],
    ['another value in the alias of a session', { sessionId: 'session-1', rcsid: 'session-2' }, 'rcsid'],
    ['another value in the alias of a click', { clickId: 'clk_1', cid: 'clk_2' }, 'cid'],
    [
      'an email and the hash of another',
      { customerEmail: 'a@example.com', customerEmailHash: hash },
      'customerEmailHash',
    ],
    ['a customer id with U+0000', { customerId: 'a\u0000b' }, 'customerId'],
    ['an order id with a lone surrogate', { externalId: 'a\ud800' }, 'externalId'],
    ['a date that does not exist', { occurredAt: '2026-02-30T10:00:00Z' }, 'occurredAt'],
    ['a date without a time zone', { occurredAt: '2026-02-20T10:00:00' }, 'occurredAt'],
    ['a purchase an hour ahead', { occurredAt: ago(-3_600_000) }, 'occurredAt'],
    ['a purchase 401 days back', { occurredAt: ago(401 * DAY) }, 'occurredAt'],
    ['an order time that is a number', { occurredAt: 1767225600 }, 'occurredAt'],
    ['an empty order time', { occurredAt: '' }, 'occurredAt'],
    ['isSynthetic in a string', { isSynthetic: 'true' }, 'isSynthetic'],
    ['isSynthetic as a number', { isSynthetic: 1 }, 'isSynthetic'],
    ['a customer id that is a number', { customerId: 42 }, 'customerId'],
    ['a hash that is a list', { customerEmailHash: [hash] }, 'customerEmailHash'],
    ['a misspelt time', { occured_at: ago(0) }, 'occured_at'],
    ['a misspelt isSynthetic', { synthetic: true }, 'synthetic'],
    ['dryRun in the body', { dryRun: true }, 'dryRun'],
    ['a misspelt dryRun in the body', { dry_run: 'true' }, 'dry_run'],
  ])('%s', async (_, fields, name) => {
    const faults = await faultsOf(fields);
    expect(new Set(faults.map((fault) => fault.path[0]))).toEqual(new Set([name]));
  });

  it('a session that stands in the metadata alone: where it belongs', async () => {
    const metadata = { refcampaign_session: 'rcs_01m81tpd69eazb7nnwaz88zsgn' };
    const [fault] = await faultsOf({ sessionId: undefined, metadata });
    expect(fault).toEqual({
      path: ['metadata', 'refcampaign_session'],
      message: 'is not read as evidence: send it as sessionId',
    });
  });

  it('no evidence field at all: the names of all of them', async () => {
    const [fault] = await faultsOf({ sessionId: undefined });
    expect(fault?.path).toEqual([]);
    for (const name of [
      'sessionId',
      'rcsid',
      'clickId',
      'cid',
      'affiliateCode',
      'customerEmailHash',
      'customerId',
    ]) {
      expect(fault?.message).toContain(name);
    }
  });

  it('a misspelt field gets "did you mean"', async () => {
    const [fault] = await faultsOf({ affilateCode: 'mila' });
    expect(fault).toEqual({
      path: ['affilateCode'],
      message: expect.stringContaining('affiliateCode') as string,
    });
  });

  it('all faults at once, of schema and rules alike', async () => {
    const faults = await faultsOf({
      amount: '1',
      currency: 'XYZ',
      cid: 'b',
      clickId: 'a',
      affilateCode: 'mila',
      occurredAt: ago(500 * DAY),
    });
    const names = faults.map((fault) => fault.path[0]);
    expect(names.sort()).toEqual(['affilateCode', 'amount', 'cid', 'currency', 'occurredAt']);
  });

  it('a misspelt dryRun does not record an order', async () => {
    const reply = await app.api.expect('recordPostback', 422, {
      as: merchant.test,
      body: app.make.order(),
      query: { dryrun: true },
    });
    expect(reply.body.error.details).toEqual([
      { path: ['dryrun'], message: expect.stringContaining('dryRun') as string },
    ]);
  });

  it.each(['', '1', 'yes', 'TRUE', 'null'])(
    'dryRun=%s is not taken for a dry run, nor for a real order',
    async (value) => {
      const reply = await app.api.expect('recordPostback', 422, {
        as: merchant.test,
        body: app.make.order(),
        query: { dryRun: value } as never,
      });
      expect(reply.body.error.details.map((detail) => (detail as { path: string[] }).path)).toEqual([
        ['dryRun'],
      ]);
    },
  );

  it('nothing that was sent is in the reply', async () => {
    const marker = `marker${unique()}`;
    const body = invalid({
      ...app.make.order(),
      customerEmailHash: marker,
      currency: marker,
      externalId: [marker],
    });
    const reply = await app.api.expect('recordPostback', 422, { as: merchant.test, body });
    expect(reply.text).not.toContain(marker);
  });
});
