// The demo: made once, whoever starts, and like any other data.
import { ApiKeysRepository } from '#accounts/api-keys/api-keys.repository.js';
import { ApiKeysService } from '#accounts/api-keys/api-keys.service.js';
import { isKeyText } from '#accounts/api-keys/key-text.js';
import { DEMO_CODE, DemoService } from '#demo/demo.service.js';
import { keyPermissions } from '#platform/contract/permissions.js';
import { startTestDatabase, type TestDatabase } from '../../support/database.js';
import { makeProgramme, newCampaign } from '../program/affiliates/programme.js';

let db: TestDatabase;
beforeEach(async () => {
  db = await startTestDatabase();
});
afterEach(() => db.close());

function replica(): DemoService {
  const { merchants, campaigns, enrolment } = makeProgramme(db.database);
  const apiKeys = new ApiKeysService(db.database, new ApiKeysRepository());
  return new DemoService(db.database, merchants, apiKeys, campaigns, enrolment);
}

const counts = () =>
  db.database
    .query(`select (select count(*)::int from merchants) as merchants, (select count(*)::int from api_keys) as keys,
    (select count(*)::int from campaigns where status = 'ACTIVE') as campaigns, (select count(*)::int from affiliate_links) as links`);

describe('the demo', () => {
  it('has per mode a key, an active campaign, an affiliate and a link', async () => {
    const demo = (await replica().createOnce())!;
    expect(demo).toMatchObject({
      merchantId: expect.stringMatching(/^mer_/) as string,
      merchantName: 'Demo shop',
    });
    for (const mode of ['live', 'test'] as const) {
      expect(isKeyText(demo[mode].key)).toBe(true);
      expect(demo[mode].key).toMatch(`rc_${mode}_`);
      expect(demo[mode].link).toBe(`https://go.example/r/${demo[mode].code}`);
      const target = await makeProgramme(db.database).lookup.findLink(demo[mode].code);
      expect(target).toMatchObject({ mode, campaignStatus: 'ACTIVE', landingUrl: 'https://shop.example/' });
    }
    expect(await counts()).toEqual([{ merchants: 1, keys: 2, campaigns: 2, links: 2 }]);
  });

  it('has no account: nobody comes in by a name and a password that others know', async () => {
    await replica().createOnce();
    expect(
      await db.database.query('select id from people union all select person_id from memberships'),
    ).toEqual([]);
  });

  it('has keys that may do all', async () => {
    await replica().createOnce();
    const found = await db.database.query('select permissions from api_keys');
    expect(found).toEqual([{ permissions: keyPermissions }, { permissions: keyPermissions }]);
  });

  it('has the code of the guides for the test link, and a random one for the live link', async () => {
    const { live, test } = (await replica().createOnce())!;
    expect(test.code).toBe(DEMO_CODE);
    expect(live.code).toMatch(/^[0-9a-z]{10}$/);
  });

  it('takes a random code when somebody has that of the guides, and is made all the same', async () => {
    const programme = makeProgramme(db.database);
    const somebody = await programme.makeTenant();
    const { campaignId } = await programme.campaigns.create(somebody, newCampaign);
    const theirs = { email: 'mila@example.com', campaignId, code: DEMO_CODE };
    await programme.enrolment.create(somebody, theirs);
    const { test } = (await replica().createOnce())!;
    expect(test.code).toMatch(/^[0-9a-z]{10}$/);
    expect(test.link).toBe(`https://go.example/r/${test.code}`);
    expect(await counts()).toEqual([{ merchants: 2, keys: 2, campaigns: 3, links: 3 }]);
  });

  it('is made once by replicas that start together, and never again', async () => {
    const made = await Promise.all([replica(), replica(), replica()].map((one) => one.createOnce()));
    expect(made.filter((demo) => demo !== null)).toHaveLength(1);
    expect(await replica().createOnce()).toBeNull();
    expect(await counts()).toEqual([{ merchants: 1, keys: 2, campaigns: 2, links: 2 }]);
  });

  it('is made whole or not at all', async () => {
    await db.database.query('alter table affiliate_links rename to elsewhere');
    await expect(replica().createOnce()).rejects.toThrow();
    await db.database.query('alter table elsewhere rename to affiliate_links');
    expect(await counts()).toEqual([{ merchants: 0, keys: 0, campaigns: 0, links: 0 }]);
    expect(await replica().createOnce()).not.toBeNull();
  });
});
