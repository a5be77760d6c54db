// What a decision costs: index look-ups only, over bounded numbers of rows, however much there is.
import type { EvidenceItem } from '../../../src/attribution/evidence.js';
import { ClaimsRepository } from '../../../src/commissions/claims.repository.js';
import { newId, toPublicId } from '../../../src/contract/ids.js';
import { AwaitingRepository } from '../../../src/conversions/awaiting.repository.js';
import { ConversionsRepository } from '../../../src/conversions/conversions.repository.js';
import { FactsRepository } from '../../../src/conversions/facts.repository.js';
import type { Database, Tx } from '../../../src/database/database.js';
import { toDriverQuery, type Sql } from '../../../src/database/statement.js';
import { startTestDatabase, type TestDatabase } from '../../support/database.js';

const ROWS = 20_000;
const tenant = { merchantId: newId(), mode: 'live' } as const;
const other = newId();
let db: TestDatabase;

/** Half of the rows are this merchant's; the others belong to another. Ids are made of the row's number. */
const seed = `
create function pg_temp.id(n int) returns uuid language sql as $$ select ('018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid $$;
create temp table n as select n, case when n % 2 = 0 then '${tenant.merchantId}'::uuid else '${other}'::uuid end as m,
  pg_temp.id(n) as id, now() - n * interval '1 minute' as at from generate_series(1, ${ROWS}) n;
insert into campaigns select m, 'live', pg_temp.id(n), 'c', 'ACTIVE', 'https://shop.example/', 'PERCENTAGE', 1000, 'EUR', false,
  null, 90, null, now(), now() from n where n <= 200;
insert into affiliates select m, 'live', id, 'a' || n || '@example.com', null, 'ACTIVE', now(), now() from n;
insert into affiliate_links select m, 'live', id, pg_temp.id(2 + n % 2), 'code-' || n, now() from n;
insert into sessions select m, 'live', 'session-' || n, at, decode(md5((n / 10)::text) || md5((n / 10)::text), 'hex'), at, n % 3 = 0 from n;
insert into clicks select m, 'live', id, 'session-' || n, id, pg_temp.id(2 + n % 2), 'API', at from n;
insert into customer_credits select m, 'live', 'customer-' || n, id, pg_temp.id(2 + n % 2), id, at from n;
insert into customer_claims select m, 'live', 'id:customer-' || n, 'SALE', pg_temp.id(2 + n % 2), id, at from n;
insert into conversions select m, 'live', id, 'order-' || n, 'SALE', 1, 'EUR', at, at, false, 'UNATTRIBUTED', '[]', null,
  '{"attempts": []}', null, null, null, 0 from n;
insert into commissions select m, 'live', id, id, id, pg_temp.id(2 + n % 2), 1, 'EUR', 'PENDING', at from n;
insert into awaiting_evidence select m, 'live', 'SESSION', 'session-' || n, id from n;
drop table n`;

beforeAll(async () => {
  db = await startTestDatabase();
  const client = await db.connect();
  await client.query(seed);
  await client.query('analyze');
  await client.end();
});
afterAll(() => db.close());

const idOf = (n: number) => `018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** The tables that PostgreSQL would read from end to end for the statements that `ask` sends, the last one's plan that is. */
async function scanned(ask: (queryable: Database & Tx) => Promise<unknown>): Promise<string[]> {
  const statements: [string, unknown[]][] = [];
  const query = (sql: Sql, parameters: unknown[] = []) => {
    statements.push([toDriverQuery(sql, parameters, false).text, parameters]);
    return Promise.resolve([]);
  };
  await ask({ query } as unknown as Database & Tx);
  expect(statements).toHaveLength(1);
  const [sql, parameters] = statements[0] as [string, unknown[]];
  const rows = await db.database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (format json) ${sql}`,
    parameters,
  );
  const nodes = flat((rows[0] as (typeof rows)[0])['QUERY PLAN'][0].Plan);
  expect(nodes.some((node) => node['Relation Name'] !== undefined)).toBe(true);
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .map((node) => node['Relation Name'] as string);
}

function flat(plan: Plan): Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(flat)];
}

const orders = (count: number) => Array.from({ length: count }, (_, index) => 2 * index + 2);
const allEvidence = (n: number): EvidenceItem[] => [
  { kind: 'SESSION', value: `session-${n}` },
  { kind: 'CLICK', value: toPublicId('clk', idOf(n)) },
  { kind: 'CODE', value: `code-${n}` },
  { kind: 'EMAIL', value: 'ab'.repeat(32) },
  { kind: 'CUSTOMER', value: `customer-${n}` },
];

describe(`with ${ROWS} rows in each table, no table is read from end to end`, () => {
  it.each([1, 100])('for the facts about %d orders', async (count) => {
    const questions = orders(count).map((n) => ({
      ...tenant,
      occurredAt: new Date(),
      conversionType: 'SALE',
      customerKey: `id:customer-${n}`,
      evidence: allEvidence(n),
    }));
    const tables = await scanned((queryable) => new FactsRepository().find(queryable, questions));
    expect(tables.filter((table) => table !== 'campaigns')).toEqual([]); // a page or two of campaigns may well be read whole
  });

  it('for known orders by name and by id, and to lock them', async () => {
    const names = orders(20).map((n) => ({ ...tenant, externalId: `order-${n}`, id: idOf(n) }));
    const repository = new ConversionsRepository();
    expect(await scanned((queryable) => repository.findByNames(queryable, names))).toEqual([]);
    expect(await scanned((queryable) => repository.findByIds(queryable, names))).toEqual([]);
    expect(await scanned((queryable) => repository.lockUnattributed(queryable, names))).toEqual([]);
  });

  it('for orders that wait for what came', async () => {
    const work = orders(20).flatMap((n) =>
      (['CLICK', 'EMAIL', 'CUSTOMER'] as const).map((kind) => ({
        ...tenant,
        id: newId(),
        kind,
        subject: kind === 'CLICK' ? toPublicId('clk', idOf(n)) : `customer-${n}`,
        attempts: 0,
        createdAt: new Date(),
      })),
    );
    expect(await scanned((queryable) => new AwaitingRepository().find(queryable, work, null, 100))).toEqual(
      [],
    );
  });

  it('for the first of a customer', async () => {
    const claims = orders(20).map((n) => ({
      ...tenant,
      customerKey: `id:customer-${n}`,
      conversionType: 'SALE',
      campaignId: idOf(2),
      conversionId: idOf(n),
      occurredAt: new Date(),
    }));
    expect(await scanned((queryable) => new ClaimsRepository().holders(queryable, claims))).toEqual([]);
  });
});
