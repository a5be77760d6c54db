// The whole life of a few orders, in any order and at once: postbacks, refunds, adjustments, approvals, rejections, payouts, and
// repeats of all of them. Whatever happens, the books hold; and doing all of it once more changes nothing.
import fc from 'fast-check';
import type { OperationId } from '#platform/contract/routes.js';
import { startApp, type TestApp } from '../../support/app.js';
import { brokenRules } from '../../support/books.js';
import { bookkeepingFaults } from '../../support/payouts.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';

const ORDERS = 3;
const CURRENCIES = ['EUR', 'USD'] as const;
const AMOUNT = 1_000;

type Command =
  | { kind: 'postback'; order: number }
  | { kind: 'refund'; order: number; amount: number | null; refundId: string | null }
  | {
      kind: 'adjust';
      order: number;
      type: 'BONUS' | 'DEDUCTION' | 'CORRECTION';
      amount: number;
      adjustmentId: string;
    }
  | { kind: 'approve' | 'reject'; orders: number[] }
  | { kind: 'payout'; currency: number; key: string }
  | { kind: 'paid'; key: string };

const order = fc.nat(ORDERS - 1);
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('postback' as const), order }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      order,
      amount: fc.option(fc.integer({ min: 1, max: AMOUNT / 4 }), { nil: null, freq: 12 }),
      refundId: fc.option(fc.constantFrom('r1', 'r2', 'r3'), { nil: null }),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('adjust' as const),
      order,
      type: fc.constantFrom('BONUS' as const, 'DEDUCTION' as const, 'CORRECTION' as const),
      amount: fc.integer({ min: 1, max: 150 }),
      adjustmentId: fc.constantFrom('a1', 'a2', 'a3'),
    }),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant('approve' as const),
      orders: fc.uniqueArray(order, { minLength: 1 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reject' as const),
      orders: fc.uniqueArray(order, { minLength: 1 }),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('payout' as const),
      currency: fc.nat(CURRENCIES.length - 1),
      key: fc.constantFrom('p1', 'p2', 'p3'),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('paid' as const), key: fc.constantFrom('p1', 'p2', 'p3') }),
  },
);
/** What stands in one list happens at once. */
const life = fc.array(fc.array(command, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 8 });

let replicas: readonly [TestApp, TestApp];
let merchant: TestMerchant;
let tiered: string;
let plain: string;

beforeAll(async () => {
  const first = await startApp();
  replicas = [first, await startApp({ sharing: first })];
  merchant = await first.make.merchant();
  plain = (await first.make.campaign(merchant.test, { commissionRecurring: true })).campaignId;
  tiered = (
    await first.make.campaign(merchant.test, {
      commissionRecurring: true,
      tiers: [{ threshold: AMOUNT, commissionRate: 20 }],
    })
  ).campaignId;
});
afterAll(async () => {
  await replicas[1].close();
  await replicas[0].close();
});

type Call = [id: OperationId, input: object];

/** One run's own orders and affiliate. */
class World {
  private calls = 0;
  private readonly prefix = unique();

  private constructor(private readonly link: TestLink) {}

  static async open(campaignId: string): Promise<World> {
    return new World(await replicas[0].make.affiliate(merchant.test, campaignId));
  }

  /** @returns the call if it was carried out (2xx), to be repeated exactly. Whatever it is, it is no failure of ours. */
  async run(one: Command): Promise<Call | null> {
    const call = await this.toCall(one);
    return call && (await this.send(call)) ? call : null;
  }

  async send([id, input]: Call): Promise<boolean> {
    const { api } = replicas[this.calls++ % 2 === 0 ? 0 : 1];
    const reply = await api.call(id, { as: merchant.test, ...input });
    if (reply.status >= 500 || reply.status === 422) throw new Error(`${id}: ${reply.text}`);
    return reply.status < 300;
  }

