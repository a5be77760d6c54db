// A file of a built site as a reply: in the form that the caller takes, or "you have it", with what a browser may do with it.
import type { Request } from 'express';
import { raw } from '#platform/contract/operation.js';
import { hasAlready, variantFor, type Compressed, type Variant } from '#platform/http/compressed.js';

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  md: 'text/markdown',
  json: 'application/json',
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  png: 'image/png',
  txt: 'text/plain',
};

/** For a file whose name or address changes with its content. */
export const CACHE_FOR_EVER = 'public, max-age=31536000, immutable';

export interface SiteFile extends Compressed {
  /** For `Content-Type`. */
  type: string;
}

/** What is said of a file beside its content. */
export interface Serving {
  /** `Content-Security-Policy`. */
  policy: string;
  /** `Cache-Control`. */
  caching: string;
}

/** The media type by the end of a name; null for what is not handed out. */
export function typeOf(name: string): string | null {
  const type = TYPES[/\.([a-z]{1,10})$/.exec(name)?.[1] ?? ''];
  return type === undefined ? null : type === TYPES['png'] ? type : `${type}; charset=utf-8`;
}

/** 200 with the file, or 304 for a caller who has it. */
export function siteReply(request: Request, file: SiteFile, serving: Serving) {
  const variant = variantFor(request.headers, file);
  const headers = { ...cachingOf(serving), ETag: variant.etag };
  if (hasAlready(request.headers['if-none-match'], variant)) return raw(304, { headers });
  return raw(200, { headers: { ...headers, ...contentOf(file, variant, serving) }, body: variant.body });
}

/** 404 with a page that says so. */
export function missingReply(request: Request, file: SiteFile, serving: Serving) {
  const variant = variantFor(request.headers, file);
  const headers = { ...cachingOf(serving), ...contentOf(file, variant, serving) };
  return raw(404, { headers, body: variant.body });
}

/** What a 304 says too. */
function cachingOf({ caching }: Serving) {
  return { 'Cache-Control': caching, Vary: 'Accept-Encoding' };
}

function contentOf({ type }: SiteFile, { encoding }: Variant, { policy }: Serving) {
  return {
    'Content-Type': type,
    'Content-Security-Policy': policy,
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'same-origin',
    ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
  };
}
