// Reading and changing affiliates, and following their codes.
import { toPublicId } from '#platform/values/ids.js';
import type { Tenant } from '#platform/database/tenant.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { makeProgramme, newCampaign, outcomes, type Programme } from './programme.js';
import { difference } from '../../../support/failures.js';

let db: TestDatabase;
let programme: Programme;
let tenant: Tenant;
let campaignId: string;

beforeAll(async () => {
  db = await startTestDatabase();
  programme = makeProgramme(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  tenant = await programme.makeTenant();
  ({ campaignId } = await programme.campaigns.create(tenant, newCampaign));
});

const enrol = (email: string) => programme.enrolment.create(tenant, { email });
const emails = async (query: Parameters<Programme['affiliates']['list']>[1]) =>
  (await programme.affiliates.list(tenant, query)).items.map((affiliate) => affiliate.email);

describe('lists of affiliates', () => {
  it('are newest first and stay whole by cursor while others join', async () => {
    for (const email of ['a@x.example', 'b@x.example', 'c@x.example']) await enrol(email);
    const first = await programme.affiliates.list(tenant, { limit: 2 });
    expect(first.items.map((affiliate) => affiliate.email)).toEqual(['c@x.example', 'b@x.example']);
    expect(first.page.hasMore).toBe(true);
    await enrol('d@x.example');
    const second = await programme.affiliates.list(tenant, { limit: 2, cursor: first.page.nextCursor! });
    expect(second.items.map((affiliate) => affiliate.email)).toEqual(['a@x.example']);
    expect(second.page).toEqual({ nextCursor: null, hasMore: false });
    expect(await emails({ offset: 2 })).toEqual(['b@x.example', 'a@x.example']);
  });

  it('are filtered by state, email and campaign', async () => {
    const { affiliateId } = await enrol('a@x.example');
    await enrol('b@x.example');
    await programme.affiliates.update(tenant, affiliateId, { status: 'SUSPENDED' });
    const other = await programme.campaigns.create(tenant, newCampaign);
    expect(await emails({ status: 'SUSPENDED' })).toEqual(['a@x.example']);
    expect(await emails({ status: 'ACTIVE' })).toEqual(['b@x.example']);
    expect(await emails({ email: 'B@X.Example' })).toEqual(['b@x.example']);
    expect(await emails({ campaignId })).toEqual(['b@x.example', 'a@x.example']);
    expect(await emails({ campaignId, status: 'ACTIVE', email: 'a@x.example' })).toEqual([]);
    expect(await emails({ campaignId: other.campaignId })).toEqual([]);
    expect(await emails({ campaignId: 'nonsense' })).toEqual([]);
  });

  it("never show another merchant's affiliates, nor the other mode's", async () => {
    const { affiliateId } = await enrol('a@x.example');
    const strangers: Tenant[] = [await programme.makeTenant(), { ...tenant, mode: 'test' }];
    for (const stranger of strangers) {
      expect((await programme.affiliates.list(stranger, { campaignId })).items).toEqual([]);
      const refused = { code: 'NOT_FOUND' };
      await expect(programme.affiliates.get(stranger, affiliateId)).rejects.toMatchObject(refused);
      await expect(programme.affiliates.update(stranger, affiliateId, {})).rejects.toMatchObject(refused);
    }
    for (const id of ['', 'aff_x', affiliateId.toUpperCase(), toPublicId('cmp', tenant.merchantId)]) {
      await expect(programme.affiliates.get(tenant, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('changing an affiliate', () => {
  it('changes what was sent, and nothing when nothing differs', async () => {
    const { affiliateId } = await enrol('a@x.example');
    await db.database.query(
      `update affiliates set updated_at = updated_at - interval '1 minute' where merchant_id = $1`,
      [tenant.merchantId],
    );
    const before = await programme.affiliates.get(tenant, affiliateId);
    const update = (change: Parameters<Programme['affiliates']['update']>[2]) =>
      programme.affiliates.update(tenant, before.affiliateId, change);
    expect(await update({ email: ' A@x.example ', status: 'ACTIVE' })).toEqual(before);
    const named = await update({ firstName: 'Ann' });
    expect(named).toMatchObject({ email: 'a@x.example', firstName: 'Ann', links: before.links });
    expect(Date.parse(named.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
    expect(await update({ email: 'b@x.example', firstName: '' })).toMatchObject({
      email: 'b@x.example',
      firstName: null,
    });
    expect(await update({ status: 'SUSPENDED' })).toMatchObject({ status: 'SUSPENDED' });
  });

  it("refuses another affiliate's email", async () => {
    await enrol('a@x.example');
    const { affiliateId } = await enrol('b@x.example');
    await expect(
      programme.affiliates.update(tenant, affiliateId, { email: 'A@x.example' }),
    ).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      details: [difference('email', null, null, 'is taken')],
    });
    expect(await emails({})).toEqual(['b@x.example', 'a@x.example']);
  });

  it('two who take one email at the same moment: one gets it', async () => {
    const [a, b] = [await enrol('a@x.example'), await enrol('b@x.example')];
    const taken = [a, b].map(({ affiliateId }) =>
      programme.affiliates.update(tenant, affiliateId, { email: 'c@x.example' }),
    );
    expect((await outcomes(taken)).sort()).toEqual(['ALREADY_EXISTS', 'done']);
  });
});

describe('following a code', () => {
  it('tells where it leads and whether it may make clicks', async () => {
    const { affiliateId, links } = await enrol('a@x.example');
    const code = links[0]!.code;
    const target = await programme.lookup.findLink(code.toUpperCase());
    expect(target).toEqual({
      ...tenant,
      affiliateId: expect.any(String) as string,
      campaignId: expect.any(String) as string,
      code,
      landingUrl: 'https://shop.example/',
      campaignStatus: 'ACTIVE',
      affiliateStatus: 'ACTIVE',
    });
    expect([toPublicId('aff', target!.affiliateId), toPublicId('cmp', target!.campaignId)]).toEqual([
      affiliateId,
      campaignId,
    ]);
    await programme.affiliates.update(tenant, affiliateId, { status: 'SUSPENDED' });
    await programme.campaigns.update(tenant, campaignId, { status: 'ARCHIVED' });
    expect(await programme.lookup.findLink(code)).toMatchObject({
      campaignStatus: 'ARCHIVED',
      affiliateStatus: 'SUSPENDED',
    });
  });

  it('finds nothing for what cannot be a code, for an unknown one, and for a directory entry without its link', async () => {
    for (const text of ['', 'x', 'a b c', 'abc\u0000', '../../etc', 'unknown-code']) {
      expect(await programme.lookup.findLink(text)).toBeNull();
    }
    await db.database.query(
      `insert into tracking_codes (code, merchant_id, mode) values ('orphan', $1, 'live')`,
      [tenant.merchantId],
    );
    expect(await programme.lookup.findLink('orphan')).toBeNull();
  });
});
