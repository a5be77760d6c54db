// generated/sdk.js as it is handed out: read and compressed once, named by its content.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import { projectRoot } from '../contract/project-root.js';

export interface Variant {
  body: Buffer;
  /** Names this text in this encoding, in quotes. */
  etag: string;
  /** null: as it is. */
  encoding: 'gzip' | null;
}

/** The script in the two encodings it is handed out in. */
export interface ScriptFile {
  plain: Variant;
  gzip: Variant;
}

/** @throws Error when generated/sdk.js is not there. */
export function readScript(): ScriptFile {
  const text = readFileSync(join(projectRoot(), 'generated', 'sdk.js'));
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 20);
  return {
    plain: { body: text, etag: `"${name}"`, encoding: null },
    gzip: {
      body: gzipSync(text, { level: constants.Z_BEST_COMPRESSION }),
      etag: `"${name}-gzip"`,
      encoding: 'gzip',
    },
  };
}

/** Whether If-None-Match names what would be sent (RFC 9110: compared weakly; `*` means anything). */
export function hasAlready(ifNoneMatch: string | undefined, { etag }: Variant): boolean {
  const named = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(etag);
}
