// The TypeScript client against the running service: every method, its success, and what comes out of it.
import { createHash } from 'node:crypto';
import { operations } from '../../../clients/typescript/src/generated/operations.js';
import { RefCampaign, type CsvFile, type Conversion } from '../../../clients/typescript/src/index.js';
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
let key: string;
let client: RefCampaign;
const called = new Set<string>();

beforeAll(async () => {
  app = await sharedApp();
  key = (await app.make.merchant()).live;
  client = noting(new RefCampaign({ apiKey: key, baseUrl: app.api.baseUrl }));
});

/** The same client; which methods are called is written down. */
function noting(real: RefCampaign): RefCampaign {
  return new Proxy(real, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        called.add(String(name));
        return Reflect.apply(value, target, args);
      };
    },
  });
}

const order = (externalId: string, affiliateCode: string) => ({
  externalId,
  conversionType: 'SALE' as const,
  amount: 10_000,
  currency: 'EUR',
  affiliateCode,
});

it('a programme is run from its first campaign to the payout, each step typed', async () => {
  const { data: ping } = await client.ping();
  expect(ping.valid).toBe(true);
  const { data: campaign, status } = await client.createCampaign({
    name: 'Partners',
    landingUrl: 'https://shop.example.com/',
    commissionType: 'PERCENTAGE',
    commissionRate: 10,
  });
  expect(status).toBe(201);
  const { campaignId } = campaign;
  await client.updateCampaign(campaignId, { name: 'Our partners' });
  expect((await client.getCampaign(campaignId)).data.name).toBe('Our partners');
  expect((await client.getPublicCampaign(campaignId)).data).toBeDefined();

  const { data: affiliate } = await client.createAffiliate({
    email: 'mila.novak@example.com',
    firstName: 'Mila',
    code: 'mila-novak',
    campaignId,
  });
  const { affiliateId } = affiliate;
  await client.updateAffiliate(affiliateId, { firstName: 'Milena' });
  expect((await client.getAffiliate(affiliateId)).data.firstName).toBe('Milena');

  const click = await client.trackClick({
    tracking_url: 'https://go.example.com/r/mila-novak',
    session_id: 's_a_session_of_this_test',
  });
  expect(click.data.clickId).toMatch(/^clk_/);
  await client.identify({
    session_id: 's_a_session_of_this_test',
    customer_email_hash: createHash('sha256').update('jo.larsen@example.org').digest('hex'),
  });

  const recorded = await client.recordPostback(order('order-1', 'mila-novak'));
  expect([recorded.status, recorded.data.commissionAmount]).toEqual([201, 1000]);
  const repeated = await client.recordPostback(order('order-1', 'mila-novak'));
  expect([repeated.status, repeated.data.replayed]).toEqual([200, true]);
  const dry = await client.recordPostback({ ...order('order-dry', 'mila-novak'), dryRun: true });
  expect([dry.data.dryRun, dry.data.conversionId]).toEqual([true, null]);

  const batch = await client.recordBatch({
    conversions: [order('order-2', 'mila-novak'), order('order-3', 'mila-novak')],
  });
  expect(batch.data.counts.created).toBe(2);
  const refund = await client.refundConversion({ externalId: 'order-3', refundId: 're_1' });
  expect(refund.status).toBe(200);
  const later = { externalId: 'order-later', refundId: 're_2', amount: 5 };
  const early = await client.refundConversion({ ...later, ifUnknown: 'keep' });
  expect(early.status).toBe(202);

  const conversion = await client.getConversion(recorded.data.conversionId!);
  expect(conversion.data.externalId).toBe('order-1');
  const { data: traced } = await client.getTrace({ externalId: 'order-3' });
  expect(traced.findings.map(({ reason }) => reason)).toEqual(['REFUNDED']);
  expect((await client.getConversionsTimeline(campaignId)).data).toBeDefined();
  expect((await client.listRequests({ failed: true })).data).toEqual([]);
  expect((await client.listEvents()).data.events).toEqual([]);

  const { data: commissions } = await client.listCommissions({ status: 'PENDING', affiliateId });
  expect(commissions).toHaveLength(2);
  const [first, second] = commissions.map(({ commissionId }) => commissionId);
  await client.bulkApproveCommissions({ commissionIds: [first!] });
  await client.bulkRejectCommissions({ commissionIds: [second!], reason: 'A test.' });
  const adjusted = await client.adjustCommission(first!, {
    type: 'BONUS',
    amount: 250,
    reason: 'Well done',
    adjustmentId: 'bonus-1',
  });
  expect(adjusted.data.balance).toBe(1250);
  expect((await client.getCommission(first!)).data.status).toBe('APPROVED');

  const { data: payout } = await client.createPayout({ affiliateId, currency: 'EUR', payoutKey: 'mila-1' });
  const again = await client.createPayout({ affiliateId, currency: 'EUR', payoutKey: 'mila-1' });
  expect([payout.amount, again.status, again.data.replayed]).toEqual([1250, 200, true]);
  expect((await client.listPayoutItems(payout.payoutId)).data).toHaveLength(1);
  expect((await (await client.exportPayouts()).text()).split('\r\n')).toHaveLength(3);
  await client.markPayoutPaid(payout.payoutId, { method: 'SEPA', reference: 'RC-1' });
  expect((await client.getPayout(payout.payoutId)).data.status).toBe('PAID');
  expect((await client.listPayouts()).data).toHaveLength(1);
  expect((await client.getAffiliateBalances(affiliateId)).data.balances[0]?.paid).toBe(1250);
  expect((await client.listAffiliates({ email: 'mila.novak@example.com' })).data).toHaveLength(1);
  expect((await client.listCampaigns()).data).toHaveLength(1);
  expect((await client.getInstallation()).data.siteToken).toMatch(/^rcst_/);

  const { data: endpoint } = await client.createEndpoint({
    name: 'Shop backend',
    url: 'https://shop.example.com/hooks',
    events: ['conversion.created'],
  });
  const { endpointId } = endpoint;
  expect((await client.updateEndpoint(endpointId, { status: 'PAUSED' })).data.status).toBe('PAUSED');
  const { data: rotated } = await client.rotateEndpointSecret(endpointId, { overlapHours: 1 });
  expect(rotated.secret).not.toBe(endpoint.secret);
  expect((await client.useNewEndpointSecret(endpointId)).data.secretHint).toBe(rotated.secret.slice(-4));
  expect((await client.getEndpoint(endpointId)).data.events).toEqual(['conversion.created']);
  expect((await client.listEndpoints()).data).toHaveLength(1);
  const { data: tested } = await client.testEndpoint(endpointId);
  expect((await client.listDeliveries(endpointId)).data).toHaveLength(1);
  expect((await client.getDelivery(endpointId, tested.deliveryId)).data.tries).toHaveLength(1);
  await client.updateEndpoint(endpointId, { status: 'ACTIVE' });
  expect((await client.resendDelivery(endpointId, tested.deliveryId)).data.kind).toBe('RESEND');
  const { data: recovered } = await client.recoverDeliveries(endpointId, {
    deliveryIds: [tested.deliveryId],
  });
  expect(recovered).toMatchObject({ notKept: 0, cursor: null });
  expect((await client.skipDeliveries(endpointId, {})).data.cursor).toBeNull();
  expect((await client.deleteEndpoint(endpointId)).data).toEqual({ endpointId });
  expect((await client.deleteCampaign(campaignId)).data.status).toBe('ARCHIVED');
});