  private async toCall(one: Command): Promise<Call | null> {
    const external = (n: number) => `${this.prefix}-${n}`;
    switch (one.kind) {
      case 'postback': {
        const currency = CURRENCIES[one.order % 2];
        const fields = {
          externalId: external(one.order),
          amount: AMOUNT,
          currency,
          affiliateCode: this.link.code,
        };
        return ['recordPostback', { body: replicas[0].make.order(fields) }];
      }
      case 'refund': {
        const { amount, refundId } = one;
        const body = { externalId: external(one.order), amount, refundId, ifUnknown: 'keep' };
        return ['refundConversion', { body }];
      }
      case 'adjust': {
        const [commissionId] = await this.commissionIds([external(one.order)]);
        const sign = one.type === 'CORRECTION' && one.amount % 2 === 0 ? -1 : 1;
        const body = {
          type: one.type,
          amount: sign * one.amount,
          reason: 'x',
          adjustmentId: one.adjustmentId,
        };
        return commissionId === undefined ? null : ['adjustCommission', { path: { commissionId }, body }];
      }
      case 'approve':
      case 'reject': {
        const commissionIds = await this.commissionIds(one.orders.map(external));
        if (commissionIds.length === 0) return null;
        return [
          one.kind === 'approve' ? 'bulkApproveCommissions' : 'bulkRejectCommissions',
          { body: { commissionIds } },
        ];
      }
      case 'payout': {
        const currency = CURRENCIES[one.currency];
        const body = { affiliateId: this.link.affiliateId, currency, payoutKey: `${this.prefix}-${one.key}` };
        return ['createPayout', { body }];
      }
      case 'paid': {
        const payoutId = await this.payoutId(`${this.prefix}-${one.key}`);
        const body = { paidAt: '2026-11-22T10:00:00.000Z', method: 'SEPA', reference: one.key };
        return payoutId === null ? null : ['markPayoutPaid', { path: { payoutId }, body }];
      }
    }
  }

  private async commissionIds(externalIds: string[]): Promise<string[]> {
    const found = await Promise.all(
      externalIds.map(async (externalId) => {
        const { body } = await replicas[0].api.expect('listConversions', 200, {
          as: merchant.test,
          query: { externalId },
        });
        return body.data[0]?.commissionId ?? null;
      }),
    );
    return found.filter((id) => id !== null);
  }

  private async payoutId(key: string): Promise<string | null> {
    const { body } = await replicas[0].api.expect('listPayouts', 200, {
      as: merchant.test,
      query: { affiliateId: this.link.affiliateId },
    });
    return body.data.find(({ payoutKey }) => payoutKey === key)?.payoutId ?? null;
  }
}

const books = [
  'conversions',
  'commissions',
  'commission_entries',
  'refunds',
  'kept_refunds',
  'payouts',
  'payout_items',
  'tier_counters',
  'conversion_history',
];

/** All rows of all tables, as one text. */
async function snapshot(): Promise<string> {
  const tables = await Promise.all(
    books.map((table) =>
      replicas[0].rows.query(
        `select md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t`,
      ),
    ),
  );
  return JSON.stringify(tables);
}

async function settle(): Promise<void> {
  for (const replica of replicas) await replica.settled();
  while ((await replicas[0].rows.count('work')) > 0) await replicas[0].settled();
}

it.each(['plain', 'tiered'])(
  'in a %s campaign the books hold after any life, and repeating what was carried out changes nothing',
  async (kind) => {
    await fc.assert(
      fc.asyncProperty(life, async (rounds) => {
        const world = await World.open(kind === 'plain' ? plain : tiered);
        const done: Call[] = [];
        for (const round of rounds) {
          const calls = await Promise.all(round.map((one) => world.run(one)));
          done.push(...calls.filter((call) => call !== null));
          await settle();
        }
        expect([...(await bookkeepingFaults(replicas[0])), ...(await brokenRules(replicas[0]))]).toEqual([]);
        const before = await snapshot();
        for (const call of done) await world.send(call);
        await settle();
        expect(await snapshot()).toBe(before);
      }),
      { numRuns: 12 },
    );
  },
  120_000,
);
