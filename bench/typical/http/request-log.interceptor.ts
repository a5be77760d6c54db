// One log line a request.
import {
  HttpException,
  Injectable,
  Logger,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { Response } from 'express';
import { tap, type Observable } from 'rxjs';
import type { KnownRequest } from './caller.js';

@Injectable()
export class RequestLogInterceptor implements NestInterceptor {
  private readonly logger = new Logger('Request');

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const start = performance.now();
    const request = context.switchToHttp().getRequest<KnownRequest>();
    const response = context.switchToHttp().getResponse<Response>();
    const log = (status: number) => {
      this.logger.log({
        requestId: request.requestId,
        merchant: request.caller?.merchantId ?? null,
        method: request.method,
        path: request.path,
        status,
        ms: Math.round(performance.now() - start),
      });
    };
    return next.handle().pipe(
      tap({
        next: () => log(response.statusCode),
        error: (error: unknown) => log(error instanceof HttpException ? error.getStatus() : 500),
      }),
    );
  }
}
