// Headers of a request, as the runtimes have them: one way to read them all.
import { UsageError } from './errors.js';

/** `Headers`, or an object of texts and lists of texts as Node has it. */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/** By its name in lower case; null when there is none. Several of one name are one, joined as HTTP has it. */
export type ReadHeader = (name: string) => string | null;

/** @throws UsageError for what are no headers */
export function headerReader(headers: WebhookHeaders): ReadHeader {
  if (typeof headers !== 'object' || headers === null)
    throw new UsageError('Give all headers of the request, as an object or a Headers object.');
  if (isHeaders(headers)) return (name) => headers.get(name);
  const all = Object.entries(headers);
  return (name) => {
    const values = all.filter(([each]) => each.toLowerCase() === name).flatMap(([, value]) => value ?? []);
    return values.length === 0 ? null : values.join(', ');
  };
}

/** By what it can do: a framework's own `Headers` are not the runtime's. */
function isHeaders(headers: WebhookHeaders): headers is { get(name: string): string | null } {
  return typeof (headers as { get?: unknown }).get === 'function';
}
