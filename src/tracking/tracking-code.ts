// The tracking code in an address that a page reports.

const CODE = /^[A-Za-z0-9_-]{3,64}$/;

/** The code after `/r/` at the end of the path, else the `ref` parameter; lower-cased, or null if there is none. */
export function codeIn(trackingUrl: string): string | null {
  const url = parse(trackingUrl);
  if (!url) return null;
  const fromPath = /\/r\/([^/]+)\/?$/.exec(url.pathname)?.[1];
  const code = fromPath ?? url.searchParams.get('ref');
  return code !== null && CODE.test(code) ? code.toLowerCase() : null;
}

/** Absolute, or relative to the page's own host (`/r/mila`). */
function parse(text: string): URL | null {
  try {
    return new URL(text, 'http://relative.invalid');
  } catch {
    return null;
  }
}
