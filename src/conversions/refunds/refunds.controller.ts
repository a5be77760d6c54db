// Refunds: an operation of the tag Conversions.
import { Body, Controller } from '@nestjs/common';
import { RefundConversionBody } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { IgnoredParts } from '#platform/contract/handler-parameters.js';
import type { Issue } from '#platform/errors/failure.js';
import { Operation } from '#platform/contract/operation.js';
import { RefundsService } from './refunds.service.js';

@Controller()
export class RefundsController {
  constructor(private readonly refunds: RefundsService) {}

  @Operation('refundConversion')
  refund(
    @CallerParam() caller: Caller,
    @Body() body: RefundConversionBody,
    @IgnoredParts() ignored: readonly Issue[],
  ) {
    return this.refunds.refund({
      merchantId: caller.merchantId,
      mode: caller.mode,
      externalId: body.externalId,
      amount: body.amount ?? null,
      refundId: body.refundId ?? null,
      reason: body.reason || null, // an empty one says nothing
      keep: body.ifUnknown === 'keep',
      ignored,
    });
  }
}
