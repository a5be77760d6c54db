// The schema as the migrations leave it: what TypeORM's mapping says, and the rules that let it grow past one machine.
import { makeDataSource } from '#platform/database/data-source.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { entities } from '../../../support/entities.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await startTestDatabase();
});
afterAll(() => db.close());

/** Tables whose keys do not start with (merchant_id, mode), and why. */
const directories: Record<string, string> = {
  merchants: 'the tenants themselves',
  api_keys: 'directory: a caller shows a key and knows no merchant',
  tracking_codes: 'directory: a visitor follows a code and knows no merchant',
  campaign_directory: 'directory: a visitor of a public page knows a campaign and no merchant',
  site_token_directory: 'directory: a page shows a token and knows no merchant',
  session_directory: 'directory: a page names a session and knows no merchant',
  pending_identities: 'found by session id, whose merchant is not known yet',
  people: 'a person belongs to no merchant, or to several',
  person_sessions: 'directory: a person shows a session and names the merchant beside it',
  sign_in_failures: 'counted before anybody is known',
  password_resets: 'directory: somebody shows a link and is not known yet',
  two_factor: 'belongs to a person, whatever merchants they belong to',
  passkeys: 'directory: somebody shows one and is not known yet',
  used_challenges: 'of nobody in particular',
  recovery_codes: 'belongs to a person, whatever merchants they belong to',
  identities: 'directory: a provider names somebody who is not known yet',
  used_tickets: 'directory: somebody shows a ticket and is not known yet',
  memberships: 'by merchant, of both modes',
  invitations: 'by merchant, of both modes',
  audit_log: 'by merchant, of both modes',
};
/** Tables that have no tenant at all, or one of both modes. */
const ofBothModes = [
  'merchants',
  'people',
  'person_sessions',
  'sign_in_failures',
  'password_resets',
  'two_factor',
  'recovery_codes',
  'passkeys',
  'used_challenges',
  'identities',
  'used_tickets',
  'memberships',
  'invitations',
  'audit_log',
];
/** TypeORM's own book-keeping, made by TypeORM: a serial key and a varchar. */
const NOT_OURS = 'migrations';

describe('the mapping', () => {
  it('says what the migrations made: TypeORM finds nothing to change', async () => {
    const mapped = makeDataSource(db.address, { connections: 1, statementMs: 7000 }, entities);
    await mapped.initialize();
    try {
      const { upQueries } = await mapped.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await mapped.destroy();
    }
  });

  it('names every table', async () => {
    const tables = await db.database.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    expect(tables).toHaveLength(entities.length + 1);
  });
});

describe('every tenant table', () => {
  it('starts its primary key and every unique constraint and index with merchant_id, mode', async () => {
    const keys = await db.database.query<{ table: string; key: string; columns: string[] }>(
      `select i.indrelid::regclass::text as table, i.indexrelid::regclass::text as key,
         array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality as k(number, position)
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number order by k.position) as columns
       from pg_index i join pg_class c on c.oid = i.indrelid
       where i.indisunique and c.relnamespace = 'public'::regnamespace`,
    );
    const odd = keys.filter(({ columns }) => columns[0] !== 'merchant_id' || columns[1] !== 'mode');
    const tables = new Set(odd.map(({ table }) => table));
    expect([...tables].sort()).toEqual([...Object.keys(directories), NOT_OURS].sort());
    expect(keys.length).toBeGreaterThan(entities.length);
  });

  it('has merchant_id and mode, neither of them null', async () => {
    const columns = await db.database.query<{ table: string }>(
      `select table_name as table from information_schema.columns
       where table_schema = 'public' and column_name in ('merchant_id', 'mode') and is_nullable = 'NO'
       group by table_name having count(*) = 2`,
    );
    const others = [...ofBothModes, NOT_OURS];
    expect(columns).toHaveLength(entities.length + 1 - others.length);
  });
});

describe('nothing ties the schema to one machine:', () => {
  const count = async (sql: string) =>
    (await db.database.query<{ name: string }>(sql)).map(({ name }) => name);
  const inPublic = `join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'`;

  it('no sequence', async () => {
    const sequences = `select c.relname::text as name from pg_class c ${inPublic} where c.relkind = 'S'`;
    expect(await count(sequences)).toEqual([`${NOT_OURS}_id_seq`]);
  });

  it('no trigger and no function', async () => {
    expect(
      await count(
        `select t.tgname::text as name from pg_trigger t join pg_class c on c.oid = t.tgrelid ${inPublic}`,
      ),
    ).toEqual([]);
    expect(
      await count(
        `select p.proname::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace`,
      ),
    ).toEqual([]);
  });

  it('no foreign key', async () => {
    expect(
      await count(`select c.conname::text as name from pg_constraint c
        where c.contype = 'f' and c.connamespace = 'public'::regnamespace`),
    ).toEqual([]);
  });
});

describe('columns', () => {
  const columns = () =>
    db.database.query<{ table: string; name: string; type: string }>(
      `select table_name as table, column_name as name, coalesce(nullif(data_type, 'ARRAY'), udt_name) as type
       from information_schema.columns
       where table_schema = 'public' and table_name <> '${NOT_OURS}'`,
    );

  it('are of the types that we use: no varchar, no timestamp without zone, no float, no numeric', async () => {
    const types = new Set((await columns()).map(({ type }) => type));
    expect([...types].sort()).toEqual(
      [
        '_text',
        '_uuid',
        'bigint',
        'boolean',
        'bytea',
        'integer',
        'jsonb',
        'text',
        'timestamp with time zone',
        'uuid',
      ].sort(),
    );
  });

  it('with money are bigint, with times timestamptz, with ids uuid', async () => {
    for (const { name, type, table } of await columns()) {
      const where = `${table}.${name}`;
      if (/amount$|commission_rate$/.test(name)) expect([where, type]).toEqual([where, 'bigint']);
      if (/_at$|^at$/.test(name)) expect([where, type]).toEqual([where, 'timestamp with time zone']);
      if (/^(merchant|affiliate|campaign|conversion|click)_id$/.test(name))
        expect([where, type]).toEqual([where, 'uuid']);
    }
  });
});
