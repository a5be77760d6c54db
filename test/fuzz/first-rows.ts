// What each tenant of a fuzz run has from the start, so that also the first requests find campaigns, commissions and payouts.
import type { TestApp } from '../support/app.js';
import { learn, type Tenant, type World } from './world.js';

const TERMS = [
  { commissionType: 'PERCENTAGE' as const, commissionRate: 10, commissionRecurring: true },
  {
    commissionType: 'PERCENTAGE' as const,
    commissionRate: 5,
    tiers: [{ threshold: 10_000, commissionRate: 20 }],
  },
  { commissionType: 'FIXED' as const, commissionRate: 500 },
];
const ORDERS_EACH = 4;

/** A few campaigns of every tenant, with affiliates, clicks, orders, a payout that is paid, and a webhook that was sent. */
export async function makeFirstRows(app: TestApp, world: World): Promise<void> {
  for (const tenant of world.tenants) {
    for (const [index, terms] of TERMS.entries()) {
      const name = `Campaign ${index} ${tenant.word}`;
      const landingUrl = `https://${tenant.word}.example.com/${index}`;
      const { campaignId } = await app.make.campaign(tenant.key, { ...terms, name, landingUrl });
      await makeAffiliate(app, world, tenant, campaignId, index);
    }
    const url = `https://${tenant.word}.example.com/hooks`;
    for (const name of [`Endpoint ${tenant.word}`, `Other endpoint ${tenant.word}`]) {
      const { endpointId } = await app.make.endpoint(tenant.key, { name, url });
      const path = { endpointId };
      learn(world, tenant, (await app.api.expect('testEndpoint', 200, { as: tenant.key, path })).body);
    }
    await lookAround(app, world, tenant);
  }
}

async function makeAffiliate(
  app: TestApp,
  world: World,
  tenant: Tenant,
  campaignId: string,
  index: number,
): Promise<void> {
  const as = tenant.key;
  const code = `${tenant.word}-${index}`;
  const made = await app.api.expect('createAffiliate', 201, {
    as,
    body: { email: `first-${index}-${tenant.word}@example.com`, firstName: tenant.word, campaignId, code },
  });
  learn(world, tenant, made.body);
  const click = { tracking_url: `https://go.example.com/r/${code}`, session_id: `s_first_${code}` };
  learn(world, null, (await app.api.expect('trackClick', 200, { body: click })).body);
  for (let order = 0; order < ORDERS_EACH; order++) {
    const externalId = `first-${index}-${order}-${tenant.word}`;
    const body = app.make.order({ externalId, affiliateCode: code, amount: 5000 + order });
    learn(world, tenant, (await app.api.expect('recordPostback', 201, { as, body })).body);
  }
  await app.settled();
  if (index > 0) return;
  const { affiliateId } = made.body.data;
  const found = await app.api.expect('listCommissions', 200, { as, query: { affiliateId } });
  const commissionIds = found.body.data.map((commission) => commission.commissionId);
  await app.api.expect('bulkApproveCommissions', 200, { as, body: { commissionIds } });
  const payout = await app.api.expect('createPayout', 201, { as, body: { affiliateId, currency: 'EUR' } });
  const path = { payoutId: payout.body.data.payoutId };
  await app.api.expect('markPayoutPaid', 200, { as, path, body: { method: 'SEPA', reference: tenant.word } });
}

/** Whatever the lists name. */
async function lookAround(app: TestApp, world: World, tenant: Tenant): Promise<void> {
  const as = tenant.key;
  const lists = [
    'listCampaigns',
    'listAffiliates',
    'listConversions',
    'listCommissions',
    'listPayouts',
    'listEndpoints',
  ] as const;
  for (const list of lists) learn(world, tenant, (await app.api.expect(list, 200, { as })).body);
  learn(world, tenant, (await app.api.expect('getInstallation', 200, { as })).body);
}
