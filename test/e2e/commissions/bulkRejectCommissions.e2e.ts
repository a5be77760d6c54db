// bulkRejectCommissions: what is in no payout yet, all or none, naming the ids that stopped it.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid, send } from '../../support/call.js';
import { approve, commissionOf, earn, historyOf, markInPayout, reject } from '../../support/commissions.js';
import type { TestLink } from '../../support/makers.js';
import { errorOf } from '../../support/failures.js';

let app: SharedApp;
let key: string;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  key = (await app.make.merchant()).test;
  link = await app.make.link(key);
});

it('rejects what is pending or approved, and keeps the balance for the record', async () => {
  const [pending, approved] = [await earn(app, link, 300), await earn(app, link, 400)];
  await approve(app, key, approved.commissionId);
  const body = { commissionIds: [approved.commissionId, pending.commissionId], reason: 'Ordered by himself' };
  const { data } = (await app.api.expect('bulkRejectCommissions', 200, { as: key, body })).body;
  expect(data).toEqual({
    changed: 2,
    unchanged: 0,
    commissions: [
      { commissionId: approved.commissionId, status: 'REJECTED', changed: true },
      { commissionId: pending.commissionId, status: 'REJECTED', changed: true },
    ],
  });
  const { commissionId } = pending;
  expect(await commissionOf(app, key, commissionId)).toMatchObject({ status: 'REJECTED', balance: 300 });
  expect((await historyOf(app, key, pending.conversionId)).slice(1)).toEqual([
    { event: 'COMMISSION_REJECTED', details: { commissionId, reason: 'Ordered by himself' } },
  ]);
});

it('may be repeated: what is rejected stays so, and its history tells it once', async () => {
  const { commissionId, conversionId } = await earn(app, link);
  expect(await reject(app, key, commissionId)).toMatchObject({ changed: 1 });
  expect(await reject(app, key, commissionId)).toMatchObject({ changed: 0, unchanged: 1 });
  expect(await historyOf(app, key, conversionId)).toEqual([
    expect.objectContaining({ event: 'RECORDED' }),
    { event: 'COMMISSION_REJECTED', details: { commissionId, reason: null } },
  ]);
});

it('one that a payout has taken, paid or not, stops all of it, and is named with its payout', async () => {
  const [pending, taken, paid] = [await earn(app, link), await earn(app, link), await earn(app, link)];
  await markInPayout(app, taken.externalId, 'APPROVED');
  await markInPayout(app, paid.externalId, 'PAID');
  const { payoutId } = await commissionOf(app, key, paid.commissionId);
  const commissionIds = [pending.commissionId, taken.commissionId, paid.commissionId];
  const { error } = (await app.api.expect('bulkRejectCommissions', 409, { as: key, body: { commissionIds } }))
    .body;
  const message = 'cannot be rejected any more';
  expect(error.details).toEqual([
    { path: ['commissionIds', 1], message, commissionId: taken.commissionId, status: 'APPROVED', payoutId },
    { path: ['commissionIds', 2], message, commissionId: paid.commissionId, status: 'PAID', payoutId },
  ]);
  expect((await commissionOf(app, key, pending.commissionId)).status).toBe('PENDING');
});

it('an id that names nothing stops all of it', async () => {
  const { commissionId } = await earn(app, link);
  const commissionIds = [commissionId, 'nonsense'];
  const { error } = (await app.api.expect('bulkRejectCommissions', 404, { as: key, body: { commissionIds } }))
    .body;
  expect(error).toEqual(
    errorOf(
      'UNKNOWN_COMMISSION',
      [{ path: ['commissionIds', 1], message: 'names nothing that you can see', commissionId: 'nonsense' }],
      '1 of the ids names no commission. None was changed.',
    ),
  );
  expect((await commissionOf(app, key, commissionId)).status).toBe('PENDING');
});

it('what a path of its own does not have is 405, and no commission of that name', async () => {
  for (const name of ['bulk-approve', 'bulk-reject']) {
    const body = { type: 'BONUS', amount: 1, reason: 'x' } as const;
    const reply = await app.api.call('bulkRejectCommissions', { as: key, body: invalid(body) });
    expect(reply.status).toBe(422);
    const url = new URL(`/api/v1/commissions/${name}`, app.api.baseUrl);
    expect((await send(url, { method: 'GET' })).status).toBe(405);
  }
});

it.each([
  [{ reason: '' }, ['reason']],
  [{ reason: 'x'.repeat(501) }, ['reason']],
  [{ commissionIds: [] }, ['commissionIds']],
  [{ commissionIds: [{}] }, ['commissionIds', 0]],
  [{ note: 'x' }, ['note']],
])('refuses %j with 422', async (fields, path) => {
  const body = invalid({ commissionIds: ['x'], ...fields });
  const { error } = (await app.api.expect('bulkRejectCommissions', 422, { as: key, body })).body;
  expect(error.details.map((fault) => fault.path)).toEqual([path]);
});
