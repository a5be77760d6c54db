// Where the contract lies, whether this file runs from src/ or from dist/src/.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that openapi.yaml, the contract's root, stands in. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'openapi.yaml'))) {
    if (dirname(folder) === folder) throw new Error('openapi.yaml is not above the code that runs');
    folder = dirname(folder);
  }
  return folder;
}
