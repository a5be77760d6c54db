// recordPostback: what an order earns, and what only looks like an order.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
});

async function record(fields: Parameters<typeof app.make.order>[0]) {
  const reply = await app.api.expect('recordPostback', 201, {
    as: merchant.test,
    body: app.make.order(fields),
  });
  return reply.body.data;
}

async function dryRun(fields: Parameters<typeof app.make.order>[0]) {
  const body = app.make.order(fields);
  const reply = await app.api.expect('recordPostback', 200, {
    as: merchant.test,
    body,
    query: { dryRun: true },
  });
  return reply.body.data;
}

/** An order by the link's code. */
const by = (link: TestLink, fields: Parameters<typeof app.make.order>[0] = {}) =>
  record({ affiliateCode: link.code, ...fields });

const today = new Date();
const monthsAgo = (months: number) => {
  const date = new Date(today);
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  return date.toISOString();
};

describe('terms', () => {
  it('a percentage is paid in the order’s currency, rounded half away from zero', async () => {
    const link = await app.make.link(merchant.test, { commissionRate: 12.5 });
    expect(await by(link, { amount: 100, currency: 'USD' })).toMatchObject({
      commissionAmount: 13,
      commissionCurrency: 'USD',
    });
  });

  it('10^12 minor units at 99.99 % are computed to the last unit', async () => {
    const link = await app.make.link(merchant.test, { commissionRate: 99.99 });
    expect(await by(link, { amount: 10 ** 12 - 1 })).toMatchObject({ commissionAmount: 999_899_999_999 });
  });

  it('a flat sum is paid in the campaign’s currency, whatever the order’s', async () => {
    const link = await app.make.link(merchant.test, {
      commissionType: 'FIXED',
      commissionRate: 800,
      currency: 'JPY',
    });
    expect(await by(link, { amount: 4990, currency: 'EUR' })).toMatchObject({
      commissionAmount: 800,
      commissionCurrency: 'JPY',
      amount: 4990,
      currency: 'EUR',
    });
  });
});

describe('recurring', () => {
  it("commissionRecurring: false pays a customer's first conversion of each type only", async () => {
    const link = await app.make.link(merchant.test);
    const customerId = `customer-${unique()}`;
    expect((await by(link, { customerId })).attribution.commission.result).toBe('EARNED');
    const second = await by(link, { customerId });
    expect(second).toMatchObject({ status: 'ATTRIBUTED', commissionId: null, commissionAmount: null });
    expect(second.attribution.commission).toMatchObject({ result: 'ALREADY_EARNED', amount: null });
    const lead = await by(link, { customerId, conversionType: 'LEAD' });
    expect(lead.attribution.commission.result).toBe('EARNED');
  });

  it('without customerId the email is the customer; without either each order is a first', async () => {
    const link = await app.make.link(merchant.test);
    const customerEmail = `${unique()}@example.com`;
    const results = [];
    for (const fields of [{ customerEmail }, { customerEmail }, {}, {}]) {
      results.push((await by(link, fields)).attribution.commission.result);
    }
    expect(results).toEqual(['EARNED', 'ALREADY_EARNED', 'EARNED', 'EARNED']);
  });

  it('recurring without a limit pays every time', async () => {
    const link = await app.make.link(merchant.test, { commissionRecurring: true });
    const customerId = `customer-${unique()}`;
    for (let n = 0; n < 3; n++) expect((await by(link, { customerId })).commissionAmount).toBe(499);
  });

  it('recurring for n months pays within n months of the first and not after', async () => {
    const link = await app.make.link(merchant.test, { commissionRecurring: true, recurringMonthsLimit: 3 });
    const customerId = `customer-${unique()}`;
    const results = [];
    for (const months of [6, 5, 3, 2]) {
      const data = await by(link, { customerId, occurredAt: monthsAgo(months) });
      results.push(data.attribution.commission.result);
    }
    expect(results).toEqual(['EARNED', 'EARNED', 'EARNED', 'DURATION_ENDED']);
    const renewal = await record({ customerId, occurredAt: monthsAgo(2) });
    expect(renewal.attribution.attempts).toMatchObject([{ evidence: 'CUSTOMER', result: 'DURATION_ENDED' }]);
  });

  it('the same customer at another campaign is a first there', async () => {
    const [one, other] = [await app.make.link(merchant.test), await app.make.link(merchant.test)];
    const customerId = `customer-${unique()}`;
    expect((await by(one, { customerId })).commissionAmount).toBe(499);
    expect((await by(other, { customerId })).commissionAmount).toBe(499);
  });

  it('two first orders of one customer at once: one earns', async () => {
    const link = await app.make.link(merchant.test);
    for (let round = 0; round < 5; round++) {
      const customerId = `customer-${unique()}`;
      const both = await Promise.all(Array.from({ length: 8 }, () => by(link, { customerId })));
      const results = both.map((data) => data.attribution.commission.result).sort();
      expect(results).toEqual([...Array<string>(7).fill('ALREADY_EARNED'), 'EARNED']);
    }
  });
});

