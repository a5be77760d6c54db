// The tracking code in an address that a page reports.
import { toTrackingCode } from '#program/affiliates/tracking-code.js';

/** The code after `/r/` at the end of the path, else the `ref` parameter; lower-cased, or null if there is none. */
export function codeIn(trackingUrl: string): string | null {
  const url = parse(trackingUrl);
  if (!url) return null;
  const fromPath = /\/r\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  const code = fromPath ?? url.searchParams.get('ref');
  return code === null ? null : toTrackingCode(code);
}

/** Absolute, or relative to the page's own host (`/r/mila`). */
function parse(text: string): URL | null {
  try {
    return new URL(text, 'http://relative.invalid');
  } catch {
    return null;
  }
}
