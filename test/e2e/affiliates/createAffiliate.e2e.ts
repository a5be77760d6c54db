// createAffiliate: somebody joins a campaign, or one more campaign.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique } from '../../support/makers.js';
import { difference, notFoundError } from '../../support/failures.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

type Body = { email: string; firstName?: string | null; campaignId?: string; code?: string };

async function create(as: string, body: Body) {
  return (await app.api.expect('createAffiliate', 201, { as, body })).body.data;
}

/** 409 at this field, in words that hold no value; and nothing was written. */
async function expectConflict(as: string, body: Body, field: string): Promise<string> {
  const tables = ['affiliates', 'affiliate_links', 'tracking_codes'];
  const count = (): Promise<number[]> => Promise.all(tables.map((table) => app.rows.count(table)));
  const before = await count();
  const { error } = (await app.api.expect('createAffiliate', 409, { as, body })).body;
  expect(error.code).toBe('ALREADY_EXISTS');
  expect(error.details).toEqual([difference(field, null, null, expect.any(String))]);
  expect(await count()).toEqual(before);
  return error.message;
}

const someEmail = (): string => `mila-${unique()}@example.com`;

it('answers with the affiliate and a link that works', async () => {
  const { test } = await app.make.merchant();
  const { campaignId } = await app.make.campaign(test);
  const code = `Mila-${unique()}`;
  const { affiliateId, createdAt, ...rest } = await create(test, {
    email: ` Mila.${code}@Example.COM`.trim(),
    firstName: ' Mila ',
    campaignId,
    code,
  });
  expect(affiliateId).toMatch(/^aff_[0-9a-z]{26}$/);
  expect(rest).toEqual({
    email: `mila.${code}@example.com`.toLowerCase(),
    firstName: 'Mila',
    status: 'ACTIVE',
    links: [
      {
        campaignId,
        code: code.toLowerCase(),
        url: `https://go.example.com/r/${code.toLowerCase()}`,
        createdAt: expect.any(String) as string,
      },
    ],
    updatedAt: createdAt,
  });
  await app.api.expect('followLink', 302, { path: { code } });
});

it('chooses ten random characters where no code is sent, and no name where none is', async () => {
  const { test } = await app.make.merchant();
  await app.make.campaign(test);
  const made = await Promise.all(
    [null, '', '   ', undefined].map((firstName) =>
      create(test, { email: someEmail(), ...(firstName === undefined ? {} : { firstName }) }),
    ),
  );
  const codes = made.map(({ links }) => links[0]?.code);
  for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
  expect(new Set(codes).size).toBe(4);
  expect(made.map(({ firstName }) => firstName)).toEqual([null, null, null, null]);
});

describe('the campaign', () => {
  it('left out is the oldest active one of this merchant and mode', async () => {
    const { test, live } = await app.make.merchant();
    await app.make.campaign(live);
    await app.make.campaign(test, { status: 'PAUSED' });
    const oldest = await app.make.campaign(test);
    await app.make.campaign(test);
    expect((await create(test, { email: someEmail() })).links).toMatchObject([
      { campaignId: oldest.campaignId },
    ]);
  });

  it('where there is none to join: an affiliate without a link, whose code stays free', async () => {
    const { test } = await app.make.merchant();
    const code = `code-${unique()}`;
    expect((await create(test, { email: someEmail(), code })).links).toEqual([]);
    const { campaignId } = await app.make.campaign(test, { status: 'PAUSED' });
    expect((await create(test, { email: someEmail(), code, campaignId })).links).toMatchObject([{ code }]);
  });

  it('that is a draft or paused may be joined, an archived one not', async () => {
    const { test } = await app.make.merchant();
    for (const status of ['DRAFT', 'PAUSED'] as const) {
      const { campaignId } = await app.make.campaign(test, { status });
      expect((await create(test, { email: someEmail(), campaignId })).links).toHaveLength(1);
    }
    const { campaignId } = await app.make.campaign(test);
    await app.api.expect('updateCampaign', 200, {
      as: test,
      path: { campaignId },
      body: { status: 'ARCHIVED' },
    });
    const message = await expectConflict(test, { email: someEmail(), campaignId }, 'campaignId');
    expect(message).toBe('The campaign is archived and cannot be joined.');
  });

  it('of another merchant, of the other mode or of nobody is one and the same 404, and nobody is created', async () => {
    const [one, two] = [await app.make.merchant(), await app.make.merchant()];
    const { campaignId } = await app.make.campaign(one.test);
    const before = await app.rows.count('affiliates');
    const errors = [];
    for (const [as, id] of [
      [two.test, campaignId],
      [one.live, campaignId],
      [one.test, 'cmp_01m1dzpw00e67v766vvtayqg9r'],
      [one.test, 'nonsense'],
      [one.test, ''],
    ] as const) {
      const reply = await app.api.expect('createAffiliate', 404, {
        as,
        body: { email: someEmail(), campaignId: id },
      });
      errors.push(reply.body.error);
    }
    for (const error of errors) expect(error).toEqual(notFoundError('UNKNOWN_CAMPAIGN', 'campaignId'));
    expect(await app.rows.count('affiliates')).toBe(before);
  });

  it('has its terms frozen by the first who joins', async () => {
    const { test } = await app.make.merchant();
    const { campaignId, termsFrozen } = await app.make.campaign(test);
    expect(termsFrozen).toBe(false);
    await create(test, { email: someEmail(), campaignId });
    expect(
      (await app.api.expect('getCampaign', 200, { as: test, path: { campaignId } })).body.data.termsFrozen,
    ).toBe(true);
  });
});

