// adjustCommission: bonuses, deductions and corrections, each an entry that stays; never below 0, once for each adjustmentId.
import type { components } from '#generated/schema.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import {
  approve,
  commissionOf,
  earn,
  historyOf,
  markInPayout,
  reject,
  type Earned,
} from '../../support/commissions.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { difference, errorOf } from '../../support/failures.js';

type Body = components['schemas']['AdjustCommissionBody'];

let app: SharedApp;
let merchant: TestMerchant;
let key: string;
let link: TestLink;
let earned: Earned;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
  link = await app.make.link(key);
});
beforeEach(async () => {
  earned = await earn(app, link, 500);
});

const path = () => ({ commissionId: earned.commissionId });

async function adjust(type: Body['type'], amount: number, adjustmentId?: string) {
  const body = { type, amount, reason: `${type} of a test`, ...(adjustmentId ? { adjustmentId } : {}) };
  return (await app.api.expect('adjustCommission', 200, { as: key, path: path(), body })).body.data;
}

async function refused(body: Body) {
  const before = await commissionOf(app, key, earned.commissionId);
  const { error } = (await app.api.expect('adjustCommission', 409, { as: key, path: path(), body })).body;
  expect(await commissionOf(app, key, earned.commissionId)).toEqual(before);
  return error;
}

it('adds a bonus, takes a deduction, corrects by a signed difference; the balance is the sum of the ledger', async () => {
  await adjust('BONUS', 250);
  await adjust('DEDUCTION', 100);
  await adjust('CORRECTION', -50);
  const adjusted = await adjust('CORRECTION', 7);
  expect(adjusted).toMatchObject({ amount: 500, balance: 607, status: 'PENDING', replayed: false });
  const { replayed, ...commission } = adjusted;
  expect(replayed).toBe(false);
  expect(await commissionOf(app, key, earned.commissionId)).toEqual(commission);
  expect(commission.ledger.map(({ type, amount, reason }) => [type, amount, reason])).toEqual([
    ['EARNED', 500, null],
    ['BONUS', 250, 'BONUS of a test'],
    ['DEDUCTION', -100, 'DEDUCTION of a test'],
    ['CORRECTION', -50, 'CORRECTION of a test'],
    ['CORRECTION', 7, 'CORRECTION of a test'],
  ]);
});

it('appends each adjustment to the history of the conversion', async () => {
  await adjust('BONUS', 250);
  await adjust('DEDUCTION', 100);
  const { commissionId, conversionId } = earned;
  expect((await historyOf(app, key, conversionId)).slice(1)).toEqual([
    {
      event: 'COMMISSION_ADJUSTED',
      details: { commissionId, type: 'BONUS', amount: 250, balance: 750, reason: 'BONUS of a test' },
    },
    {
      event: 'COMMISSION_ADJUSTED',
      details: { commissionId, type: 'DEDUCTION', amount: -100, balance: 650, reason: 'DEDUCTION of a test' },
    },
  ]);
});

it('the balance may be 0, and never goes below it', async () => {
  expect(await refused({ type: 'DEDUCTION', amount: 501, reason: 'x' })).toMatchObject({
    code: 'ALREADY_EXISTS',
    details: [difference('amount', 501, 500, 'takes more than the balance')],
  });
  expect((await refused({ type: 'CORRECTION', amount: -501, reason: 'x' })).details).toEqual([
    difference('amount', -501, 500, 'takes more than the balance'),
  ]);
  expect((await adjust('DEDUCTION', 500)).balance).toBe(0);
  await refused({ type: 'CORRECTION', amount: -1, reason: 'x' });
});

describe('with an adjustmentId', () => {
  it('the same again adds nothing, whatever its reason, and says so', async () => {
    const first = await adjust('BONUS', 250, 'november');
    const again = { type: 'BONUS', amount: 250, reason: 'Another reason', adjustmentId: 'november' } as const;
    const reply = await app.api.expect('adjustCommission', 200, { as: key, path: path(), body: again });
    expect(reply.body.data).toEqual({ ...first, replayed: true });
    expect(await historyOf(app, key, earned.conversionId)).toHaveLength(2);
  });

  it('fifty equal adjustments at once add once', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => adjust('DEDUCTION', 30, 'once')));
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
    for (const { replayed, ...rest } of all) {
      expect(rest).toEqual({ ...(await commissionOf(app, key, earned.commissionId)) });
      expect(typeof replayed).toBe('boolean');
    }
    expect((await commissionOf(app, key, earned.commissionId)).balance).toBe(470);
  });

  it('another type or amount under the name is 409 naming what differs, as it was sent', async () => {
    await adjust('DEDUCTION', 30, 'taken');
    const adjustmentId = 'taken';
    expect((await refused({ type: 'DEDUCTION', amount: 31, reason: 'x', adjustmentId })).details).toEqual([
      difference('amount', 31, 30),
    ]);
    expect((await refused({ type: 'BONUS', amount: 30, reason: 'x', adjustmentId })).details).toEqual([
      difference('type', 'BONUS', 'DEDUCTION'),
    ]);
    expect((await refused({ type: 'CORRECTION', amount: -30, reason: 'x', adjustmentId })).details).toEqual([
      difference('type', 'CORRECTION', 'DEDUCTION'),
      difference('amount', -30, 30),
    ]);
  });

  it('is compared byte for byte, and another commission has names of its own', async () => {
    await adjust('BONUS', 1, 'name');
    expect((await adjust('BONUS', 2, 'Name')).balance).toBe(503);
    earned = await earn(app, link, 500);
    expect((await adjust('BONUS', 3, 'name')).balance).toBe(503);
  });

  it('a repeat is told as one although the commission was rejected or emptied since', async () => {
    await adjust('DEDUCTION', 300, 'first');
    await adjust('DEDUCTION', 200);
    expect(await adjust('DEDUCTION', 300, 'first')).toMatchObject({ replayed: true, balance: 0 });
    await reject(app, key, earned.commissionId);
    expect(await adjust('DEDUCTION', 300, 'first')).toMatchObject({ replayed: true, status: 'REJECTED' });
  });
});

