// What never reaches a log line: named fields, and texts that look like a key, an email or an email's hash, wherever they stand.

const NEVER = new Set(
  [
    'authorization cookie setcookie password secret token key apikey sitetoken',
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

/** A copy of what is to be logged, without what may not be. Errors become { type, message, code, stack }. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return describeError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return HIDDEN;
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= DEEPEST) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      isNeverLogged(name) ? HIDDEN : redact(inner, depth + 1),
    ]),
  );
}

function isNeverLogged(name: string): boolean {
  return NEVER.has(name.replace(/[_-]/g, '').toLowerCase());
}

/** Field by field: a driver's error carries the statement's parameters and the row it stumbled over. */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: redactText(error.message),
    ...(typeof code === 'string' ? { code } : {}),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined || depth >= DEEPEST ? {} : { cause: redact(error.cause, depth + 1) }),
  };
}
