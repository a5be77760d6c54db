// Takes the contract in one text, generated/openapi.yaml, as the released one: what later ones are compared with
// (test/contract/breaking). Part of every release.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { parse } from 'yaml';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const [current, released] = [at('generated/openapi.yaml'), at('released/openapi.yaml')];
const before = existsSync(released) ? parse(readFileSync(released, 'utf8')) : null;
const contract = parse(readFileSync(current, 'utf8'));
const { version } = contract.info;

// What they say counts, not how it is wrapped.
if (before !== null && isDeepStrictEqual(contract, before)) {
  console.log(`${version} is released already; nothing has changed since.`);
} else if (before !== null && before.info.version === version) {
  console.error(
    `The contract differs from the released ${version}. What to do: raise info.version, then run this again.`,
  );
  process.exitCode = 1;
} else {
  copyFileSync(current, released);
  console.log(`released/openapi.yaml is now ${version}.`);
}
