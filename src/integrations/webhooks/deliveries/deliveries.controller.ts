// The operations on deliveries.
import { Controller, Param, Query } from '@nestjs/common';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import {
  GetDeliveryPath,
  ListDeliveriesPath,
  ListDeliveriesQuery,
  ResendDeliveryPath,
  TestEndpointPath,
} from '#generated/dto.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { ReadDeliveriesService } from './read-deliveries.service.js';
import { SendByHandService } from './send-by-hand.service.js';

@Controller()
export class DeliveriesController {
  constructor(
    private readonly reading: ReadDeliveriesService,
    private readonly sending: SendByHandService,
  ) {}

  @Operation('listDeliveries', { rules: [pagingRule] })
  async list(
    @CallerParam() caller: Caller,
    @Param() { endpointId }: ListDeliveriesPath,
    @Query() query: ListDeliveriesQuery,
  ) {
    const { items, page } = await this.reading.list(caller, endpointId, query);
    return paged(items, page);
  }

  @Operation('getDelivery')
  get(@CallerParam() caller: Caller, @Param() { endpointId, deliveryId }: GetDeliveryPath) {
    return this.reading.get(caller, endpointId, deliveryId);
  }

  @Operation('resendDelivery')
  resend(@CallerParam() caller: Caller, @Param() { endpointId, deliveryId }: ResendDeliveryPath) {
    return this.sending.resend(caller, endpointId, deliveryId);
  }

  @Operation('testEndpoint')
  test(@CallerParam() caller: Caller, @Param() { endpointId }: TestEndpointPath) {
    return this.sending.test(caller, endpointId);
  }
}
