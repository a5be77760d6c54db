// docs/advisories.md names a test for each fault of other products: the tests are there, and are called so.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';

const read = (path: string) => readFileSync(join(projectRoot(), path), 'utf8');

const rows = [...read('docs/advisories.md').matchAll(/^\| (.+?) +\| .+ \| `(test\/\S+)`: (.+?) +\|$/gm)];

it('has a row for each of the two dozen faults', () => {
  const lines = read('docs/advisories.md').match(/^\| (?!elsewhere|-)/gm) ?? [];
  expect(rows.length).toBe(lines.length);
  expect(rows.length).toBeGreaterThanOrEqual(24);
});

it.each(rows.map(([, fault, file, name]) => [fault, file, name] as [string, string, string]))(
  '%s: the test is in %s',
  (_, file, name) => {
    const titles = [...read(file).matchAll(/(["'`])((?:(?!\1)[^\\\n]|\\.)+)\1/g)].map(([, , title]) => title);
    expect(titles).toContain(name);
  },
);
