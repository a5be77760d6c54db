// A file as it is handed out: plain or compressed, whichever the caller takes, each named by its content so that who has it already
// is not sent it again.
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export interface Variant {
  body: Buffer;
  /** Names this text in this encoding, in quotes. */
  etag: string;
  /** null: as it is. */
  encoding: 'gzip' | null;
}

export interface Compressed {
  plain: Variant;
  gzip: Variant;
}

/** A file and its compressed form, named by the content. */
export function compressed(plain: Buffer, gzipped: Buffer): Compressed {
  const name = createHash('sha256').update(plain).digest('base64url').slice(0, 20);
  return {
    plain: { body: plain, etag: `"${name}"`, encoding: null },
    gzip: { body: gzipped, etag: `"${name}-gzip"`, encoding: 'gzip' },
  };
}

/** The form that this caller takes. */
export function variantFor(headers: IncomingHttpHeaders, { plain, gzip }: Compressed): Variant {
  return acceptsGzip(headers['accept-encoding']) ? gzip : plain;
}

/** Whether a caller with this Accept-Encoding takes gzip (RFC 9110: `q=0` means not; `*` stands for what is not named). */
function acceptsGzip(acceptEncoding: string | undefined): boolean {
  const accepted = new Map<string, boolean>();
  for (const part of (acceptEncoding ?? '').toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    accepted.set(name, !parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)));
  }
  return accepted.get('gzip') ?? accepted.get('*') ?? false;
}

/** Whether If-None-Match names what would be sent (RFC 9110: compared weakly; `*` means anything). */
export function hasAlready(ifNoneMatch: string | undefined, { etag }: Variant): boolean {
  const named = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return named.includes('*') || named.includes(etag);
}
