// A file as it is handed out: plain or compressed, whichever the caller takes, each named by its content so that who has it already
// is not sent it again.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { encodingFor, type Encoding } from './encoding.js';

export interface Variant {
  body: Buffer;
  /** Names this text in this encoding, in quotes. */
  etag: string;
  /** null: as it is. */
  encoding: Encoding | null;
}

export interface Compressed {
  plain: Variant;
  gzip?: Variant;
  br?: Variant;
}

/** A file that no compression makes smaller, such as a picture. */
export function uncompressed(plain: Buffer): Compressed {
  return { plain: { body: plain, etag: `"${nameOf(plain)}"`, encoding: null } };
}

/** A file and its compressed forms, named by the content. */
export function compressed(plain: Buffer, gzipped: Buffer, brotli?: Buffer): Compressed {
  const name = nameOf(plain);
  return {
    plain: { body: plain, etag: `"${name}"`, encoding: null },
    gzip: { body: gzipped, etag: `"${name}-gzip"`, encoding: 'gzip' },
    ...(brotli && { br: { body: brotli, etag: `"${name}-br"`, encoding: 'br' } }),
  };
}

/** Compresses a file that is kept, both ways, beside the event loop. 450 KB take 40 ms each. */
export async function compress(plain: Buffer): Promise<Compressed> {
  const params = {
    // The best would take twenty times as long for a tenth less.
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
  };
  const [gzipped, brotli] = await Promise.all([
    promisify(gzip)(plain, { level: constants.Z_BEST_COMPRESSION }),
    promisify(brotliCompress)(plain, { params }),
  ]);
  return compressed(plain, gzipped, brotli);
}

/** The form that this caller takes. */
export function variantFor(headers: IncomingHttpHeaders, file: Compressed): Variant {
  const offered = (['br', 'gzip'] as const).filter((encoding) => file[encoding]);
  const encoding = encodingFor(headers, offered);
  return (encoding && file[encoding]) ?? file.plain;
}

function nameOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 20);
}

/** Whether If-None-Match names what would be sent (RFC 9110: compared weakly; `*` means anything). */
export function hasAlready(ifNoneMatch: string | undefined, { etag }: Variant): boolean {
  const named = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(etag);
}
