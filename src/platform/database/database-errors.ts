// What a PostgreSQL error means to us: try the whole thing again, one bad row, or the database is away.

import { Failure } from '#platform/errors/failure.js';

interface CodedError {
  code?: unknown;
  message?: unknown;
}

/** SQLSTATE or Node error code, or '' where there is none. */
function codeOf(error: unknown): string {
  const code = (error as CodedError | null)?.code;
  return typeof code === 'string' ? code : '';
}

const socketCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EACCES',
]);
// 57P01–57P05 shutdown and crash; 53100 disk full; 53200 out of memory; 53300 too many connections; 25006 read-only (a replica after a failover);
// 55000 with "not currently accepting connections"; 3D000 while a database is being recreated.
const awayStates = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53100',
  '53200',
  '53300',
  '25006',
  '55000',
  '3D000',
]);
// pg raises these without a code.
const awayMessages =
  /connection terminated|connection ended|timeout exceeded when trying to connect|client has encountered a connection error|not queryable/i;

/** PostgreSQL's own word, and not the driver's about a connection: the statement was not carried out. */
export function isFromServer(error: unknown): boolean {
  return typeof (error as { severity?: unknown } | null)?.severity === 'string';
}

/** The database is away or was lost on the way: whether a statement under way took effect is unknown. */
export function isDatabaseAway(error: unknown): boolean {
  const code = codeOf(error);
  if (isPoolerRefusal(error)) return false;
  if (socketCodes.has(code) || awayStates.has(code) || code.startsWith('08')) return true;
  const message = (error as CodedError | null)?.message;
  return code === '' && typeof message === 'string' && awayMessages.test(message);
}

/** A pooler refuses the settings that we ask of PostgreSQL for a connection. It says 08P01, as of a connection that broke. */
export function isPoolerRefusal(error: unknown): boolean {
  return /unsupported startup parameter/i.test(String((error as CodedError | null)?.message));
}

/**
 * The error, or one that says what to do about it: a prepared statement that is not there (26000), or is there already (42P05), is one that
 * another connection has, since a pooler lends us another for each transaction.
 */
export function withCure(error: unknown): unknown {
  const code = codeOf(error);
  if (code !== '26000' && code !== '42P05') return error;
  const message = `${String((error as CodedError).message)}. A pooler seems to lend another connection for each transaction: set DATABASE_POOLER=1.`;
  return Object.assign(new Error(message, { cause: error }), { code });
}

/** Deadlock (40P01) or serialization failure (40001): nothing was written, the same transaction may be tried again. */
export function isTransient(error: unknown): boolean {
  return ['40P01', '40001'].includes(codeOf(error));
}

/** Class 22 (data) or 23 (integrity): one of the rows is at fault, the others are not. */
export function isDataError(error: unknown): boolean {
  return /^2[23]/.test(codeOf(error));
}

/** The statement took longer than it may: PostgreSQL ended it (57014), or we stopped listening. Repeating it would add to the load. */
export function isTooSlow(error: unknown): boolean {
  return codeOf(error) === '57014' || isUnheard(error);
}

/** The connection cannot be used any more: lost, or with a statement on it that we stopped listening to. */
export function breaksConnection(error: unknown): boolean {
  return isDatabaseAway(error) || isUnheard(error);
}

/** The database is away, whether PostgreSQL's driver says so or our own pool after waiting for it. Being slow is not being away. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Failure)) return isDatabaseAway(error);
  return error.code === 'SERVICE_UNAVAILABLE' && !isTooSlow(error.cause);
}

function isUnheard(error: unknown): boolean {
  return /query read timeout/i.test(String((error as CodedError | null)?.message));
}
