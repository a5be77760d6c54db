// A suite that forgets a file would leave its tests out of the run without a word.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const e2e = join(process.cwd(), 'test', 'e2e');
const tags = readdirSync(e2e, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(tags.map(({ name }) => name))('the suite of %s runs every file of the tag', (tag) => {
  const files = readdirSync(join(e2e, tag)).filter((name) => name.endsWith('.e2e.ts'));
  const suite = readFileSync(join(e2e, `${tag}.suite.ts`), 'utf8');
  const imported = [...suite.matchAll(/import '\.\/(.+)\.js';/g)].map(([, path]) => `${path}.ts`);
  expect(imported.sort()).toEqual(files.map((name) => `${tag}/${name}`).sort());
});
