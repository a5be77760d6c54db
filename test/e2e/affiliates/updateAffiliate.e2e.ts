// updateAffiliate: another address, another name, suspended and back.
import { overhear } from '../../../bench/floor/capture.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique, type TestMerchant } from '../../support/makers.js';
import { difference, errorOf, notFoundError } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});

interface Change {
  email?: string;
  firstName?: string | null;
  status?: 'ACTIVE' | 'SUSPENDED';
}

async function update(affiliateId: string, body: Change) {
  return (await app.api.expect('updateAffiliate', 200, { as: key, path: { affiliateId }, body })).body.data;
}

async function get(affiliateId: string) {
  return (await app.api.expect('getAffiliate', 200, { as: key, path: { affiliateId } })).body.data;
}

it('changes what is sent, keeps what is left out, and is durable', async () => {
  const { affiliateId } = await app.make.link(key);
  const before = await get(affiliateId);
  const email = `New.${unique()}@Example.com`;
  const changed = await update(affiliateId, { email, firstName: ' Mila N. ' });
  expect(changed).toEqual({
    ...before,
    email: email.toLowerCase(),
    firstName: 'Mila N.',
    updatedAt: expect.any(String) as string,
  });
  expect(Date.parse(changed.updatedAt)).toBeGreaterThan(Date.parse(before.updatedAt));
  expect(await get(affiliateId)).toEqual(changed);
});

it.each([null, '', '   '])('a firstName of %j removes the name', async (firstName) => {
  const { affiliateId } = await app.make.link(key);
  await update(affiliateId, { firstName: 'Mila' });
  expect((await update(affiliateId, { firstName })).firstName).toBeNull();
});

it('changes nothing when nothing differs: the call may be repeated', async () => {
  const { affiliateId } = await app.make.link(key);
  const once = await update(affiliateId, { firstName: 'Mila', status: 'SUSPENDED' });
  expect(await update(affiliateId, { firstName: 'Mila', status: 'SUSPENDED' })).toEqual(once);
  expect(await update(affiliateId, { email: once.email.toUpperCase() })).toEqual(once);
  expect(await update(affiliateId, {})).toEqual(once);
});

it('an email that another affiliate has, in either case, is 409 without a value, and changes nothing', async () => {
  const { affiliateId, campaignId } = await app.make.link(key);
  const other = await app.make.affiliate(key, campaignId);
  const before = await get(affiliateId);
  const { email } = await get(other.affiliateId);
  for (const taken of [email, email.toUpperCase()]) {
    const body = { email: taken, status: 'SUSPENDED', firstName: 'Not this' } as const;
    const reply = await app.api.expect('updateAffiliate', 409, { as: key, path: { affiliateId }, body });
    expect(reply.body.error).toEqual(errorOf('EMAIL_TAKEN', [difference('email', null, null, 'is taken')]));
  }
  expect(await get(affiliateId)).toEqual(before);
});

it('an email that is known to another merchant, or in the other mode, is free here', async () => {
  const stranger = await app.make.merchant();
  const email = `shared-${unique()}@example.com`;
  for (const as of [stranger.test, merchant.live]) {
    await app.api.expect('createAffiliate', 201, { as, body: { email } });
  }
  const { affiliateId } = await app.make.link(key);
  expect((await update(affiliateId, { email })).email).toBe(email);
});

it('SUSPENDED stops clicks at once, ACTIVE lets them count again', async () => {
  const link = await app.make.link(key);
  const clickOf = async (): Promise<string | null> => {
    const { headers } = await app.api.expect('followLink', 302, { path: { code: link.code } });
    return new URL(headers.location as string).searchParams.get('cid');
  };
  expect(await clickOf()).toMatch(/^clk_/);
  expect((await update(link.affiliateId, { status: 'SUSPENDED' })).status).toBe('SUSPENDED');
  expect(await clickOf()).toBeNull();
  expect((await update(link.affiliateId, { status: 'ACTIVE' })).status).toBe('ACTIVE');
  expect(await clickOf()).toMatch(/^clk_/);
});

