// What stands between the end of the process before and the first call that this one takes: main.ts, and all that it imports at once.
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** Static imports, less those of types, which are gone when the file runs. */
const IMPORT = /^(?:import|export) (?!type\b)[^;]*? from '([^']+)'|^import '([^']+)'/gm;

/** The packages that a file loads, itself or through others of ours. */
function packagesLoadedBy(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return new Set();
  seen.add(path);
  const found = new Set<string>();
  for (const [, from, bare] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
    const name = (from ?? bare)!;
    const ours = fileOf(name, path);
    if (ours === null) found.add(name);
    else for (const loaded of packagesLoadedBy(ours, seen)) found.add(loaded);
  }
  return found;
}

/** The file of ours that is meant; null for a package. */
function fileOf(name: string, from: string): string | null {
  const source = name.replace(/\.js$/, '.ts');
  if (name.startsWith('.')) return join(dirname(from), source);
  if (name.startsWith('#generated/')) return join(root, source.slice(1));
  return name.startsWith('#') ? join(root, 'src', source.slice(1)) : null;
}

it('opening the port loads neither Nest nor Express nor a database driver', () => {
  const packages = [...packagesLoadedBy(join(root, 'src/main.ts'))].filter(
    (name) => !name.startsWith('node:'),
  );
  expect(packages.filter((name) => /nest|express|typeorm|^pg$|class-validator/.test(name))).toEqual([]);
  const service = packagesLoadedBy(join(root, 'src/service.ts'));
  expect([...service].some((name) => name.startsWith('@nestjs/'))).toBe(true); // seen where it is
});
