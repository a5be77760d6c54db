// What the documentation's samples name, made on the first start: through the services, once, and without calling anybody.
import { makeDemo } from '#demo/make-demo.js';
import { exampleIds, exampleOrders } from '#demo/examples.js';
import { startApp, type TestApp } from '../../support/app.js';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.close());

const make = () => makeDemo(app.service.app);

describe('the rows that the samples name', () => {
  it('are there under their ids, for the test key alone', async () => {
    const { test, live } = (await make())!;
    const params = { commissionId: exampleOrders.paid.commissionId };
    const { data } = (await app.api.expect('getCommission', 200, { as: test.key, path: params })).body;
    expect(data).toMatchObject({ payoutId: exampleIds.payout, affiliateId: exampleIds.mila, balance: 749 });
    await app.api.expect('getCommission', 404, { as: live.key, path: params });
    expect((await app.api.expect('listConversions', 200, { as: live.key })).body.data).toEqual([]);
  });

  it('are made once: what a merchant deletes stays away', async () => {
    const { test } = (await make())!;
    const params = { endpointId: exampleIds.oldEndpoint };
    await app.api.expect('deleteEndpoint', 200, { as: test.key, path: params });
    expect(await make()).toBeNull();
    await app.api.expect('getEndpoint', 404, { as: test.key, path: params });
  });

  it('send nothing, not even when the orders of the samples come', async () => {
    const { test } = (await make())!;
    const body = {
      externalId: 'order-10001',
      conversionType: 'SALE',
      amount: 4990,
      currency: 'EUR',
    } as const;
    const order = { ...body, affiliateCode: 'mila-novak' };
    await app.api.expect('recordPostback', 201, { as: test.key, body: order });
    const found = await app.rows.query(`select state, kind, attempts from webhook_deliveries`);
    expect(found).toEqual([{ state: 'SKIPPED', kind: 'TEST', attempts: 0 }]);
  });

  it('are left out where somebody has what only one can have, and the demo is made all the same', async () => {
    const { campaignId, key } = await app.make.link((await app.make.merchant()).test);
    const taken = { email: 'mila@example.com', campaignId, code: 'mila-novak' };
    await app.api.expect('createAffiliate', 201, { as: key, body: taken });
    const { test } = (await make())!;
    const campaigns = (await app.api.expect('listCampaigns', 200, { as: test.key })).body.data;
    expect(campaigns.map(({ name }) => name)).toEqual(['Demo campaign']);
  });
});
