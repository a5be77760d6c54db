// Reads one cookie. Pure.
import type { IncomingHttpHeaders } from 'node:http';

/** The value of the cookie of that name; null where there is none, or several that differ: one of them may be somebody else's. */
export function onlyCookie({ cookie }: IncomingHttpHeaders, name: string): string | null {
  const prefix = `${name}=`;
  const values = (cookie ?? '')
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part.startsWith(prefix))
    .map((part) => part.slice(prefix.length));
  const [value, ...others] = new Set(values);
  return value === undefined || others.length > 0 ? null : value;
}
