// People decide about the same commissions at the same time: on two replicas, all at once, and the books stay right.
import { fromPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../../support/app.js';
import { commissionOf, earn, historyOf, type Earned } from '../../../support/commissions.js';
import { lockIsWaitedFor } from '../../../support/locks.js';
import type { TestLink } from '../../../support/makers.js';

let replicas: [TestApp, TestApp];
let link: TestLink;

beforeAll(async () => {
  const first = await startApp();
  replicas = [first, await startApp({ sharing: first })];
  link = await first.make.link((await first.make.merchant()).test);
});
afterAll(async () => {
  await replicas[1].close();
  await replicas[0].close();
});

const earnSome = (count: number): Promise<Earned[]> =>
  Promise.all(Array.from({ length: count }, () => earn(replicas[0], link, 500)));

type Bulk = 'bulkApproveCommissions' | 'bulkRejectCommissions';

const decide = async (at: number, id: Bulk, commissionIds: string[]) =>
  (await replicas[at % 2]!.api.call(id, { as: link.key, body: { commissionIds } })).status;

const stateOf = async ({ commissionId }: Earned) =>
  (await commissionOf(replicas[0], link.key, commissionId)).status;

it('approved and rejected at once, in any order of the ids: each call does all of it or nothing', async () => {
  for (let times = 0; times < 5; times++) {
    const earned = await earnSome(12);
    const ids = earned.map(({ commissionId }) => commissionId);
    const [approved, rejected] = await Promise.all([
      decide(0, 'bulkApproveCommissions', ids),
      decide(1, 'bulkRejectCommissions', [...ids].reverse()),
    ]);
    // An approved commission may still be rejected; a rejected one can never be approved.
    expect([rejected, approved]).toEqual([200, expect.any(Number)]);
    expect([200, 409]).toContain(approved);
    expect(new Set(await Promise.all(earned.map(stateOf)))).toEqual(new Set(['REJECTED']));
    const [history] = await Promise.all(
      earned.slice(0, 1).map(({ conversionId }) => historyOf(replicas[0], link.key, conversionId)),
    );
    const events = history?.map(({ event }) => event);
    const expected =
      approved === 200 ? ['COMMISSION_APPROVED', 'COMMISSION_REJECTED'] : ['COMMISSION_REJECTED'];
    expect(events).toEqual(['RECORDED', ...expected]);
  }
});

it('overlapping lists, approved by many at once, all succeed, and each history tells it once', async () => {
  const earned = await earnSome(20);
  const ids = earned.map(({ commissionId }) => commissionId);
  const calls = Array.from({ length: 12 }, (_, at) => {
    const some = [...ids.slice(at % 7), ...ids.slice(0, at % 5)];
    return decide(at, 'bulkApproveCommissions', at % 2 ? some.reverse() : some);
  });
  expect(new Set(await Promise.all(calls))).toEqual(new Set([200]));
  for (const { conversionId } of earned) {
    const history = await historyOf(replicas[0], link.key, conversionId);
    expect(history.map(({ event }) => event)).toEqual(['RECORDED', 'COMMISSION_APPROVED']);
  }
});

it('adjusted by many at once, on two replicas: the balance is the sum of the ledger and of what was answered', async () => {
  const [{ commissionId }] = (await earnSome(1)) as [Earned];
  const amounts = Array.from({ length: 30 }, (_, at) => (at % 3 ? -40 : 25));
  const calls = amounts.map((amount, at) =>
    replicas[at % 2]!.api.call('adjustCommission', {
      as: link.key,
      path: { commissionId },
      body: { type: 'CORRECTION', amount, reason: 'x', adjustmentId: `correction-${at}` },
    }),
  );
  const statuses = (await Promise.all(calls)).map(({ status }) => status);
  const made = amounts.filter((_, at) => statuses[at] === 200);
  const { balance, ledger } = await commissionOf(replicas[0], link.key, commissionId);
  expect(balance).toBe(made.reduce((sum, amount) => sum + amount, 500));
  expect(balance).toBe(ledger.reduce((sum, { amount }) => sum + amount, 0));
  expect(balance).toBeGreaterThanOrEqual(0);
  expect(ledger).toHaveLength(made.length + 1);
});

it('an adjustment that had to wait is told behind what it waited for', async () => {
  const [{ commissionId, conversionId }] = (await earnSome(1)) as [Earned];
  const other = await replicas[0].rows.session();
  await other.query('begin');
  await other.query('select from commissions where id = $1 for update', [fromPublicId('cmm', commissionId)]);
  const adjusting = replicas[1].api.expect('adjustCommission', 200, {
    as: link.key,
    path: { commissionId },
    body: { type: 'BONUS', amount: 1, reason: 'x' },
  });
  await lockIsWaitedFor(replicas[0].rows);
  const released = Date.now();
  await other.query('rollback');
  await other.end();
  const { ledger } = (await adjusting).body.data;
  expect(Date.parse(ledger[1]!.createdAt)).toBeGreaterThanOrEqual(released);
  const path = { conversionId };
  const { history } = (await replicas[0].api.expect('getConversion', 200, { as: link.key, path })).body.data;
  expect(history.at(-1)).toMatchObject({ event: 'COMMISSION_ADJUSTED', at: ledger[1]!.createdAt });
});
