// generated/sdk.js as it is handed out: read and compressed once.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { compressed, type Compressed } from '#platform/http/compressed.js';
import { projectRoot } from '#platform/contract/project-root.js';

/** @throws Error when generated/sdk.js is not there. */
export function readScript(): Compressed {
  const text = readFileSync(join(projectRoot(), 'generated', 'sdk.js'));
  return compressed(text, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }));
}
