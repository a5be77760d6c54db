// Who calls: the holder of a key, or a person who belongs to the merchant. A parameter of every service and repository call; there is no
// ambient caller.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { exchangeOf } from '#platform/contract/exchange.js';
import type { Tenant } from '#platform/database/tenant.js';

/** What the caller may do was asked at the door, and is nobody's business behind it. */
export interface Caller extends Tenant {
  /** UUID of the key; null for a person. */
  keyId: string | null;
  /** UUID of the person; null for a key. */
  personId: string | null;
  /** UUID of the merchant. */
  merchantId: string;
  merchantName: string;
}

/** The caller of this request; null where the contract makes the key optional and none was sent. */
export const CallerParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    exchangeOf(context.switchToHttp().getRequest()).caller as unknown as Caller | null,
);
