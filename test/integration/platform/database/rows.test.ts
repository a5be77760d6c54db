// Statements made from an entity: what they do, and what the compiler makes of those that forget a column, name one that is not there, or
// give it something else.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Database, Queryable } from '#platform/database/database.js';
import { DATABASE_NOW, Rows, type NewRow } from '#platform/database/rows.js';
import type { BigintText } from '#platform/database/table.js';
import { tenantColumns, type Mode } from '#platform/database/tenant.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';

@Entity('things')
class ThingEntity {
  @PrimaryColumn('uuid')
  merchant_id!: string;

  @PrimaryColumn('text')
  mode!: Mode;

  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('bigint')
  amount!: BigintText;

  @Column('jsonb', { nullable: true })
  parts!: { size: number }[] | null;

  @Column('bytea')
  digest!: Buffer;

  @Column('timestamptz')
  made_at!: Date;

  @Column('timestamptz', { nullable: true })
  ended_at!: Date | null;
}

const things = new Rows(ThingEntity);
const idOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const tenant = { merchant_id: idOf(900), mode: 'live' as const };
const page = { limit: 2, offset: 0, afterId: null };

let db: TestDatabase;
let database: Database;
let asked: Queryable;

beforeAll(async () => {
  db = await startTestDatabase();
  database = db.database;
  asked = database.atOnce;
  await database.query(`create table things (merchant_id uuid, mode text, id uuid, name text unique, amount bigint, parts jsonb,
    digest bytea, made_at timestamptz, ended_at timestamptz, primary key (merchant_id, mode, id))`);
});

beforeEach(() => database.query('truncate things'));

afterAll(() => db.close());

const thing = (number: number, fields: Partial<NewRow<ThingEntity>> = {}): NewRow<ThingEntity> => ({
  ...tenant,
  id: idOf(number),
  name: `thing ${number}`,
  amount: 7_000_000_000,
  parts: [{ size: 1 }],
  digest: Buffer.from([1, 2]),
  made_at: DATABASE_NOW,
  ended_at: null,
  ...fields,
});

it('a row that is written is returned as it lies there, and found so', async () => {
  const row = await things.insert(asked, thing(1, { ended_at: DATABASE_NOW }));
  expect(row).toEqual({ ...thing(1), amount: '7000000000', made_at: row.made_at, ended_at: row.made_at });
  expect(Math.abs(row.made_at.getTime() - Date.now())).toBeLessThan(60_000);
  expect(await things.find(asked, { ...tenant, id: idOf(1) })).toEqual(row);
  expect(await things.find(asked, { ...tenant, mode: 'test', id: idOf(1) })).toBeNull();
});

it('a row that is known already is not written again', async () => {
  expect(await things.insertUnlessKnown(asked, thing(1), ['name'])).not.toBeNull();
  expect(await things.insertUnlessKnown(asked, thing(2, { name: 'thing 1' }), ['name'])).toBeNull();
  expect(await things.count(asked, tenant)).toBe(1);
});

it('only what is named is changed, and only where all fits', async () => {
  await things.insert(asked, thing(1));
  const key = { ...tenant, id: idOf(1), ended_at: null };
  const ended = await things.update(asked, key, { ended_at: DATABASE_NOW, parts: [], amount: 1 });
  expect(ended).toMatchObject({
    name: 'thing 1',
    ended_at: expect.any(Date) as Date,
    parts: [],
    amount: '1',
  });
  expect(await things.update(asked, key, { name: null })).toBeNull();
});

it('a locked row is read, and waited for', async () => {
  await things.insert(asked, thing(1));
  const key = { ...tenant, id: idOf(1) };
  await database.transaction(async (tx) => {
    expect((await things.lock(tx, key))?.name).toBe('thing 1');
    const skipped = 'select id from things where id = $1 for update skip locked';
    expect(await database.query(skipped, [key.id])).toEqual([]);
  });
});

it('a page has the newest, one more than it holds, and what the filter asks for', async () => {
  for (let number = 1; number <= 5; number++)
    await things.insert(asked, thing(number, { amount: number % 2, parts: null }));
  const numbers = (rows: ThingEntity[]) => rows.map(({ id }) => Number(id.slice(-2)));
  expect(numbers(await things.page(asked, tenant, {}, page))).toEqual([5, 4, 3]);
  expect(numbers(await things.page(asked, tenant, {}, { ...page, afterId: idOf(3) }))).toEqual([2, 1]);
  expect(numbers(await things.page(asked, tenant, {}, { ...page, offset: 3 }))).toEqual([2, 1]);
  const filter = { amount: '1' as BigintText, name: null };
  expect(numbers(await things.page(asked, tenant, filter, page))).toEqual([5, 3, 1]);
  expect(numbers(await things.page(asked, tenant, { mode: 'test' }, page))).toEqual([5, 4, 3]); // nobody else's
  const some = { ...tenant, id: [idOf(4), idOf(2), idOf(9)] };
  expect(numbers(await things.list(asked, some, ['id']))).toEqual([2, 4]);
  expect(numbers(await things.list(asked, some, ['made_at', 'id'], 1))).toEqual([2]);
});

it('a name that is no column never gets into a statement, whatever an object holds', async () => {
  const key = { ...tenant, id: idOf(1), 'true or id': 'x' };
  expect(() => things.list(asked, key as typeof tenant, [])).toThrow('things has no column true or id');
  const none = { 'true or id': null } as object;
  await expect(things.find(asked, { ...tenant, ...none })).rejects.toThrow('has no column');
});

it('what is wrong does not compile', () => {
  const nameless: Omit<NewRow<ThingEntity>, 'name'> = thing(1);
  const caller = tenantColumns({ merchantId: idOf(900), mode: 'live' });
  const refused = (): unknown => [
    // @ts-expect-error a column is forgotten that may be null
    things.insert(asked, nameless),
    // @ts-expect-error a text is no time
    things.insert(asked, { ...thing(1), made_at: 'yesterday' }),
    // @ts-expect-error the database's clock is no text
    things.insert(asked, { ...thing(1), name: DATABASE_NOW }),
    // @ts-expect-error no such column is found by
    things.find(asked, { ...caller, identity: 'x' }),
    // @ts-expect-error a number is no text
    things.find(asked, { ...caller, name: 1 }),
    // @ts-expect-error what may be undefined
    things.find(asked, { ...caller, id: thing(1).parts?.[0] ? 'x' : undefined }),
    // @ts-expect-error the tenant is forgotten
    things.find(asked, { id: 'x' }),
    // @ts-expect-error no such column is set
    things.update(asked, caller, { named: 'x' }),
    // @ts-expect-error another type is set
    things.update(asked, caller, { amount: '1' }),
    // @ts-expect-error no such column orders
    things.list(asked, caller, ['identity']),
    // @ts-expect-error no such column filters
    things.page(asked, caller, { identity: 'x' }, page),
    // @ts-expect-error a lock outside a transaction
    things.lock(asked, caller),
    // @ts-expect-error no such column is unique
    things.insertUnlessKnown(asked, thing(1), ['identity']),
    // @ts-expect-error no such column is left out
    things.columns('t', ['identity']),
  ];
  expect(refused).toBeTypeOf('function');
});

it('SQL by hand takes its columns from the entity', () => {
  expect(things.columns('t', ['merchant_id', 'mode', 'parts', 'digest'])).toBe(
    't.id, t.name, t.amount, t.made_at, t.ended_at',
  );
});
