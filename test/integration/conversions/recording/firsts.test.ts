// "Only a customer's first order earns": of two at once one earns, whatever the moment, the batch or the replica.
import { RecordConversionsService } from '#conversions/recording/record-conversions.service.js';
import { toOrder } from '#conversions/recording/conversion.fields.js';
import type { TestLink } from '../../../support/makers.js';
import { anEmail, anOrder, Shop, type Result } from './shop.js';

let shop: Shop;
let link: TestLink;
beforeAll(async () => {
  shop = await Shop.open();
  link = await shop.make.link(shop.merchant.test, { commissionRecurring: false });
});
afterAll(() => shop.close());

/** One earned, the others were told why they did not; and so it is stored. */
async function expectOneEarned(results: Result[]): Promise<void> {
  const earned = results.filter(({ commissionId }) => commissionId !== null);
  expect(earned).toMatchObject([
    { commissionAmount: 499, attribution: { commission: { result: 'EARNED' } } },
  ]);
  for (const result of results.filter((one) => one !== earned[0])) {
    expect(result).toMatchObject({
      status: 'ATTRIBUTED',
      commissionAmount: null,
      commissionCurrency: null,
      attribution: { commission: { result: 'ALREADY_EARNED', amount: null } },
    });
  }
  for (const result of results) {
    const stored = await shop.replicas[0].api.expect('getConversion', 200, {
      as: shop.merchant.test,
      path: { conversionId: result.conversionId as string },
    });
    expect(stored.body.data.attribution).toEqual(result.attribution);
    expect(stored.body.data.commissionId).toEqual(result.commissionId);
  }
}

describe('two first orders of one customer at once', () => {
  it('on two replicas, the first held before its commit: the second waits for it and earns nothing', async () => {
    const [customerId, externalId] = [anOrder(), anOrder()];
    const hold = await shop.commits.hold(`INSERT conversions ${externalId}`);
    const first = shop.record({ externalId, customerId, affiliateCode: link.code });
    await hold.reached();
    const second = shop.record({ customerId, affiliateCode: link.code }, { replica: 1 });
    await shop.commits.blocked(2);
    await hold.release();
    const results = await Promise.all([first, second]);
    await expectOneEarned(results);
    expect(results[0].commissionAmount).toBe(499);
  });

  it('on two replicas, the first lost before its commit: the second earns, and the first when repeated does not', async () => {
    const [customerId, externalId] = [anOrder(), anOrder()];
    const hold = await shop.commits.hold(`INSERT conversions ${externalId}`);
    const first = shop.record({ externalId, customerId, affiliateCode: link.code });
    await hold.reached();
    const second = shop.record({ customerId, affiliateCode: link.code }, { replica: 1 });
    await shop.commits.blocked(2);
    await shop.commits.cut();
    expect((await second).commissionAmount).toBe(499);
    await hold.release();
    await expectOneEarned([await first, await second]);
  });

  it('again and again on two replicas, by id and by email: one earns', async () => {
    for (let round = 0; round < 5; round++) {
      const who = round % 2 ? { customerId: anOrder() } : { customerEmail: anEmail() };
      const orders = ([0, 1, 0, 1] as const).map((replica) =>
        shop.record({ ...who, affiliateCode: link.code }, { replica }),
      );
      await expectOneEarned(await Promise.all(orders));
    }
  });

  it('in one batch: the first to arrive earns', async () => {
    const recorder = shop.replicas[0].service.app.get(RecordConversionsService, { strict: false });
    const tenant = { merchantId: shop.merchant.id, mode: 'test' } as const;
    const customerId = anOrder();
    const orders = [1, 2, 3].map(() => {
      const body = shop.make.order({ customerId, affiliateCode: link.code });
      return toOrder(tenant, body, new Date());
    });
    const recorded = await Promise.all(orders.map((order) => recorder.record(order)));
    expect(recorded.map((conversion) => conversion?.attribution.commission.result)).toEqual([
      'EARNED',
      'ALREADY_EARNED',
      'ALREADY_EARNED',
    ]);
    const standings = await Promise.all(orders.map(({ externalId }) => shop.standing(externalId)));
    expect(standings.map((standing) => standing?.commissions)).toEqual([1, 0, 0]);
  });

  it('in one batch under one name: the first to arrive is the order, the other finds it known', async () => {
    const recorder = shop.replicas[0].service.app.get(RecordConversionsService, { strict: false });
    const tenant = { merchantId: shop.merchant.id, mode: 'test' } as const;
    const externalId = anOrder();
    const orders = [4990, 10].map((amount) =>
      toOrder(tenant, shop.make.order({ externalId, amount }), new Date()),
    );
    const recorded = await Promise.all(orders.map((order) => recorder.record(order)));
    expect(recorded.map((conversion) => conversion?.amount ?? null)).toEqual([4990, null]);
  });

  it('of two types, or in two campaigns, are two firsts', async () => {
    const customerId = anOrder();
    const other = await shop.make.link(shop.merchant.test);
    const results = await Promise.all([
      shop.record({ customerId, affiliateCode: link.code }),
      shop.record({ customerId, affiliateCode: link.code, conversionType: 'LEAD' }),
      shop.record({ customerId, affiliateCode: other.code }, { replica: 1 }),
    ]);
    expect(results.map(({ commissionAmount }) => commissionAmount)).toEqual([499, 499, 499]);
  });

  it('of which one is a test row: the real one earns, and the test row claims nothing', async () => {
    const customerId = anOrder();
    const [test, real] = await Promise.all([
      shop.record({ customerId, affiliateCode: link.code, isSynthetic: true }),
      shop.record({ customerId, affiliateCode: link.code }, { replica: 1 }),
    ]);
    expect([test.commissionId, real.commissionAmount]).toEqual([null, 499]);
  });
});
