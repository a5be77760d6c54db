// bulkApproveCommissions: all or none, naming the ids that stopped it.
import { newId, toPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { approve, commissionOf, earn, historyOf, markInPayout, reject } from '../../support/commissions.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { errorOf } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
  link = await app.make.link(key);
});

const statusOf = async (commissionId: string) => (await commissionOf(app, key, commissionId)).status;

it('approves what is pending, leaves what was approved, and counts an id given twice once', async () => {
  const [one, two] = [await earn(app, link), await earn(app, link)];
  await approve(app, key, one.commissionId);
  expect(await approve(app, key, two.commissionId, one.commissionId, two.commissionId)).toEqual({
    changed: 1,
    unchanged: 1,
    commissions: [
      { commissionId: two.commissionId, status: 'APPROVED', changed: true },
      { commissionId: one.commissionId, status: 'APPROVED', changed: false },
    ],
  });
  for (const { commissionId, conversionId } of [one, two]) {
    expect(await statusOf(commissionId)).toBe('APPROVED');
    const history = await historyOf(app, key, conversionId);
    expect(history.slice(1)).toEqual([{ event: 'COMMISSION_APPROVED', details: { commissionId } }]);
  }
});

it('one that is in a payout already stops nothing', async () => {
  const earned = await earn(app, link);
  await markInPayout(app, earned.externalId, 'APPROVED');
  expect(await approve(app, key, earned.commissionId)).toMatchObject({ changed: 0, unchanged: 1 });
});

it('a rejected and a paid one stop all of it, and are named with their states', async () => {
  const [pending, rejected, paid] = [await earn(app, link), await earn(app, link), await earn(app, link)];
  await reject(app, key, rejected.commissionId);
  await markInPayout(app, paid.externalId, 'PAID');
  const { payoutId } = await commissionOf(app, key, paid.commissionId);
  const commissionIds = [pending.commissionId, paid.commissionId, rejected.commissionId];
  const reply = await app.api.expect('bulkApproveCommissions', 409, { as: key, body: { commissionIds } });
  expect(reply.body.error).toMatchObject({
    code: 'ALREADY_EXISTS',
    message: '2 of the commissions cannot be approved any more. None was changed.',
  });
  expect(reply.body.error.details).toEqual([
    { ...inTheWay(2), commissionId: rejected.commissionId, status: 'REJECTED', payoutId: null },
    { ...inTheWay(1), commissionId: paid.commissionId, status: 'PAID', payoutId },
  ]);
  expect(await statusOf(pending.commissionId)).toBe('PENDING');
});

/** What is said of the id at this place of the request. */
const inTheWay = (at: number) => ({ path: ['commissionIds', at], message: 'cannot be approved any more' });
const unknownId = (commissionId: string, at: number) => ({
  path: ['commissionIds', at],
  message: 'names nothing that you can see',
  commissionId,
});

it("unknown, malformed, another merchant's and the other mode's ids stop all of it with 404, and are named alike", async () => {
  const pending = await earn(app, link);
  const rejected = await earn(app, link);
  await reject(app, key, rejected.commissionId);
  const stranger = await app.make.merchant();
  const others = [
    await earn(app, await app.make.link(stranger.test)),
    await earn(app, await app.make.link(merchant.live)),
  ].map(({ commissionId }) => commissionId);
  const unknown = [...others, 'nonsense', pending.conversionId, 'cmm_01m7w78fvceys9vdr954b8kvm0'];
  const commissionIds = [pending.commissionId, rejected.commissionId, ...unknown];
  const reply = await app.api.expect('bulkApproveCommissions', 404, { as: key, body: { commissionIds } });
  expect(reply.body.error).toEqual(
    errorOf(
      'UNKNOWN_COMMISSION',
      unknown.map((commissionId, at) => unknownId(commissionId, at + 2)),
      '5 of the ids name no commission. None was changed.',
    ),
  );
  expect(await statusOf(pending.commissionId)).toBe('PENDING');
});

it('takes a thousand ids in 64 KiB, and names 50 of them at most, in 16 KiB', async () => {
  const commissionIds = Array.from({ length: 1000 }, () => toPublicId('cmm', newId()));
  const reply = await app.api.expect('bulkApproveCommissions', 404, { as: key, body: { commissionIds } });
  expect(reply.body.error.details).toEqual(commissionIds.slice(0, 50).map(unknownId));
  expect(reply.body.error.message).toContain('1000 of the ids');
  const long = Array.from({ length: 60 }, (_, at) => `${at}`.padEnd(64, 'x'));
  const { text } = await app.api.expect('bulkApproveCommissions', 404, {
    as: key,
    body: { commissionIds: long },
  });
  expect(Buffer.byteLength(text)).toBeLessThan(16 * 1024);
});

it('approves a thousand commissions at once', async () => {
  const ids = Array.from({ length: 1000 }, () => newId());
  await app.rows.query(
    `with c as (select * from conversions where external_id = $1),
     made as (
       insert into conversions
       select (jsonb_populate_record(null::conversions, to_jsonb(c) || jsonb_build_object('id', t.id, 'external_id', t.id))).*
       from c, unnest($2::uuid[]) as t(id) returning merchant_id, mode, id, affiliate_id, campaign_id)
     insert into commissions (merchant_id, mode, id, conversion_id, affiliate_id, campaign_id, amount, balance, currency, status, created_at)
     select merchant_id, mode, id, id, affiliate_id, campaign_id, 1, 1, 'EUR', 'PENDING', now() from made`,
    [(await earn(app, link)).externalId, ids],
  );
  const commissionIds = ids.map((id) => toPublicId('cmm', id));
  expect(await approve(app, key, ...commissionIds)).toMatchObject({ changed: 1000, unchanged: 0 });
  expect(await approve(app, key, ...commissionIds)).toMatchObject({ changed: 0, unchanged: 1000 });
});

it.each([
  [[], [], 'must have at least 1 items'],
  [Array.from({ length: 1001 }, () => 'x'), [], 'must have at most 1000 items'],
  ['cmm_x', [], 'must be a list'],
  [null, [], 'must be a list'],
  [['x', 5], [1], 'must be a string'],
  [['x', null], [1], 'must be a string'],
  [['x', 'y', 'mila@example.com'], [2], 'must match the pattern ^[A-Za-z0-9_-]{1,64}$'],
  [[''], [0], 'must match the pattern ^[A-Za-z0-9_-]{1,64}$'],
  [['x'.repeat(65)], [0], 'must match the pattern ^[A-Za-z0-9_-]{1,64}$'],
])('refuses the list %# with 422', async (commissionIds, place, message) => {
  const body = invalid({ commissionIds });
  const { error } = (await app.api.expect('bulkApproveCommissions', 422, { as: key, body })).body;
  expect(error.details).toEqual([{ path: ['commissionIds', ...place], message }]);
});
