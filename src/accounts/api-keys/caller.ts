// Who calls: the holder of the key. A parameter of every service and repository call; there is no ambient caller.
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { exchangeOf } from '#platform/contract/exchange.js';
import type { KeyHolder } from '#platform/contract/key-check.js';
import type { Tenant } from '#platform/database/tenant.js';

/** What the key may do was asked at the door, and is nobody's business behind it. */
export interface Caller extends Tenant, Omit<KeyHolder, 'permissions'> {
  /** UUID of the key. */
  keyId: string;
  /** UUID of the merchant. */
  merchantId: string;
  merchantName: string;
}

/** The caller of this request; null where the contract makes the key optional and none was sent. */
export const CallerParam = createParamDecorator(
  (_: unknown, context: ExecutionContext) =>
    exchangeOf(context.switchToHttp().getRequest()).caller as (KeyHolder & Caller) | null,
);
