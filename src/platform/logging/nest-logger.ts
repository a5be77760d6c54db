// Nest's own messages, through the same log.
import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.js';

/** Start-up chatter of these is of no use to an operator. */
const CHATTY = new Set([
  'InstanceLoader',
  'RoutesResolver',
  'RouterExplorer',
  'NestFactory',
  'NestApplication',
]);

export class NestLogger implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...rest: unknown[]): void {
    const context = contextOf(rest);
    if (context !== undefined && CHATTY.has(context)) this.target.debug(textOf(message), { context });
    else this.target.info(textOf(message), { context });
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.target.error(textOf(message), { context: contextOf(rest), error: errorOf(message, rest) });
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.target.warn(textOf(message), { context: contextOf(rest) });
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.target.debug(textOf(message), { context: contextOf(rest) });
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.debug(message, ...rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.target.fatal(textOf(message), { context: contextOf(rest), error: errorOf(message, rest) });
  }
}

/** Nest passes the context last. */
function contextOf(rest: unknown[]): string | undefined {
  const last = rest.at(-1);
  return typeof last === 'string' ? last : undefined;
}

function errorOf(message: unknown, rest: unknown[]): unknown {
  if (message instanceof Error) return message;
  // A stack as text, which Nest leaves undefined when it has none; the context comes last.
  const [stack] = rest.slice(0, -1);
  return rest.find((item) => item instanceof Error) ?? (typeof stack === 'string' ? { stack } : undefined);
}

function textOf(message: unknown): string {
  if (typeof message === 'string') return message;
  return message instanceof Error ? message.message : (JSON.stringify(message) ?? 'undefined');
}