describe('PostgreSQL is sent no email that is taken: it would write it into its log, with the violation', () => {
  /** How often an affiliate was changed in the database while the calls were made. */
  async function changesDuring(calls: () => Promise<{ status: number }[]>): Promise<[number[], number]> {
    let changes = 0;
    const stop = overhear(({ sql }) => (changes += /^\s*update affiliates/.test(sql) ? 1 : 0));
    const replies = await calls().finally(stop);
    return [replies.map(({ status }) => status).sort(), changes];
  }

  it('neither one that another has', async () => {
    const { affiliateId, campaignId } = await app.make.link(key);
    const { email } = await get((await app.make.affiliate(key, campaignId)).affiliateId);
    const body = { email };
    const calls = () =>
      Promise.all([app.api.call('updateAffiliate', { as: key, path: { affiliateId }, body })]);
    expect(await changesDuring(calls)).toEqual([[409], 0]);
  });

  it('nor one that twenty take at once, by a change or by joining', async () => {
    const { campaignId } = await app.make.campaign(key);
    const many = await Promise.all(Array.from({ length: 10 }, () => app.make.affiliate(key, campaignId)));
    const email = `wanted-${unique()}@example.com`;
    const join = () => app.api.call('createAffiliate', { as: key, body: { email, campaignId } });
    const [statuses, changes] = await changesDuring(() =>
      Promise.all(
        many.flatMap(({ affiliateId }) => [
          app.api.call('updateAffiliate', { as: key, path: { affiliateId }, body: { email } }),
          join(),
        ]),
      ),
    );
    const [first] = statuses; // 200 for a change, 201 for a new affiliate
    expect(statuses).toEqual([first, ...Array<number>(19).fill(409)]);
    expect(changes).toBe(first === 200 ? 1 : 0);
  });
});

it('of two who take the same free email at once, one gets it', async () => {
  const { campaignId } = await app.make.campaign(key);
  const [one, two] = [await app.make.affiliate(key, campaignId), await app.make.affiliate(key, campaignId)];
  const body = { email: `wanted-${unique()}@example.com` };
  const calls = [one, two].map(({ affiliateId }) =>
    app.api.call('updateAffiliate', { as: key, path: { affiliateId }, body }),
  );
  expect((await Promise.all(calls)).map(({ status }) => status).sort()).toEqual([200, 409]);
});

it.each([
  ['email', 'nonsense'],
  ['email', null],
  ['firstName', 'x'.repeat(101)],
  ['status', 'ARCHIVED'],
  ['status', null],
  ['campaignId', 'cmp_01m1dzpw00e67v766vvtayqg9r'],
  ['code', 'another-code'],
  ['affiliateId', 'aff_01m1kt8ebremxv7sqjtdnxdx18'],
])('refuses %s %j with 422 and changes nothing', async (field, value) => {
  const { affiliateId } = await app.make.link(key);
  const before = await get(affiliateId);
  const body = invalid({ firstName: 'Not this', [field]: value });
  const { error } = (await app.api.expect('updateAffiliate', 422, { as: key, path: { affiliateId }, body }))
    .body;
  expect(error.details.map(({ path }) => path)).toContainEqual([field]);
  expect(await get(affiliateId)).toEqual(before);
});

it("another merchant's or the other mode's affiliate is 404 like one that never existed, and stays as it is", async () => {
  const { affiliateId } = await app.make.link(key);
  const before = await get(affiliateId);
  const stranger = await app.make.merchant();
  for (const [as, id] of [
    [stranger.test, affiliateId],
    [merchant.live, affiliateId],
    [key, 'aff_01m1kt8ebremxv7sqjtdnxdx18'],
    [key, 'nonsense'],
  ] as const) {
    const body = { status: 'SUSPENDED' } as const;
    const reply = await app.api.expect('updateAffiliate', 404, { as, path: { affiliateId: id }, body });
    expect(reply.body.error).toEqual(notFoundError('UNKNOWN_AFFILIATE', 'affiliateId'));
  }
  expect(await get(affiliateId)).toEqual(before);
});
