// Becoming an affiliate, joining campaigns, and everybody doing so at once.
import type { Tenant } from '#platform/database/tenant.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { lockIsWaitedFor } from '../../../support/locks.js';
import { makeProgramme, newCampaign, outcomes, type Programme } from './programme.js';
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

const create = (request: Parameters<Programme['enrolment']['create']>[1], who = tenant) =>
  programme.enrolment.create(who, request);
const makeCampaign = (change: object = {}, who = tenant) =>
  programme.campaigns.create(who, { ...newCampaign, ...change });
let counter = 0;
const freshCode = () => `Code-${Date.now()}-${counter++}`;

describe('enrolling an affiliate', () => {
  it('joins the oldest active campaign when none is named', async () => {
    await makeCampaign({ status: 'PAUSED' });
    const oldest = await makeCampaign();
    await makeCampaign();
    const affiliate = await create({ email: ' Mila@Example.com', firstName: 'Mila' });
    expect(affiliate).toMatchObject({ email: 'mila@example.com', firstName: 'Mila', status: 'ACTIVE' });
    expect(affiliate.links).toHaveLength(1);
    const [link] = affiliate.links;
    expect(link).toMatchObject({ campaignId: oldest.campaignId, url: `https://go.example/r/${link!.code}` });
    expect(link!.code).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
    expect(await programme.affiliates.get(tenant, affiliate.affiliateId)).toEqual(affiliate);
  });

  it('makes an affiliate without a link when no campaign is active, and not twice', async () => {
    await makeCampaign({ status: 'DRAFT' });
    expect((await create({ email: 'a@x.example', code: 'abc' })).links).toEqual([]);
    await expect(create({ email: 'a@x.example' })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      status: 409,
    });
    expect(await programme.lookup.findLink('abc')).toBeNull();
  });

  it('gives a known email a second link in another campaign and keeps its name', async () => {
    const [first, second] = [await makeCampaign(), await makeCampaign()];
    const before = await create({ email: 'a@x.example', firstName: 'Ann', campaignId: first.campaignId });
    const after = await create({ email: 'A@X.example', firstName: 'Bea', campaignId: second.campaignId });
    expect(after).toMatchObject({
      affiliateId: before.affiliateId,
      firstName: 'Ann',
      updatedAt: before.updatedAt,
    });
    expect(after.links.map((link) => link.campaignId)).toEqual([first.campaignId, second.campaignId]);
  });

  it('refuses the same email in the same campaign', async () => {
    await makeCampaign();
    await create({ email: 'a@x.example' });
    await expect(create({ email: 'a@x.example' })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      details: [difference('email', null, null, 'is in this campaign already')],
    });
  });

  it('refuses a code taken by anybody, in either case and in either mode, and leaves nothing behind', async () => {
    const code = freshCode();
    await makeCampaign();
    await create({ email: 'a@x.example', code });
    const other: Tenant = { ...(await programme.makeTenant()), mode: 'test' };
    await makeCampaign({}, other);
    await expect(create({ email: 'b@x.example', code: code.toUpperCase() }, other)).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
      message: 'This code is taken.',
      details: [difference('code', null, null, 'is taken')],
    });
    expect((await programme.affiliates.list(other, {})).items).toEqual([]);
    expect((await programme.campaigns.list(other, {})).items[0]).toMatchObject({ termsFrozen: false });
  });

  it('does not join an archived campaign, nor one of somebody else, nor one that cannot exist', async () => {
    const { campaignId } = await makeCampaign();
    await programme.campaigns.update(tenant, campaignId, { status: 'ARCHIVED' });
    await expect(create({ email: 'a@x.example', campaignId })).rejects.toMatchObject({
      code: 'ALREADY_EXISTS',
    });
    const open = await makeCampaign();
    const strangers: Tenant[] = [await programme.makeTenant(), { ...tenant, mode: 'test' }];
    for (const stranger of strangers) {
      const request = { email: 'a@x.example', campaignId: open.campaignId };
      await expect(create(request, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    for (const id of ['', 'nonsense', open.campaignId.replace('cmp_', 'aff_'), 'cmp_\u0000']) {
      await expect(create({ email: 'a@x.example', campaignId: id })).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    expect((await programme.affiliates.list(tenant, {})).items).toEqual([]);
  });

  it('joins drafts and paused campaigns that are named', async () => {
    for (const status of ['DRAFT', 'PAUSED']) {
      const { campaignId } = await makeCampaign({ status });
      expect((await create({ email: 'a@x.example', campaignId })).links.at(-1)).toMatchObject({ campaignId });
    }
  });
});

describe('at the same moment', () => {
  it('two equal creates make one affiliate with one link: one is done, one is 409', async () => {
    await makeCampaign();
    for (let round = 0; round < 10; round++) {
      const request = { email: `twin-${round}@x.example` };
      expect((await outcomes([create(request), create(request)])).sort()).toEqual(['ALREADY_EXISTS', 'done']);
    }
    const { items } = await programme.affiliates.list(tenant, {});
    expect(items.map((affiliate) => affiliate.links.length)).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('one email joining ten campaigns is one affiliate with ten links', async () => {
    const campaigns = await Promise.all(Array.from({ length: 10 }, () => makeCampaign()));
    const requests = campaigns.map(({ campaignId }) => create({ email: 'a@x.example', campaignId }));
    expect(new Set(await outcomes(requests))).toEqual(new Set(['done']));
    const { items } = await programme.affiliates.list(tenant, {});
    expect(items.map((affiliate) => affiliate.links.length)).toEqual([10]);
  });

  it('ten merchants choosing one code: one gets it', async () => {
    const code = freshCode();
    const tenants = await Promise.all(Array.from({ length: 10 }, () => programme.makeTenant()));
    await Promise.all(tenants.map((who) => makeCampaign({}, who)));
    const results = await outcomes(tenants.map((who) => create({ email: 'a@x.example', code }, who)));
    expect(results.filter((result) => result === 'done')).toHaveLength(1);
    expect(results.filter((result) => result === 'ALREADY_EXISTS')).toHaveLength(9);
    const winner = tenants[results.indexOf('done')]!;
    expect(await programme.lookup.findLink(code)).toMatchObject(winner);
  });

  it('the oldest campaign is paused while somebody joins: the next oldest is taken', async () => {
    const oldest = await makeCampaign();
    const next = await makeCampaign();
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    let paused = (): void => undefined;
    const isPaused = new Promise<void>((resolve) => (paused = resolve));
    const pausing = db.database.transaction(async (tx) => {
      await tx.query(
        `update campaigns set status = 'PAUSED' where merchant_id = $1 and mode = 'live' and name = $2 and id =
        (select id from campaigns where merchant_id = $1 order by id limit 1)`,
        [tenant.merchantId, oldest.name],
      );
      paused();
      await held;
    });
    await isPaused;
    const joining = create({ email: 'a@x.example' });
    await lockIsWaitedFor(db.database);
    release();
    await pausing;
    expect((await joining).links).toMatchObject([{ campaignId: next.campaignId }]);
  });
});
