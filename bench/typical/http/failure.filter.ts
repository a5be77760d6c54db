// Any error → { success: false, error, meta }.
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { KnownRequest } from './caller.js';

const codes: Record<number, string> = {
  401: 'UNAUTHORIZED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  409: 'ALREADY_EXISTS',
  413: 'PAYLOAD_TOO_LARGE',
  422: 'VALIDATION_FAILED',
};

@Catch()
export class FailureFilter implements ExceptionFilter {
  private readonly logger = new Logger('Failure');

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<KnownRequest>();
    const status = statusOf(error);
    if (status >= 500) this.logger.error(error);
    host
      .switchToHttp()
      .getResponse<Response>()
      .status(status)
      .json({
        success: false,
        error: {
          code: codes[status] ?? (status < 500 ? 'INVALID_REQUEST' : 'SERVER_ERROR'),
          message: status < 500 ? (error as Error).message : 'Something went wrong on our side.',
          details: detailsOf(error),
        },
        meta: { timestamp: new Date().toISOString(), requestId: request.requestId },
      });
  }
}

/** Express' own errors (a body too large, say) have a `status` too. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function detailsOf(error: unknown): unknown {
  const body = error instanceof HttpException ? error.getResponse() : null;
  return (body as { details?: unknown } | null)?.details ?? [];
}
