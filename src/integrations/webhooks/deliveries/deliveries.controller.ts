// The operations on deliveries.
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import {
  GetDeliveryPath,
  ListDeliveriesPath,
  ListDeliveriesQuery,
  RecoverDeliveriesBody,
  RecoverDeliveriesPath,
  ResendDeliveryPath,
  SkipDeliveriesBody,
  SkipDeliveriesPath,
  TestEndpointPath,
} from '#generated/dto.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { ReadDeliveriesService } from './read-deliveries.service.js';
import { RecoverDeliveriesService } from './recover-deliveries.service.js';
import { recoverRule, skipRule } from './recovery.rules.js';
import { SendByHandService } from './send-by-hand.service.js';
import { SkipDeliveriesService } from './skip-deliveries.service.js';

@Controller()
export class DeliveriesController {
  constructor(
    private readonly reading: ReadDeliveriesService,
    private readonly sending: SendByHandService,
    private readonly recovering: RecoverDeliveriesService,
    private readonly skipping: SkipDeliveriesService,
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

  @Operation('recoverDeliveries', { rules: [recoverRule] })
  recover(
    @CallerParam() caller: Caller,
    @Param() { endpointId }: RecoverDeliveriesPath,
    @Body() body: RecoverDeliveriesBody,
    @ActorParam() actor: Actor,
  ) {
    return this.recovering.recover(caller, endpointId, body, actor);
  }

  @Operation('skipDeliveries', { rules: [skipRule] })
  skip(
    @CallerParam() caller: Caller,
    @Param() { endpointId }: SkipDeliveriesPath,
    @Body() body: SkipDeliveriesBody,
    @ActorParam() actor: Actor,
  ) {
    return this.skipping.skip(caller, endpointId, body, actor);
  }
}
