// What is loaded before the port is open is little: every package here lengthens the time in which a restart finds nobody.
// Why so: docs/decisions/0021-a-restart-loses-no-order.md
import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Imports and re-exports of values; those of types alone are gone when it runs. */
const IMPORTS = /^(?:import|export) (?!type\b)(?:[^'";]*? from )?'([^']+)';/gm;

/** The file that an import names, or the package. */
function resolved(from: string, specifier: string): { file: string } | { package: string } {
  const typescript = specifier.replace(/\.js$/, '.ts');
  if (specifier.startsWith('.')) return { file: join(dirname(from), typescript) };
  if (specifier.startsWith('#generated/')) return { file: join(root, typescript.slice(1)) };
  if (specifier.startsWith('#')) return { file: join(root, 'src', typescript.slice(1)) };
  return { package: specifier };
}

function loadedBy(start: string): { files: string[]; packages: string[] } {
  const [files, packages] = [new Set([start]), new Set<string>()];
  for (const file of files) {
    for (const [, specifier = ''] of readFileSync(file, 'utf8').matchAll(IMPORTS)) {
      const found = resolved(file, specifier);
      if ('file' in found) files.add(found.file);
      else packages.add(found.package);
    }
  }
  return { files: [...files].map((file) => relative(root, file)), packages: [...packages] };
}

it('main.ts opens the port with Node and a few files of ours, no package', () => {
  const { files, packages } = loadedBy(join(root, 'src/main.ts'));
  expect(packages.filter((name) => !name.startsWith('node:'))).toEqual([]);
  expect(files).toContain('src/platform/http/front-door.ts');
  expect(files.length).toBeLessThan(30);
});

it('a package that is loaded behind something else is seen', () => {
  expect(loadedBy(join(root, 'src/boot/boot.ts')).packages).toEqual(expect.arrayContaining(['zod', 'pino']));
});
