// One merchant must not make others wait: what he asks for at once takes turns, and orders never wait for it. His calls are held by a lock on
// a table that they need and the others do not, so that nothing here depends on how long anything takes.
import { startApp, type TestApp } from '../../support/app.js';
import { lockIsWaitedFor } from '../../support/locks.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';

/** Far more than there are connections. */
const CALLS = 20;

/** How many of his calls are held by PostgreSQL: as many as he may have under way. The others wait in the service. */
const HELD: [connections: string, held: number][] = [
  ['10', 3],
  ['2', 1],
];

describe.each(HELD)('while a merchant has many calls under way, with %s connections', (connections, most) => {
  let app: TestApp;
  let merchant: TestMerchant;
  let other: TestMerchant;
  let link: TestLink;
  beforeAll(async () => {
    app = await startApp({ environment: { DATABASE_POOL: connections } });
    merchant = await app.make.merchant();
    other = await app.make.merchant();
    link = await app.make.link(merchant.test);
  });
  afterAll(() => app.close());

  /** @param call one of many, which needs the table. @param held of them, by PostgreSQL. */
  async function whileHeld(
    call: (index: number) => Promise<{ status: number }>,
    work: () => Promise<void>,
    { table = 'payouts', held = most } = {},
  ) {
    const holder = await app.rows.session();
    await holder.query('begin');
    await holder.query(`lock table ${table} in access exclusive mode`);
    const calls = Array.from({ length: CALLS }, (_, index) => call(index));
    try {
      await lockIsWaitedFor(app.rows, held);
      await work();
    } finally {
      await holder.query('rollback');
    }
    return new Set((await Promise.all(calls)).map(({ status }) => status));
  }

  const orderOf = (key: string) =>
    app.api.expect('recordPostback', 201, { as: key, body: app.make.order({ sessionId: null }) });
  const lists = () => app.api.call('listPayouts', { as: merchant.test });
  const exports = () => app.api.call('exportPayouts', { as: merchant.test });
  const changes = () =>
    app.api.call('createPayout', {
      as: merchant.test,
      body: { affiliateId: link.affiliateId, currency: 'USD' },
    });

  it.each([
    ['lists', lists, 200],
    ['exports', exports, 200],
    ['changes', changes, 409], // nothing is due
  ])("another's orders and his own are recorded: %s", async (_, call, status) => {
    const answered = await whileHeld(call, async () => {
      await orderOf(other.test);
      await orderOf(merchant.test);
    });
    expect([...answered]).toEqual([status]);
  });

  if (most === 1) return; // nobody is left to do anything else with two connections

  it('strangers who guess codes have two connections, however many they are', async () => {
    const follows = (index: number) => app.api.call('followLink', { path: { code: `guess${index}` } });
    const answered = await whileHeld(
      follows,
      async () => {
        await orderOf(other.test);
        await app.api.expect('listConversions', 200, { as: other.test });
      },
      { table: 'tracking_codes', held: 2 },
    );
    expect([...answered]).toEqual([404]);
  });

  it("another's lists and exports are read", async () => {
    await whileHeld(exports, async () => {
      await app.api.expect('listConversions', 200, { as: other.test });
      await app.api.expect('exportConversions', 200, { as: other.test });
    });
  });
});
