// Borders for tables (tables.ts): SQL touches what is its feature's own, and of others' tables only what is listed there.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { featureOf, mapped } from '../support/entities.js';
import { sourcesIn } from './source.js';
import { mayAlso } from './tables.js';
import { hiddenTables, tableUses, type TableUse } from './table-uses.js';

const root = resolve(import.meta.dirname, '../..');
const ownerOf = new Map(mapped.map(({ table, owner }) => [table, owner]));
const known = new Set(ownerOf.keys());
const files = sourcesIn(root, 'src').filter((path) => !path.startsWith('src/platform/database/migrations/'));

const foreign = files.flatMap((path) =>
  tableUses(path, readFileSync(join(root, path), 'utf8'), known)
    .filter(({ table }) => ownerOf.get(table) !== featureOf(path))
    .map((use) => ({ ...use, path, feature: featureOf(path) })),
);

/** Who may write may read. */
function mayDo({ table, use, feature }: TableUse & { feature: string }): boolean {
  const { readers = {}, writers = {} } = mayAlso[table] ?? {};
  return feature in writers || (use === 'reads' && feature in readers);
}

it('every table is mapped once: the feature that maps it owns it', () => {
  expect(mapped).toHaveLength(known.size);
  expect(known.size).toBeGreaterThan(20);
});

it('no statement touches a table of another feature that it is not listed for', () => {
  const wrong = foreign.filter((use) => !mayDo(use));
  expect(wrong.map(({ path, use, table }) => `${path} ${use} ${table}`)).toEqual([]);
});

it('every exception is needed, and says why', () => {
  const needed = new Set(foreign.map(({ table, use, feature }) => `${feature} ${use} ${table}`));
  const listed = Object.entries(mayAlso).flatMap(([table, { readers = {}, writers = {} }]) => [
    ...Object.entries(readers).map(([feature, why]) => ({ line: `${feature} reads ${table}`, why })),
    ...Object.entries(writers).map(([feature, why]) => ({ line: `${feature} writes ${table}`, why })),
  ]);
  expect(listed.filter(({ line, why }) => !needed.has(line) || why.length < 20)).toEqual([]);
  expect(listed.length).toBeGreaterThan(20);
});

it('every statement names its tables where it stands', () => {
  const hidden = files
    .filter((path) => path.endsWith('.repository.ts'))
    .flatMap((path) =>
      hiddenTables(path, readFileSync(join(root, path), 'utf8')).map((sql) => `${path}: ${sql}`),
    );
  expect(hidden).toEqual([]);
  expect(hiddenTables('a.ts', 'const sql = `select from a join ${which} where id = $1`;')).toHaveLength(1);
});

describe('a use of a table', () => {
  const seen = (sql: string) =>
    tableUses('a.ts', `const sql = ${sql};`, known)
      .map(({ use, table }) => `${use} ${table}`)
      .sort();

  it.each([
    ['`select id from clicks c where c.id = $1`', ['reads clicks']],
    ["'SELECT 1 FROM payouts'", ['reads payouts']],
    [
      '`select from clicks c, sessions s, lateral (select from refunds) r`',
      ['reads clicks', 'reads refunds', 'reads sessions'],
    ],
    [
      '`select from x join affiliates as a on true left join only campaigns c on true`',
      ['reads affiliates', 'reads campaigns'],
    ],
    [
      '`insert into payout_items (a) select id from commissions for update`',
      ['reads commissions', 'writes payout_items'],
    ],
    ['`update conversions c set a = 1 from refunds r`', ['reads refunds', 'writes conversions']],
    [
      '`with gone as (delete from clicks using old returning 1) select count(*) from gone`',
      ['writes clicks'],
    ],
    ['`delete from work w using json_to_recordset($1) as r(id uuid)`', ['writes work']],
    ['`truncate work`', ['writes work']],
    ['`${head} where exists (select from api_keys k where ${condition})`', ['reads api_keys']],
    ['`select count(*) as clicks, commissions.id from x for update of sessions`', []],
    ["'-- select from clicks'", []],
    ["'taken from payouts of last year'", ['reads payouts']], // a text is taken for a statement sooner than the other way round
    ['new Rows(PayoutEntity)', ['writes payouts']],
    ['tableOf(CampaignEntity).columns("c")', ['writes campaigns']],
  ])('is seen in %s', (sql, uses) => {
    expect(seen(sql)).toEqual(uses);
  });

  it('is never one of a class that is no entity', () => {
    expect(() => seen('new Rows(entity)')).toThrow('no entity is called entity');
  });
});
