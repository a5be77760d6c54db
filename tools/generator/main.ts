// The generator's command: writes generated/ and the client's generated part, or with --check says whether it is fresh. Exit code 0 = fresh or written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifyScript } from './browser-script.js';
import { bundle } from './bundle.js';
import { CLIENT, generate } from './generate.js';
import { ContractError } from './contract-error.js';
import { readSources } from './sources.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLIENT_FOLDER = join(ROOT, 'clients/typescript/src/generated');
const BROWSER_SCRIPT = join(ROOT, 'clients/browser/sdk.ts');

/** `[--check] [contract [folder]]`, the contract by its root; paths default to the project's own. In a folder of one's own the client's part is `client/`. */
export async function main(argv: string[]): Promise<number> {
  const check = argv.includes('--check');
  const [contract = join(ROOT, 'openapi.yaml'), folder] = argv.filter((word) => word !== '--check');
  try {
    const files = await generate(bundle(readSources(contract)));
    files.set('sdk.js', await minifyScript(readFileSync(BROWSER_SCRIPT, 'utf8')));
    const placed = new Map([...files].map(([name, text]) => [pathOf(name, folder), { name, text }]));
    return check ? report(placed) : write(placed);
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    console.error(error.message);
    return 1;
  }
}

/** Path → what belongs there. */
type Placed = Map<string, { name: string; text: string }>;

function pathOf(name: string, folder: string | undefined): string {
  if (folder === undefined && name.startsWith(CLIENT)) return join(CLIENT_FOLDER, name.slice(CLIENT.length));
  return join(folder ?? join(ROOT, 'generated'), name);
}

function write(files: Placed): number {
  for (const [path, { text }] of files) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  console.log(`generated/: ${namesOf([...files.values()])}`);
  return 0;
}

function report(files: Placed): number {
  const stale = [...files].filter(([path, { text }]) => readOrNothing(path) !== text).map(([, file]) => file);
  if (stale.length === 0) return 0;
  console.error(
    `stale in generated/: ${namesOf(stale)}. What to do: npm run generate, and commit the result.`,
  );
  return 1;
}

function namesOf(files: { name: string }[]): string {
  return files.map(({ name }) => name).join(', ');
}

function readOrNothing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
