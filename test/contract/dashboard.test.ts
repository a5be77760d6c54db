// The built dashboard (dist/dashboard): as small as promised, nothing from another host, nothing inline, and no class that no sheet has.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = resolve(import.meta.dirname, '../..');
const assets = join(root, 'dist/dashboard/assets');
const names = readdirSync(assets);
const read = (name: string) => readFileSync(join(assets, name));
const page = readFileSync(join(root, 'dist/dashboard/index.html'), 'utf8');
const KB = 1000;
const MOST = { firstScript: 150 * KB, style: 15 * KB, route: 40 * KB };
const gzipped = (name: string) => gzipSync(read(name), { level: 9 }).length;
const sum = (list: Iterable<string>) => [...list].reduce((bytes, name) => bytes + gzipped(name), 0);

/** What a script imports before it runs, itself among it. */
function withImports(name: string, found = new Set<string>()): Set<string> {
  if (found.has(name)) return found;
  found.add(name);
  for (const [, next] of read(name)
    .toString()
    .matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g))
    withImports(next as string, found);
  return found;
}

const [, main = ''] = /type="module" src="\/dashboard\/assets\/(main-[\w]+\.js)"/.exec(page) ?? [];
const first = withImports(main);
/** What is loaded when it is needed: the screens. */
const screens = [...first].flatMap((name) =>
  [
    ...read(name)
      .toString()
      .matchAll(/import\("\.\/([\w-]+\.js)"\)/g),
  ].map(([, screen]) => screen as string),
);

describe('size', () => {
  it(`the first load is ${MOST.firstScript / KB} kB of script at most, and ${MOST.style / KB} kB of style`, () => {
    expect(first.size).toBeGreaterThan(1);
    expect(sum(first)).toBeLessThanOrEqual(MOST.firstScript);
    const sheets = names.filter((name) => name.endsWith('.css'));
    expect(sheets).toHaveLength(1);
    expect(sum(sheets)).toBeLessThanOrEqual(MOST.style);
  });

  it(`each screen adds ${MOST.route / KB} kB at most`, () => {
    expect(screens.length).toBeGreaterThanOrEqual(5);
    const added = screens.map((screen) => sum([...withImports(screen)].filter((name) => !first.has(name))));
    expect(Math.min(...added)).toBeGreaterThan(0);
    expect(Math.max(...added)).toBeLessThanOrEqual(MOST.route);
  });

  it('what is imported first is asked for at once', () => {
    for (const name of first) expect(page).toContain(`/dashboard/assets/${name}"`);
  });
});

describe('what is handed out', () => {
  it('every file is there in three forms of the same content', () => {
    const plain = names.filter((name) => !/\.(gz|br)$/.test(name));
    for (const name of plain) {
      expect(gunzipSync(read(`${name}.gz`))).toEqual(read(name));
      expect(names).toContain(`${name}.br`);
    }
    expect(names).toHaveLength(plain.length * 3);
  });

  it('the page has no script, style or handler in it, and nothing from another host', () => {
    expect(page).not.toMatch(
      /<style| style=| on[a-z]+="|<script(?! (type="module" )?src="\/dashboard\/assets\/)/,
    );
    expect(page).not.toMatch(/(?:src|href|action)="(?:https?:)?\/\//);
  });

  it('no script evaluates text, and no style imports or loads anything', () => {
    for (const name of names.filter((one) => one.endsWith('.js')))
      expect(read(name).toString()).not.toMatch(/\beval\(|new Function\(|sourceMappingURL/);
    for (const name of names.filter((one) => one.endsWith('.css')))
      expect(read(name).toString()).not.toMatch(/@import|url\(/);
  });
});

describe('the sources', () => {
  const files = ['web/dashboard/app', 'web/ui'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  );
  const text = (path: string) => readFileSync(join(root, path), 'utf8');

  it('use only classes that their sheet has', () => {
    const missing = files
      .filter((path) => path.endsWith('.tsx'))
      .flatMap((path) =>
        [...text(path).matchAll(/import (\w+) from '([^']+\.module\.css)'/g)].flatMap(([, name, sheet]) => {
          const css = text(join(path, '..', sheet as string));
          const used = text(path).matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'));
          return [...used].flatMap(([, one]) => (css.includes(`.${one}`) ? [] : [`${path}: ${one}`]));
        }),
      );
    expect(files.filter((path) => path.endsWith('.module.css')).length).toBeGreaterThan(10);
    expect(missing).toEqual([]);
  });

  it('put no text into a page as HTML, and keep nothing of a person in the browser', () => {
    const sources = files.filter((path) => /\.tsx?$/.test(path)).map((path) => [path, text(path)] as const);
    const writing = sources.filter(([, code]) =>
      /dangerouslySetInnerHTML|innerHTML|insertAdjacentHTML/.test(code),
    );
    expect(writing.map(([path]) => path)).toEqual([]);
    const keeping = sources.filter(([, code]) =>
      /localStorage|sessionStorage|indexedDB|document\.cookie/.test(code),
    );
    expect(keeping.map(([path]) => path).sort()).toEqual([
      'web/dashboard/app/shell/theme.ts',
      'web/dashboard/app/storage.ts',
    ]);
  });
});