describe('a dry run', () => {
  it('answers the full decision with ids of nothing, and stores nothing', async () => {
    const link = await app.make.link(merchant.test);
    const customerId = `customer-${unique()}`;
    const tables = [
      'conversions',
      'commissions',
      'customer_claims',
      'customer_credits',
      'conversion_history',
      'work',
    ];
    await app.settled(); // work of others is done with
    const before = await Promise.all(tables.map((table) => app.rows.count(table)));
    const data = await dryRun({ affiliateCode: link.code, customerId });
    expect(data).toMatchObject({
      conversionId: null,
      commissionId: null,
      commissionAmount: 499,
      recordedAt: null,
      dryRun: true,
      status: 'ATTRIBUTED',
      affiliateId: link.affiliateId,
    });
    expect(await Promise.all(tables.map((table) => app.rows.count(table)))).toEqual(before);
    expect((await by(link, { customerId })).commissionAmount).toBe(499);
  });

  it('with new evidence for a known order tells that it would be attributed, and what it would earn', async () => {
    const link = await app.make.link(merchant.test);
    const { sessionId } = await app.make.click(link);
    const body = app.make.order();
    await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    const again = { ...body, sessionId };
    const dry = await app.api.expect('recordPostback', 200, {
      as: merchant.test,
      body: again,
      query: { dryRun: true },
    });
    expect(dry.body.data).toMatchObject({
      status: 'ATTRIBUTED',
      ignored: [],
      commissionId: null,
      commissionAmount: 499,
    });
    const kept = await app.rows.query<{ status: string }>(
      'select status from conversions where external_id = $1',
      [body.externalId],
    );
    expect(kept).toEqual([{ status: 'UNATTRIBUTED' }]);
    const real = await app.api.expect('recordPostback', 200, { as: merchant.test, body: again });
    expect(real.body.data).toMatchObject({ status: 'ATTRIBUTED', ignored: [], commissionAmount: 499 });
  });

  it('of a known order is answered as the call would be: 200 or 409', async () => {
    const body = app.make.order();
    const { data } = (await app.api.expect('recordPostback', 201, { as: merchant.test, body })).body;
    const known = await app.api.expect('recordPostback', 200, {
      as: merchant.test,
      body,
      query: { dryRun: true },
    });
    expect(known.body.data).toMatchObject({ conversionId: data.conversionId, replayed: true, dryRun: true });
    const other = { ...body, amount: 1 };
    await app.api.expect('recordPostback', 409, { as: merchant.test, body: other, query: { dryRun: true } });
  });
});

describe('a synthetic order', () => {
  it('is decided and shown as it would be, earns nothing and claims nothing', async () => {
    const link = await app.make.link(merchant.live);
    const customerId = `customer-${unique()}`;
    const fields = { affiliateCode: link.code, customerId };
    const post = async (isSynthetic: boolean) => {
      const body = app.make.order({ ...fields, isSynthetic });
      return (await app.api.expect('recordPostback', 201, { as: merchant.live, body })).body.data;
    };
    const synthetic = await post(true);
    expect(synthetic).toMatchObject({
      status: 'ATTRIBUTED',
      isSynthetic: true,
      commissionId: null,
      commissionAmount: null,
    });
    expect(synthetic.attribution.commission).toMatchObject({
      result: 'SYNTHETIC',
      amount: 499,
      currency: 'EUR',
    });
    expect((await post(false)).attribution.commission.result).toBe('EARNED');
  });
});
