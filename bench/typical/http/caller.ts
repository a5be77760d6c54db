// Who calls, as the guard found out.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';

export interface Caller {
  merchantId: string;
  mode: 'live' | 'test';
}

export interface KnownRequest extends Request {
  requestId: string;
  /** Set by the guard. */
  caller?: Caller;
}

export const CallerParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) => context.switchToHttp().getRequest<KnownRequest>().caller,
);
