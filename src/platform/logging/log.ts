// The log: one JSON object a line, on standard output unless told otherwise; on a terminal a short text instead.
import type { DestinationStream, Logger as Pino } from 'pino';
import { pino } from 'pino';
import { redact, redactText } from './redact.js';
import { toText } from './text-lines.js';
import type { LogLevel } from '#config-table.js';

export type LogFields = Record<string, unknown>;

/** One request as it is logged: ids, names and figures of ours, and of what was sent only names, without what looks like a secret. */
export interface RequestLine {
  requestId: string;
  /** Public merchant id; null when nobody is known. */
  merchant: string | null;
  /** Public id of the key that was sent; null when there was none, or none that is known. */
  key: string | null;
  /** Public id of the person who signed in; only where a session counts. */
  person?: string;
  operation: string | null;
  /** The path's template (/r/{code}), or what of an unknown path are words of the contract, the rest as `*`. */
  route: string;
  /** null when the caller went away unanswered. */
  status: number | null;
  ms: number;
  aborted?: true;
  /** What the answer was, if not a success: the error's code, reason and message, and the places that it names (`metadata.cart`). */
  code?: string;
  reason?: string;
  message?: string;
  paths?: string[];
}

export class Log {
  /** @param requests for request lines, whose fields are ours but for two: those alone need to be looked at. */
  constructor(
    private readonly pino: Pino,
    private readonly requests: Pino,
  ) {}

  /** One line a request, level info (error for 5xx but 503). */
  request(line: RequestLine): void {
    const isOurFault = line.status !== null && line.status >= 500 && line.status !== 503;
    line.requestId = redactText(line.requestId);
    if (line.paths) line.paths = line.paths.map(redactText);
    this.requests[isOurFault ? 'error' : 'info'](line, 'request');
  }

  debug(message: string, fields: LogFields = {}): void {
    this.pino.debug(fields, redactText(message));
  }

  info(message: string, fields: LogFields = {}): void {
    this.pino.info(fields, redactText(message));
  }

  warn(message: string, fields: LogFields = {}): void {
    this.pino.warn(fields, redactText(message));
  }

  error(message: string, fields: LogFields = {}): void {
    this.pino.error(fields, redactText(message));
  }

  fatal(message: string, fields: LogFields = {}): void {
    this.pino.fatal(fields, redactText(message));
  }
}

/**
 * Bytes that are worth a write, milliseconds that fewer may wait, and bytes that are kept for a reader who has stopped: beyond, lines are
 * dropped, since the service must not wait for its log, nor fill the memory with it.
 */
const TOGETHER = { minLength: 8_192, periodicFlush: 100, maxLength: 16 * 1024 * 1024 };

/**
 * A log that writes JSON lines of at least `level` to `destination` (default: standard output, where a terminal gets text). Lines of a busy moment are written
 * together, after a tenth of a second at the latest; a process that exits writes the rest first, one that is killed may lose them.
 */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    // No pid, no host name: lines of many replicas are told apart by who collects them.
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const redacting = { log: (fields: object) => redact(fields) as Record<string, unknown> };
  const stream = destination ?? standardOutput(level);
  return new Log(
    pino({ ...options, formatters: { ...options.formatters, ...redacting } }, stream),
    pino(options, stream),
  );
}

/** A silent log opens nothing: a stream would look every tenth of a second, for ever, whether there is something to write. */
function standardOutput(level: LogLevel): DestinationStream {
  if (level === 'silent') return { write: () => undefined };
  // Somebody watches: line by line, as it happens.
  if (process.stdout.isTTY) return { write: (line) => void process.stdout.write(toText(line)) };
  return pino.destination({ dest: 1, sync: false, ...TOGETHER });
}
