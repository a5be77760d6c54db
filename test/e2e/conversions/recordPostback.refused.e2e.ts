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
    ['a customer id of 256 characters', { customerId: 'x'.repeat(256) }, 'customerId'],
    ['another value in the alias of a session', { sessionId: 'session-1', rcsid: 'session-2' }, 'rcsid'],
    ['another value in the alias of a click', { clickId: 'clk_1', cid: 'clk_2' }, 'cid'],
    ['a hash of 63 digits', { customerEmailHash: hash.slice(1) }, 'customerEmailHash'],
    ['a hash that is not hex', { customerEmailHash: 'g'.repeat(64) }, 'customerEmailHash'],
    [
      'an email and the hash of another',
      { customerEmail: 'a@example.com', customerEmailHash: hash },
      'customerEmailHash',
    ],
    ['a customer id with U+0000', { customerId: 'a\u0000b' }, 'customerId'],
    ['an order id with a lone surrogate', { externalId: 'a\ud800' }, 'externalId'],
    ['an email with U+0000', { customerEmail: 'a\u0000@example.com' }, 'customerEmail'],
    ['a date that does not exist', { occurredAt: '2026-02-30T10:00:00Z' }, 'occurredAt'],
    ['a date without a time zone', { occurredAt: '2026-02-20T10:00:00' }, 'occurredAt'],
    ['a purchase an hour ahead', { occurredAt: ago(-3_600_000) }, 'occurredAt'],
    ['a purchase 401 days back', { occurredAt: ago(401 * DAY) }, 'occurredAt'],
    ['metadata that is a list', { metadata: [1] }, 'metadata'],
    [
      'metadata with 51 keys',
      { metadata: Object.fromEntries([...Array(51).keys()].map((n) => [`k${n}`, n])) },
      'metadata',
    ],
    ['metadata of more than 8 KiB', { metadata: { note: 'x'.repeat(8190) } }, 'metadata'],
    ['isSynthetic in a string', { isSynthetic: 'yes' }, 'isSynthetic'],
  ])('%s', async (_, fields, name) => {
    const faults = await faultsOf(fields);
    expect(new Set(faults.map((fault) => fault.path[0]))).toEqual(new Set([name]));
  });

  it('metadata with a key of 65 characters, or with U+0000 deep inside', async () => {
    expect((await faultsOf({ metadata: { ['k'.repeat(65)]: 1 } }))[0]?.path[0]).toBe('metadata');
    expect((await faultsOf({ metadata: { a: [{ b: 'x\u0000' }] } }))[0]?.path).toEqual([
      'metadata',
      'a',
      0,
      'b',
    ]);
  });

  it('metadata with a number that no JSON reader holds', async () => {
    const rawBody = `{"externalId":"o","conversionType":"SALE","amount":1,"currency":"EUR","sessionId":null,"metadata":{"n":1e400}}`;
    await app.api.expect('recordPostback', 422, { as: merchant.test, rawBody });
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
      unknown: 1,
      occurredAt: ago(500 * DAY),
    });
    const names = faults.map((fault) => fault.path[0]);
    expect(names.sort()).toEqual(['amount', 'cid', 'currency', 'occurredAt', 'unknown']);
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