it('without an adjustmentId each call counts', async () => {
  await Promise.all(Array.from({ length: 10 }, () => adjust('BONUS', 10)));
  const commission = await commissionOf(app, key, earned.commissionId);
  expect([commission.balance, commission.ledger.length]).toEqual([600, 11]);
});

it('of deductions at once that are too much together, those that fit are made', async () => {
  const body = { type: 'DEDUCTION', amount: 100, reason: 'x' } as const;
  const calls = Array.from({ length: 8 }, () =>
    app.api.call('adjustCommission', { as: key, path: path(), body }),
  );
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 200, 200, 200, 200, 409, 409, 409]);
  expect((await commissionOf(app, key, earned.commissionId)).balance).toBe(0);
});

it('approved commissions, and those in a payout or paid, can be adjusted: the difference is left to the next payout', async () => {
  await approve(app, key, earned.commissionId);
  expect(await adjust('BONUS', 1)).toMatchObject({ status: 'APPROVED', balance: 501, settledAmount: 0 });
  await markInPayout(app, earned.externalId, 'APPROVED');
  expect(await adjust('DEDUCTION', 11)).toMatchObject({
    status: 'APPROVED',
    balance: 490,
    settledAmount: 501,
  });
  await markInPayout(app, earned.externalId, 'PAID');
  expect(await adjust('DEDUCTION', 490)).toMatchObject({ status: 'PAID', balance: 0, settledAmount: 490 });
});

it('a rejected commission cannot be adjusted', async () => {
  await reject(app, key, earned.commissionId);
  expect(await refused({ type: 'BONUS', amount: 1, reason: 'x' })).toEqual(
    errorOf('COMMISSION_REJECTED', [difference('status', null, 'REJECTED', 'does not allow an adjustment')]),
  );
});

it.each([
  [{ type: 'BONUS', amount: 0 }, 'amount', 'must be at least 1 for a BONUS or DEDUCTION'],
  [{ type: 'DEDUCTION', amount: -5 }, 'amount', 'must be at least 1 for a BONUS or DEDUCTION'],
  [{ type: 'CORRECTION', amount: 0 }, 'amount', 'must not be 0 for a CORRECTION'],
  [{ amount: 1.5 }, 'amount', 'must be an integer from -1000000000000 to 1000000000000'],
  [{ amount: '5' }, 'amount', 'must be an integer from -1000000000000 to 1000000000000'],
  [{ type: 'REFUND' }, 'type', 'must be one of BONUS, DEDUCTION, CORRECTION'],
  [{ reason: '' }, 'reason', 'must be 1 to 500 characters long'],
  [{ reason: 'x'.repeat(501) }, 'reason', 'must be 1 to 500 characters long'],
  [{ reason: null }, 'reason', 'must be a string'],
  [{ adjustmentId: '' }, 'adjustmentId', 'must be 1 to 255 characters long'],
  [{ adjustmentID: 'x' }, 'adjustmentID', 'is not known here; did you mean adjustmentId?'],
])('refuses %j with 422', async (fields, field, message) => {
  const body = invalid({ type: 'BONUS', amount: 5, reason: 'x', ...fields });
  const { error } = (await app.api.expect('adjustCommission', 422, { as: key, path: path(), body })).body;
  expect(error.details).toEqual([{ path: [field], message }]);
  expect((await commissionOf(app, key, earned.commissionId)).ledger).toHaveLength(1);
});

it("another merchant's, the other mode's and an unknown commission is 404, and stays as it is", async () => {
  const stranger = await app.make.merchant();
  const body = { type: 'BONUS', amount: 5, reason: 'x' } as const;
  for (const as of [stranger.test, merchant.live])
    await app.api.expect('adjustCommission', 404, { as, path: path(), body });
  for (const commissionId of ['nonsense', 'cmm_01m7w78fvceys9vdr954b8kvm0'])
    await app.api.expect('adjustCommission', 404, { as: key, path: { commissionId }, body });
  expect((await commissionOf(app, key, earned.commissionId)).balance).toBe(500);
});
