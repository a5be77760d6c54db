// Orders that are written together share a transaction, not a fate: whichever statement fails, and however late, one row fails alone,
// and what passes by itself is done again for all.
import { startApp, type TestApp } from '../../../support/app.js';
import type { TestLink, TestMerchant } from '../../../support/makers.js';
import { until } from '../../../support/until.js';

const ORDERS = 20;

const lines: string[] = [];
let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;
beforeAll(async () => {
  app = await startApp({ onLog: (line) => lines.push(line) });
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test, { commissionRecurring: false });
  await app.rows.query(`create sequence failures`);
});
afterAll(() => app.close());

let groups = 0;

/** Twenty orders at once, one of which bears the mark. How many were answered with which status? */
async function recordTogether(): Promise<Record<number, number>> {
  const group = ++groups;
  const statuses = await Promise.all(
    Array.from({ length: ORDERS }, async (_, index) => {
      const name = `${group}-${index}${index === 7 ? '-marked' : ''}`;
      const body = app.make.order({ externalId: name, customerId: name, affiliateCode: link.code });
      return (await app.api.call('recordPostback', { as: merchant.test, body })).status;
    }),
  );
  const count: Record<number, number> = {};
  for (const status of statuses) count[status] = (count[status] ?? 0) + 1;
  return count;
}

/** As long as `work` lasts, writing the marked order's row into the table fails: always, or three times of four. */
async function failing(
  table: string,
  column: string,
  code: string,
  often: 'always' | 'mostly',
  work: () => Promise<void>,
) {
  const mark =
    column === 'conversion_id'
      ? `exists (select from conversions c where c.id = new.conversion_id and c.external_id like '%-marked')`
      : `new.${column} like '%-marked'`;
  const now = often === 'always' ? 'true' : `nextval('failures') % 4 <> 0`;
  await app.rows.query(`
    create function fail() returns trigger language plpgsql as $$ begin
      if ${mark} and ${now} then raise exception 'made to fail' using errcode = '${code}'; end if;
      return new;
    end $$;
    create trigger fail before insert on ${table} for each row execute function fail()`);
  try {
    await work();
  } finally {
    await app.rows.query(`drop trigger fail on ${table}; drop function fail`);
  }
}

describe.each([
  ['conversions', 'external_id'],
  ['customer_claims', 'customer_key'],
  ['customer_credits', 'customer_id'],
  ['commissions', 'conversion_id'],
  ['conversion_history', 'conversion_id'],
])('a row that fails in %s', (table, column) => {
  it('for its data fails alone', () =>
    failing(table, column, '23514', 'always', async () => {
      for (let times = 0; times < 2; times++)
        expect(await recordTogether()).toEqual({ 201: ORDERS - 1, 500: 1 });
    }));

  it.each([
    ['a deadlock', '40P01'],
    ['a full disk', '53100'],
  ])('for %s is done again with all others: each is answered 201', (_, code) =>
    failing(table, column, code, 'mostly', async () => {
      for (let times = 0; times < 2; times++) expect(await recordTogether()).toEqual({ 201: ORDERS });
    }),
  );
});

it('evidence of a repeat that could not be decided about at once is kept and said in the log; the worker decides later', async () => {
  const order = app.make.order({ externalId: 'repeated-marked', customerId: 'repeated' });
  await app.api.expect('recordPostback', 201, { as: merchant.test, body: order });
  const repeat = { as: merchant.test, body: { ...order, affiliateCode: link.code } };
  await failing('commissions', 'conversion_id', '23514', 'always', async () => {
    const { body } = await app.api.expect('recordPostback', 200, repeat);
    expect(body.data.status).toBe('UNATTRIBUTED');
    await app.settled();
  });
  const said = lines.filter((line) => line.includes('an order was not decided anew at once'));
  expect(said).toEqual([expect.stringContaining('made to fail')]);
  await until(async () => {
    await app.settled();
    const sql = `select status from conversions where external_id = 'repeated-marked'`;
    const [row] = await app.rows.query<{ status: string }>(sql);
    return row?.status === 'ATTRIBUTED';
  });
});

it('and each order is there once, with one commission and one beginning of its history', async () => {
  const [row] = await app.rows.query<Record<string, string>>(
    `select count(*) as conversions, count(distinct external_id) as names, (select count(*) from commissions) as commissions,
       (select count(*) from conversion_history where event = 'RECORDED') as histories from conversions`,
  );
  const { conversions } = row ?? {};
  expect(Number(conversions)).toBeGreaterThan(500);
  expect(row).toEqual({ conversions, names: conversions, commissions: conversions, histories: conversions });
});
