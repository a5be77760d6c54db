// Whether a reply is the one that a page shows: the same keys and values, but for ids and times, which are new in every reply.

/** Ids (`cnv_…` with 26 characters, or the page's own three dots), request ids, moments. */
const NEW_EACH_TIME = [
  [/\b([a-z]{2,4})_(?:[0-9a-z]{26}\b|…)/g, '$1_…'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '(request id)'],
  [/\b\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?Z/g, '(moment)'],
] as const;

/**
 * Where the shown reply is not the real one: a line for each difference, empty when there is none.
 * @param isExcerpt whether the page may leave out keys.
 */
export function differences(shown: unknown, real: unknown, isExcerpt: boolean, where = 'reply'): string[] {
  if (!isContainer(shown) || !isContainer(real) || Array.isArray(shown) !== Array.isArray(real)) {
    return masked(shown) === masked(real) ? [] : [`${where}: shown ${masked(shown)}, is ${masked(real)}`];
  }
  const keys = Object.keys(isExcerpt && !Array.isArray(shown) ? shown : { ...real, ...shown });
  return keys.flatMap((key) => {
    if (!(key in shown)) return [`${where}.${key} is not shown: ${masked(real[key])}`];
    if (!(key in real)) return [`${where}.${key} is shown, and is not there`];
    return differences(shown[key], real[key], isExcerpt, `${where}.${key}`);
  });
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function masked(value: unknown): string {
  return NEW_EACH_TIME.reduce<string>(
    (text, [pattern, instead]) => text.replace(pattern, instead),
    JSON.stringify(value) ?? 'nothing',
  );
}
