// Campaigns on a real database: stored exactly, listed, changed, and frozen by whoever joins.
import type { Tenant } from '#platform/database/tenant.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { lockIsWaitedFor } from '../../../support/locks.js';
import { makeProgramme, newCampaign, outcomes, type Programme } from '../affiliates/programme.js';
import { difference } from '../../../support/failures.js';

let db: TestDatabase;
let programme: Programme;
let tenant: Tenant;

beforeAll(async () => {
  db = await startTestDatabase();
  programme = makeProgramme(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  tenant = await programme.makeTenant();
});

const create = (change: object = {}) => programme.campaigns.create(tenant, { ...newCampaign, ...change });

describe('campaigns', () => {
  it('come back as they were sent', async () => {
    const sent = {
      name: '日本 🚀',
      status: 'PAUSED',
      landingUrl: 'http://localhost:8080/?a=b#c',
      commissionType: 'FIXED',
      commissionRate: 1_000_000_000_000,
      currency: 'jpy',
      commissionRecurring: true,
      recurringMonthsLimit: 12,
      attributionWindowDays: 400,
    };
    const campaign = await create(sent);
    expect(campaign).toMatchObject({ ...sent, currency: 'JPY', termsFrozen: false });
    expect(campaign.updatedAt).toBe(campaign.createdAt);
    expect(await programme.campaigns.get(tenant, campaign.campaignId)).toEqual(campaign);
    expect(await create({ commissionRate: 0.29 })).toMatchObject({
      commissionRate: 0.29,
      recurringMonthsLimit: null,
    });
  });

  it('are listed newest first, by state too, and counted when active', async () => {
    await create({ name: 'first' });
    await create({ name: 'second', status: 'DRAFT' });
    await create({ name: 'third' });
    const names = async (query: Parameters<Programme['campaigns']['list']>[1]) =>
      (await programme.campaigns.list(tenant, query)).items.map((campaign) => campaign.name);
    expect(await names({})).toEqual(['third', 'second', 'first']);
    expect(await names({ status: 'ACTIVE' })).toEqual(['third', 'first']);
    const { page } = await programme.campaigns.list(tenant, { limit: 1 });
    expect(await names({ limit: 1, cursor: page.nextCursor! })).toEqual(['second']);
    expect(await programme.campaigns.countActive(tenant)).toBe(2);
    expect(await programme.campaigns.countActive({ ...tenant, mode: 'test' })).toBe(0);
  });

  it("of another merchant, or the other mode's, do not exist", async () => {
    const { campaignId } = await create();
    const strangers: Tenant[] = [await programme.makeTenant(), { ...tenant, mode: 'test' }];
    for (const stranger of strangers) {
      expect((await programme.campaigns.list(stranger, {})).items).toEqual([]);
      await expect(programme.campaigns.get(stranger, campaignId)).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
      await expect(programme.campaigns.update(stranger, campaignId, { name: 'x' })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    await expect(programme.campaigns.update(tenant, 'cmp_nonsense', {})).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await programme.campaigns.get(tenant, campaignId)).toMatchObject({ name: newCampaign.name });
  });

  it('are changed only where something differs', async () => {
    const { campaignId } = await create();
    await db.database.query(
      `update campaigns set updated_at = updated_at - interval '1 minute' where merchant_id = $1`,
      [tenant.merchantId],
    );
    const before = await programme.campaigns.get(tenant, campaignId);
    expect(
      await programme.campaigns.update(tenant, before.campaignId, { ...newCampaign, currency: 'eur' }),
    ).toEqual(before);
    const after = await programme.campaigns.update(tenant, before.campaignId, {
      commissionType: 'FIXED',
      commissionRate: 500,
    });
    expect(after).toMatchObject({ commissionType: 'FIXED', commissionRate: 500, name: before.name });
    expect(Date.parse(after.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
    await expect(
      programme.campaigns.update(tenant, before.campaignId, { commissionType: 'PERCENTAGE' }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('change nothing at all when one field is refused', async () => {
    const { campaignId } = await create();
    await programme.enrolment.create(tenant, { email: 'a@x.example' });
    const frozen = await programme.campaigns.get(tenant, campaignId);
    expect(frozen.termsFrozen).toBe(true);
    await expect(
      programme.campaigns.update(tenant, campaignId, { name: 'x', commissionRate: 20, currency: 'USD' }),
    ).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      details: [difference('commissionRate', 20, 10), difference('currency', 'USD', 'EUR')],
    });
    expect(await programme.campaigns.get(tenant, campaignId)).toEqual(frozen);
    const renamed = await programme.campaigns.update(tenant, campaignId, {
      name: 'x',
      commissionRate: 10,
      attributionWindowDays: 1,
    });
    expect(renamed).toMatchObject({ name: 'x', attributionWindowDays: 1 });
  });

  it('that are archived stay as they are', async () => {
    const { campaignId } = await create();
    const archived = await programme.campaigns.update(tenant, campaignId, { status: 'ARCHIVED' });
    expect(await programme.campaigns.update(tenant, campaignId, { status: 'ARCHIVED' })).toEqual(archived);
    await expect(programme.campaigns.update(tenant, campaignId, { status: 'ACTIVE' })).rejects.toMatchObject({
      details: [difference('status', 'ACTIVE', 'ARCHIVED')],
    });
  });
});

describe('a join and a change of terms at the same moment', () => {
  it('the change waits for a join under way, and is then refused', async () => {
    const { campaignId } = await create();
    let commit = (): void => undefined;
    const held = new Promise<void>((resolve) => (commit = resolve));
    let joined = (): void => undefined;
    const inside = new Promise<void>((resolve) => (joined = resolve));
    const joining = db.database.transaction(async (tx) => {
      await programme.enrolment.createWithin(tx, tenant, { email: 'a@x.example', campaignId });
      joined();
      await held;
    });
    await inside;
    const changing = outcomes([programme.campaigns.update(tenant, campaignId, { commissionRate: 20 })]);
    await lockIsWaitedFor(db.database);
    commit();
    await joining;
    expect(await changing).toEqual(['ALREADY_EXISTS']);
  });

  it('whoever is first, an affiliate never joins for terms that change afterwards', async () => {
    for (let round = 0; round < 20; round++) {
      const { campaignId } = await create();
      const change = () => programme.campaigns.update(tenant, campaignId, { commissionRate: 20 });
      const join = () => programme.enrolment.create(tenant, { email: `a${round}@x.example`, campaignId });
      const order = round % 2 === 0 ? [change, join] : [join, change];
      const results = await outcomes(order.map((act) => act()));
      const changed = results[order.indexOf(change)] === 'done';
      expect(results[order.indexOf(join)]).toBe('done');
      const [row] = await db.database.query<{ commission_rate: string; late: boolean }>(
        'select commission_rate, updated_at > terms_frozen_at as late from campaigns where merchant_id = $1 order by id desc limit 1',
        [tenant.merchantId],
      );
      expect(row).toEqual({ commission_rate: changed ? '2000' : '1000', late: false });
    }
  });
});