describe('lists and files', () => {
  const names = (found: Conversion[]) => found.map(({ externalId }) => externalId);
  let reader: RefCampaign;
  let all: string[];

  beforeAll(async () => {
    const { test } = await app.make.merchant();
    reader = noting(new RefCampaign({ apiKey: test, baseUrl: `${app.api.baseUrl}/` }));
    const conversions = Array.from({ length: 7 }, (_, n) => order(`listed-${n}`, 'nobody'));
    await reader.recordBatch({ conversions });
    all = names((await reader.listConversions()).data);
  });

  it('a list awaited is one page, with the cursor of the next', async () => {
    const page = await reader.listConversions({ limit: 3 });
    expect(names(page.data)).toEqual(all.slice(0, 3));
    const next = await reader.listConversions({ limit: 3, cursor: page.meta.page.nextCursor! });
    expect(names(next.data)).toEqual(all.slice(3, 6));
  });

  it('a list iterated is every item of every page, from the offset it was asked for', async () => {
    const found: Conversion[] = [];
    for await (const conversion of reader.listConversions({ limit: 2, offset: 1 })) found.push(conversion);
    expect(names(found)).toEqual(all.slice(1));
    const sizes: number[] = [];
    for await (const { data } of reader.listConversions({ limit: 3 }).pages()) sizes.push(data.length);
    expect(sizes).toEqual([3, 3, 1]);
  });

  it('a list is added up', async () => {
    expect((await reader.summarizeConversions()).data).toMatchObject({ conversions: 7, isComplete: true });
  });

  it('an export is read piece by piece, as a stream, or whole, and has its name', async () => {
    const pieces: Uint8Array[] = [];
    const file: CsvFile = await reader.exportConversions();
    for await (const piece of file) pieces.push(piece);
    const text = Buffer.concat(pieces).toString('utf8');
    expect(text.trim().split('\r\n')).toHaveLength(8);
    expect(file.filename).toMatch(/\.csv$/);
    expect(await (await reader.exportConversions()).text()).toBe(text);
    expect(await new Response((await reader.exportConversions()).stream()).text()).toBe(text);
  });
});

it('every operation that is offered was called', () => {
  expect([...called].sort()).toEqual(Object.keys(operations).sort());
});
