// What the source looks like: SQL in one named place per feature, no file and no function that nobody reads to its end.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { groupBy } from '#platform/database/grouping.js';
import { document, eachSchemaUnder } from '../contract/support/document.js';
import { parse, sourcesIn, sqlLines, tooLong, unionsOfTexts } from './source.js';
import { entitiesOf } from './table-uses.js';

const root = resolve(import.meta.dirname, '../..');
const MOST = { file: 250, function: 40 };
const files = sourcesIn(root, 'src');
/** What is generated is as long as the contract makes it. */
const written = ['src', 'tools', 'web', 'clients']
  .flatMap((folder) => sourcesIn(root, folder))
  .filter((path) => !/\/(generated|dist|node_modules)\//.test(path));
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** Statements by hand, by line, and the entities that others are made from. */
const statementsIn = (path: string) =>
  [...sqlLines(path, read(path)), ...entitiesOf(parse(path, read(path)))].map((place) => `${path}:${place}`);

describe('src/', () => {
  it('has SQL in repositories and in platform/database/ only', () => {
    const allowed = /^src\/platform\/database\/|\.repository\.ts$/;
    expect(files.filter((path) => !allowed.test(path)).flatMap(statementsIn)).toEqual([]);
  });

  it('has statements in every repository, so that the check above sees what it is to see', () => {
    const repositories = files.filter((path) => path.endsWith('.repository.ts'));
    expect(repositories.length).toBeGreaterThan(5);
    expect(repositories.filter((path) => statementsIn(path).length === 0)).toEqual([]);
  });
});

it('no repository has a database of its own: what its caller does in a transaction stays in it', () => {
  const owning = files.filter(
    (path) =>
      path.endsWith('.repository.ts') &&
      /\bDatabase\b/.test(read(path).replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')),
  );
  expect(owning).toEqual([]);
  expect(read('src/earnings/payouts/payouts.service.ts')).toMatch(/\bDatabase\b/); // seen where it is
});

describe('what the contract enumerates', () => {
  const enums = new Set(
    [...eachSchemaUnder(document)].flatMap(([, { enum: values }]) =>
      Array.isArray(values) && values.length > 1 ? [[...(values as string[])].sort().join()] : [],
    ),
  );
  /** `path:line` of each type that says again what the contract says. */
  const repeated = (path: string, text: string) =>
    unionsOfTexts(path, text)
      .filter(({ texts }) => enums.has(texts.join()))
      .map(({ line }) => `${path}:${line}`);

  it('is taken from its types, and written by hand nowhere in src/', () => {
    expect(enums.size).toBeGreaterThan(10);
    expect(files.flatMap((path) => repeated(path, read(path)))).toEqual([]);
  });

  it('is seen where it is written by hand', () => {
    const text = "interface Row {\n  status: 'UNATTRIBUTED' | 'ATTRIBUTED';\n  kind: 'LEFT' | 'RIGHT';\n}\n";
    expect(repeated('row.ts', text)).toEqual(['row.ts:2']);
  });
});

it('a name that src/ exports means one thing', () => {
  const EXPORTED =
    /^export (?:declare |abstract |async )*(?:class|interface|type|function\*?|const|enum) (\w+)/gm;
  const places = files.flatMap((path) =>
    [...new Set([...read(path).matchAll(EXPORTED)].map(([, name]) => name!))].map((name) => ({ name, path })),
  );
  expect(places.length).toBeGreaterThan(500);
  const twice = [...groupBy(places, ({ name }) => name)].filter(([, exported]) => exported.length > 1);
  expect(twice.map(([name, exported]) => `${name}: ${exported.map(({ path }) => path).join(', ')}`)).toEqual(
    [],
  );
});

it('what time it is, src/ asks of its Clock and not of the machine', () => {
  // Ids ascend within a process whatever the Clock says, what is no HTTP, or comes before the app, reaches no Clock, and PostgreSQL's keeper is used by itself.
  const allowed =
    /^src\/platform\/(time\/clock|values\/ids|http\/(wire-errors|front-door)|database\/embedded\/.*)\.ts$/;
  const asking = files.filter((path) => /\bDate\.now\(|\bnew Date\(\)/.test(read(path)));
  expect(asking).toContain('src/platform/time/clock.ts');
  expect(asking.filter((path) => !allowed.test(path))).toEqual([]);
});

it(`no file has over ${MOST.file} lines and no function over ${MOST.function}`, () => {
  expect(written.flatMap((path) => tooLong(path, read(path), MOST))).toEqual([]);
});

describe('clients/typescript/src/', () => {
  const folder = 'clients/typescript/src';
  const written = readdirSync(join(root, folder)).filter((name) => name.endsWith('.ts'));

  it(`has no file over ${MOST.file} lines and no function over ${MOST.function}`, () => {
    expect(written.length).toBeGreaterThan(5);
    const paths = written.map((name) => `${folder}/${name}`);
    expect(paths.flatMap((path) => tooLong(path, read(path), MOST))).toEqual([]);
  });

  it('imports nothing but itself: no package, nothing of Node', () => {
    const imports = written.flatMap((name) => [...read(`${folder}/${name}`).matchAll(/ from '([^']+)'/g)]);
    expect(imports.length).toBeGreaterThan(10);
    expect(imports.map(([, from]) => from).filter((from) => !from!.startsWith('./'))).toEqual([]);
  });
});

describe('SQL', () => {
  it.each([
    '`select id from merchants`',
    "'SELECT 1'",
    '`\n  select a.*, ${b} from x a`',
    '`select ${columns}\n from x where id = $1`',
    "'select pg_advisory_xact_lock($1)'",
    '`insert into ${table} (a) values ($1)`',
    '"update campaigns c set name = $1"',
    "'delete from work'",
    '`with asked as (${x}) select 1`',
    "'create table t (id int)'",
    "'alter table t add column x int'",
    "'truncate work'",
  ])('is seen in %s', (text) => {
    expect(sqlLines('a.ts', `const a = 1;\nconst b = ${text};`)).toEqual([2]);
  });

  it.each([
    "'select one of them'",
    "'update the campaign'",
    "'Delete it from the list'",
    "'inserted into the list'",
    "'with care'",
    "'create'",
    '`No ${table} selected`',
    "'selected'",
  ])('is not seen in %s', (text) => {
    expect(sqlLines('a.ts', `const b = ${text};`)).toEqual([]);
  });
});

describe('length', () => {
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `  a(${index});`).join('\n');

  it('is counted for functions, methods, arrows and constructors, decorators and docstrings apart', () => {
    const text = `function named() {\n${lines(39)}\n}
const arrow = () => {\n${lines(39)}\n};
class A {
  constructor() {\n${lines(39)}\n}
  /**
   * Says what it does.
   */
  @Decorated()
  method() {\n${lines(39)}\n}
  short() {\n${lines(38)}\n}
}
`;
    expect(tooLong('a.ts', text, MOST)).toEqual([
      'a.ts:1 named: 41 lines',
      'a.ts:42 arrow: 41 lines',
      'a.ts:84 A: 41 lines',
      'a.ts:129 method: 41 lines',
    ]);
  });

  it('is counted for files', () => {
    expect(tooLong('a.ts', `${lines(250)}\n`, MOST)).toEqual([]);
    expect(tooLong('a.ts', `${lines(251)}\n`, MOST)).toEqual(['a.ts: 251 lines']);
  });
});