describe('an email that is known', () => {
  it('in another campaign: the same affiliate, as it is, with one link more', async () => {
    const { test } = await app.make.merchant();
    const [first, second] = [await app.make.campaign(test), await app.make.campaign(test)];
    const email = someEmail();
    const one = await create(test, { email, firstName: 'Mila', campaignId: first.campaignId });
    const path = { affiliateId: one.affiliateId };
    await app.api.expect('updateAffiliate', 200, { as: test, path, body: { status: 'SUSPENDED' } });
    const two = await create(test, {
      email: email.toUpperCase(),
      firstName: 'Other',
      campaignId: second.campaignId,
    });
    expect(two).toMatchObject({ affiliateId: one.affiliateId, firstName: 'Mila', status: 'SUSPENDED' });
    expect(two.links.map(({ campaignId }) => campaignId)).toEqual([first.campaignId, second.campaignId]);
  });

  it('in the same campaign, in either case, is 409', async () => {
    const { test } = await app.make.merchant();
    const { campaignId } = await app.make.campaign(test);
    const email = someEmail();
    await create(test, { email, campaignId });
    for (const body of [
      { email, campaignId },
      { email: email.toUpperCase() },
      { email, campaignId, code: `c-${unique()}` },
    ]) {
      expect(await expectConflict(test, body, 'email')).toBe(
        'An affiliate with this email is in this campaign already.',
      );
    }
  });

  it('without a campaign to join is 409', async () => {
    const { test } = await app.make.merchant();
    const email = someEmail();
    await create(test, { email });
    await expectConflict(test, { email }, 'email');
  });

  it('at another merchant or in the other mode is somebody else', async () => {
    const [one, two] = [await app.make.merchant(), await app.make.merchant()];
    const email = someEmail();
    const made = await Promise.all([one.test, one.live, two.test].map((as) => create(as, { email })));
    expect(new Set(made.map(({ affiliateId }) => affiliateId)).size).toBe(3);
  });

  it('twenty equal calls at once: one 201, nineteen 409, one affiliate, one link', async () => {
    const { id, test } = await app.make.merchant();
    await app.make.campaign(test);
    const body = { email: someEmail() };
    const calls = Array.from({ length: 20 }, () => app.api.call('createAffiliate', { as: test, body }));
    const statuses = (await Promise.all(calls)).map(({ status }) => status).sort();
    expect(statuses).toEqual([201, ...Array<number>(19).fill(409)]);
    for (const table of ['affiliates', 'affiliate_links', 'tracking_codes']) {
      expect(await app.rows.query(`select 1 from ${table} where merchant_id = $1`, [id])).toHaveLength(1);
    }
  });
});

it('one email joining ten campaigns at once: one affiliate, ten links, each code another', async () => {
  const { id, test } = await app.make.merchant();
  const campaigns = await Promise.all(Array.from({ length: 10 }, () => app.make.campaign(test)));
  const email = someEmail();
  const made = await Promise.all(campaigns.map(({ campaignId }) => create(test, { email, campaignId })));
  const [affiliateId, ...others] = new Set(made.map((each) => each.affiliateId));
  expect(others).toEqual([]);
  const path = { affiliateId: affiliateId as string };
  const { links } = (await app.api.expect('getAffiliate', 200, { as: test, path })).body.data;
  expect(links.map(({ campaignId }) => campaignId).sort()).toEqual(
    campaigns.map(({ campaignId }) => campaignId).sort(),
  );
  expect(new Set(links.map(({ code }) => code)).size).toBe(10);
  expect(await app.rows.query('select 1 from affiliates where merchant_id = $1', [id])).toHaveLength(1);
});

describe('a code that is taken', () => {
  it("is 409 in either case and says only that, whoever has it; the affiliate isn't created either", async () => {
    const [mine, theirs] = [await app.make.merchant(), await app.make.merchant()];
    for (const as of [mine.test, mine.live, theirs.test]) await app.make.campaign(as);
    const code = `taken-${unique()}`;
    await create(mine.test, { email: someEmail(), code });
    const messages = [];
    for (const as of [mine.test, mine.live, theirs.test]) {
      for (const text of [code, code.toUpperCase()]) {
        messages.push(await expectConflict(as, { email: someEmail(), code: text }, 'code'));
      }
    }
    expect(new Set(messages)).toEqual(new Set(['This code is taken.']));
  });
});

it.each([
  ['email', 'no-at-sign'],
  ['email', 'a@b'],
  ['email', `${'x'.repeat(250)}@example.com`],
  ['email', ''],
  ['email', null],
  ['firstName', 'x'.repeat(101)],
  ['firstName', 7],
  ['campaignId', null],
  ['code', 'ab'],
  ['code', 'x'.repeat(65)],
  ['code', 'with space'],
  ['code', 'größe'],
  ['code', null],
])('refuses %s %j with 422', async (field, value) => {
  const { test } = await app.make.merchant();
  const body = invalid({ email: someEmail(), [field]: value });
  const { error } = (await app.api.expect('createAffiliate', 422, { as: test, body })).body;
  expect(new Set(error.details.map(({ path }) => path.join('.')))).toEqual(new Set([field]));
});
