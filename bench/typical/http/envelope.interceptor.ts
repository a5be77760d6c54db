// Wraps what handlers return: { success, data, meta }.
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { map, type Observable } from 'rxjs';
import type { KnownRequest } from './caller.js';

@Injectable()
export class EnvelopeInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { requestId } = context.switchToHttp().getRequest<KnownRequest>();
    return next.handle().pipe(
      map((data: unknown) => ({
        success: true,
        data,
        meta: { timestamp: new Date().toISOString(), requestId },
      })),
    );
  }
}
