// Any error → the contract's error body. What nobody foresaw is 500, logged with the request's id, and nothing of it leaks.
import type { ArgumentsHost, ExceptionFilter } from '@nestjs/common';
import { Catch, HttpException } from '@nestjs/common';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Log } from '#platform/logging/log.js';
import { sendFailure } from './send-reply.js';
import { Aborted } from './body.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import { Failure, codeForStatus } from '#platform/errors/failure.js';

@Catch()
export class FailureFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(http.getRequest<IncomingMessage>(), http.getResponse<ServerResponse>(), error);
  }

  private answer(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    // Nobody is there to be answered; the request log says so.
    if (error instanceof Aborted) return;
    const failure = toFailure(error);
    const fields = {
      requestId: exchangeOf(request).requestId,
      operation: exchangeOf(request).route.operationId,
    };
    if (failure.code === 'SERVER_ERROR')
      this.log.error('unforeseen error', { ...fields, error: failure.cause ?? failure });
    else if (failure.cause !== undefined)
      this.log.warn(`answered ${failure.code}`, { ...fields, error: failure.cause });
    const left = sendFailure(request, response, failure);
    if (!left)
      this.log.warn('late failure dropped: the call was answered before', { ...fields, code: failure.code });
  }
}

/** The failure an error amounts to. The framework's own words are never passed on: they repeat what was sent. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const status = error instanceof HttpException ? error.getStatus() : statusOfHttpError(error);
  const code = status === null ? null : codeForStatus(status);
  if (code !== null && code !== 'SERVER_ERROR') return new Failure(code, undefined, [], { cause: undefined });
  return new Failure('SERVER_ERROR', undefined, [], { cause: error });
}

/** Express marks errors of the request's making (malformed path and the like) with a 4xx `status`. */
function statusOfHttpError(error: unknown): number | null {
  const status = (error as { status?: unknown } | null | undefined)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : null;
}
