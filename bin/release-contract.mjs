// Takes openapi.yaml as the released contract: what later ones are compared with (test/contract/breaking). Part of every release.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [current, released] = [at('openapi.yaml'), at('released/openapi.yaml')];
const text = readFileSync(current, 'utf8');
const before = existsSync(released) ? readFileSync(released, 'utf8') : '';
const version = parse(text).info.version;

if (text === before) {
  console.log(`${version} is released already; nothing has changed since.`);
} else if (before !== '' && parse(before).info.version === version) {
  console.error(
    `openapi.yaml differs from the released ${version}. What to do: raise info.version, then run this again.`,
  );
  process.exitCode = 1;
} else {
  copyFileSync(current, released);
  console.log(`released/openapi.yaml is now ${version}.`);
}
