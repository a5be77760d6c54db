// The generator's command: writes generated/, or with --check says whether it is fresh. Exit code 0 = fresh or written.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from './generate.js';
import { Refusal } from './refusal.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** `[--check] [contract [folder]]`; paths default to the project's own. */
export async function main(argv: string[]): Promise<number> {
  const check = argv.includes('--check');
  const [contract = join(ROOT, 'openapi.yaml'), folder = join(ROOT, 'generated')] = argv.filter(
    (word) => word !== '--check',
  );
  try {
    const files = await generate(readFileSync(contract, 'utf8'));
    return check ? report(files, folder) : write(files, folder);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(error.message);
    return 1;
  }
}

function write(files: Map<string, string>, folder: string): number {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  console.log(`generated/: ${[...files.keys()].join(', ')}`);
  return 0;
}

function report(files: Map<string, string>, folder: string): number {
  const stale = [...files]
    .filter(([name, text]) => readOrNothing(join(folder, name)) !== text)
    .map(([name]) => name);
  if (stale.length === 0) return 0;
  console.error(
    `stale in generated/: ${stale.join(', ')}. What to do: npm run generate, and commit the result.`,
  );
  return 1;
}

function readOrNothing(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
