// What stands behind the `?` of an address: texts, as everybody writes them.

/** What every screen keeps: whose orders, and which of their two worlds. */
export interface TenantSearch {
  merchant?: string | undefined;
  mode?: 'live' | 'test' | undefined;
}

export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const sent = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return sent.length === 0 ? '' : `?${new URLSearchParams(sent).toString()}`;
}

/** The text under a name; undefined when there is none. */
export function textIn(search: Record<string, unknown>, name: string): string | undefined {
  const value = search[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

const DAY = /^\d{4}-\d\d-\d\d$/;

/** The same if it is a day: 2026-11-30. */
export function dayIn(search: Record<string, unknown>, name: string): string | undefined {
  const text = textIn(search, name);
  return text !== undefined && DAY.test(text) && !Number.isNaN(Date.parse(text)) ? text : undefined;
}

/** The same if it is one of these. */
export function oneOf<Value extends string>(
  search: Record<string, unknown>,
  name: string,
  values: readonly Value[],
): Value | undefined {
  return values.find((value) => value === search[name]);
}
