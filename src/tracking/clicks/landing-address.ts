// Where a visitor is led: the campaign's landing URL with the visitor's own parameters and our two ids. Raw text is kept as it is
// (a landing page may tell `%20` from `+`); only names are decoded, to compare them.

/** Set by us, or read by the SDK in their stead: never taken from anybody else. */
const OURS = new Set(['_rcid', 'rcsid', 'cid']);
const VISITOR_BYTES = 2048;
const PRINTABLE = /^[\x21-\x7e]*$/;

export interface VisitIds {
  sessionId: string;
  clickId: string;
}

/**
 * @param landingUrl an absolute http(s) URL; its own parameters win.
 * @param visitorQuery the raw query of the link's own address, without `?`; up to 2 KiB of it pass.
 * @param ids null when no click was made.
 */
export function landingAddress(landingUrl: string, visitorQuery: string, ids: VisitIds | null): string {
  const [beforeFragment, fragment] = cut(inAscii(landingUrl), '#');
  const [base, query] = cut(beforeFragment, '?');
  const own = pairs(query ?? '').filter((pair) => !OURS.has(nameOf(pair)));
  const taken = new Set(own.map(nameOf));
  const passing = pairs(cut(visitorQuery, '#')[0]).filter(
    (pair) => !OURS.has(nameOf(pair)) && !taken.has(nameOf(pair)),
  );
  const added = ids ? [`rcsid=${ids.sessionId}`, `cid=${ids.clickId}`] : [];
  const all = [...own, ...withinLimit(passing), ...added];
  return base + (all.length > 0 ? `?${all.join('&')}` : '') + (fragment === null ? '' : `#${fragment}`);
}

/** As a header can hold it: letters outside ASCII as a browser would send them. */
function inAscii(url: string): string {
  return PRINTABLE.test(url) ? url : new URL(url).href;
}

function cut(text: string, mark: string): [string, string | null] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function pairs(query: string): string[] {
  return query.split('&').filter((pair) => pair !== '');
}

function nameOf(pair: string): string {
  const [name] = cut(pair, '=');
  try {
    return decodeURIComponent(name.replaceAll('+', ' '));
  } catch {
    return name;
  }
}

/** Whole parameters, in order, as long as they fit; what cannot stand in a header is left out. */
function withinLimit(visitor: string[]): string[] {
  let left = VISITOR_BYTES;
  return visitor.filter((pair) => {
    if (!PRINTABLE.test(pair) || pair.length + 1 > left) return false;
    left -= pair.length + 1;
    return true;
  });
}
