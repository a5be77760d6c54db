// Payouts while people decide and adjust, on two replicas, all at once: whatever comes first, the books stay right.
import { startApp, type TestApp } from '../../../support/app.js';
import { commissionOf, earn, earnApproved } from '../../../support/commissions.js';
import type { TestLink } from '../../../support/makers.js';
import { balancesOf, bookkeepingFaults, itemsOf, markPaid } from '../../../support/payouts.js';

let replicas: [TestApp, TestApp];
let link: TestLink;

beforeAll(async () => {
  const first = await startApp();
  replicas = [first, await startApp({ sharing: first })];
});
beforeEach(async () => {
  link = await replicas[0].make.link((await replicas[0].make.merchant()).test);
});
afterEach(async () => {
  expect(await bookkeepingFaults(replicas[0])).toEqual([]);
});
afterAll(async () => {
  await replicas[1].close();
  await replicas[0].close();
});

/** A payout's id, or null when there was nothing to pay. */
async function tryPayOut(at: number): Promise<string | null> {
  const body = { affiliateId: link.affiliateId, currency: 'EUR' };
  const reply = await replicas[at % 2]!.api.call('createPayout', { as: link.key, body });
  expect([201, 409]).toContain(reply.status);
  return reply.status === 409 ? null : (reply.body as { data: { payoutId: string } }).data.payoutId;
}

async function adjust(at: number, commissionId: string, amount: number): Promise<number> {
  const body = { type: 'CORRECTION', amount, reason: 'x' } as const;
  const { api } = replicas[at % 2]!;
  return (await api.call('adjustCommission', { as: link.key, path: { commissionId }, body })).status;
}

const decide = async (
  at: number,
  id: 'bulkApproveCommissions' | 'bulkRejectCommissions',
  commissionIds: string[],
) => (await replicas[at % 2]!.api.call(id, { as: link.key, body: { commissionIds } })).status;

const some = <T>(count: number, make: (at: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, at) => make(at)));

it('ten payouts at once take every commission once: one takes all, nine find nothing to pay', async () => {
  for (let times = 0; times < 3; times++) {
    await some(10, () => earnApproved(replicas[0], link, 100));
    const made = (await some(10, tryPayOut)).filter((id) => id !== null);
    expect(made).toHaveLength(1);
    expect(await itemsOf(replicas[0], link.key, made[0] as string)).toHaveLength(10);
  }
});

it('payouts while commissions are approved: each is in one payout, and none is lost', async () => {
  const earned = await some(24, () => earn(replicas[0], link, 100));
  const approving = earned.map(({ commissionId }, at) =>
    decide(at, 'bulkApproveCommissions', [commissionId]),
  );
  const paying = some(8, tryPayOut);
  expect(new Set(await Promise.all(approving))).toEqual(new Set([200]));
  const made = [...(await paying), await tryPayOut(0)].filter((id) => id !== null);
  const items = await Promise.all(made.map((id) => itemsOf(replicas[0], link.key, id)));
  const taken = items.flat().map(({ commissionId }) => commissionId);
  expect([...taken].sort()).toEqual(earned.map(({ commissionId }) => commissionId).sort());
});

it('a payout and a rejection of the same commissions: one of the two has them all', async () => {
  for (let times = 0; times < 5; times++) {
    const earned = await some(8, () => earnApproved(replicas[0], link, 100));
    const ids = earned.map(({ commissionId }) => commissionId);
    const [payout, rejected] = await Promise.all([
      tryPayOut(0),
      decide(1, 'bulkRejectCommissions', [...ids].reverse()),
    ]);
    expect(rejected).toBe(payout === null ? 200 : 409);
    const states = await Promise.all(
      ids.map(async (id) => (await commissionOf(replicas[0], link.key, id)).status),
    );
    expect(new Set(states)).toEqual(new Set([payout === null ? 'REJECTED' : 'APPROVED']));
  }
});

it('adjusted while it is paid out and marked as paid: all of it is paid in the end, once', async () => {
  const earned = await some(6, () => earnApproved(replicas[0], link, 500));
  const ids = earned.map(({ commissionId }) => commissionId);
  const adjusting = some(60, (at) => adjust(at, ids[at % ids.length] as string, at % 3 ? 7 : -11));
  const paying = (async () => {
    for (let times = 0; times < 6; times++) {
      for (const payoutId of await some(2, tryPayOut))
        if (payoutId !== null) await markPaid(replicas[times % 2]!, link.key, payoutId);
      expect(await bookkeepingFaults(replicas[0])).toEqual([]);
    }
  })();
  expect(new Set(await adjusting)).toEqual(new Set([200]));
  await paying;
  const last = await tryPayOut(0);
  if (last !== null) await markPaid(replicas[0], link.key, last);
  const total = 6 * 500 + 40 * 7 - 20 * 11;
  const [balance] = await balancesOf(replicas[0], link);
  expect((balance?.paid ?? 0) + (balance?.approved ?? 0)).toBe(total);
  const states = await Promise.all(
    ids.map(async (id) => (await commissionOf(replicas[0], link.key, id)).status),
  );
  expect(new Set(states)).toEqual(new Set(['PAID']));
});

it('affiliates and currencies are paid side by side, and never mixed', async () => {
  const other = await replicas[0].make.affiliate(link.key, link.campaignId);
  const owed = [link, other].flatMap((of) => ['EUR', 'JPY', 'USD'].map((currency) => ({ of, currency })));
  for (const { of, currency } of owed) await earnApproved(replicas[0], of, 300, { currency });
  const calls = owed.map(({ of, currency }, at) =>
    replicas[at % 2]!.api.expect('createPayout', 201, {
      as: of.key,
      body: { affiliateId: of.affiliateId, currency },
    }),
  );
  for (const { body } of await Promise.all(calls))
    expect(body.data).toMatchObject({ amount: 300, commissionCount: 1 });
});
