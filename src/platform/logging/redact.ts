// What never reaches a log line: named fields, and texts that look like a key, an email or an email's hash, wherever they stand.
import { types } from 'node:util';
import { errorText } from './error-text.js';

const NEVER = new Set(
  [
    'authorization cookie setcookie password secret token key apikey sitetoken',
    'secretkey sealedsecret otpauthurl recoverycodes',
    'email emailhash customeremail customeremailhash customerid',
    'body query querystring url headers parameters detail metadata evidence',
    'ip address remoteaddress xforwardedfor',
  ].flatMap((line) => line.split(' ')),
);
const SECRETS = /rc_(?:live|test)_[A-Za-z0-9]+|\b[0-9a-fA-F]{64}\b|[^\s"'<>(),:;=/]+@[^\s"'<>(),:;=/]+/g;
const MIGHT_HOLD_SECRET = /rc_(?:live|test)_|@|[0-9a-fA-F]{64}/;
const DEEPEST = 6;
const HIDDEN = '[redacted]';

/** The text without keys, 64-digit hashes and email addresses. */
export function redactText(text: string): string {
  return MIGHT_HOLD_SECRET.test(text) ? text.replace(SECRETS, HIDDEN) : text;
}

/**
 * A copy of what is to be logged, without what may not be. Errors become { type, message, code, stack, cause, errors }; what has nothing to
 * show, as an error of another kind may, is called by its class, so that no line says `{}` of it.
 */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error || types.isNativeError(value)) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return HIDDEN;
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  const entries = Object.entries(value);
  if (entries.length === 0 && !isPlain(value)) return `[${classOf(value)}]`;
  return Object.fromEntries(
    entries.map(([name, inner]) => [
      name,
      isNeverLogged(name) ? HIDDEN : name === 'error' && isEmpty(inner) ? EMPTY : redact(inner, depth + 1),
    ]),
  );
}

const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value) as object);

const classOf = (value: object) => (value.constructor as { name?: string } | undefined)?.name || 'object';

/** `throw {}`, or all of it undefined. */
const EMPTY = '[an object that says nothing]';

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    isPlain(value) &&
    Object.values(value).every((inner) => inner === undefined)
  );
}

function isNeverLogged(name: string): boolean {
  return NEVER.has(name.replace(/[_-]/g, '').toLowerCase());
}

/** Field by field: a driver's error carries the statement's parameters and the row it stumbled over. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { code, errors } = error as { code?: unknown; errors?: unknown };
  return {
    type: error.name,
    message: redactText(error.message || errorText(error)),
    ...(typeof code === 'string' ? { code } : {}),
    stack: redactText(error.stack ?? ''),
    // Node's and PostgreSQL's driver's way to say that none of several addresses answered.
    ...(Array.isArray(errors) && depth < DEEPEST ? { errors: redact(errors, depth + 1) } : {}),
    ...(error.cause === undefined || depth >= DEEPEST ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
