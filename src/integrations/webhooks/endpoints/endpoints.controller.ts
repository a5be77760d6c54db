// The operations on webhook endpoints.
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import {
  CreateEndpointBody,
  DeleteEndpointPath,
  GetEndpointPath,
  ListEndpointsQuery,
  RotateEndpointSecretBody,
  RotateEndpointSecretPath,
  UpdateEndpointBody,
  UpdateEndpointPath,
  UseNewEndpointSecretPath,
} from '#generated/dto.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { nameIssues } from '#platform/values/names.js';
import { pagingRule } from '#platform/values/paging.js';
import { CreateEndpointService } from './create-endpoint.service.js';
import { EndpointsService } from './endpoints.service.js';
import { RotateSecretService } from './rotate-secret.service.js';

@Controller()
export class EndpointsController {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly adding: CreateEndpointService,
    private readonly rotation: RotateSecretService,
  ) {}

  @Operation('listEndpoints', { rules: [pagingRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListEndpointsQuery) {
    const { items, page } = await this.endpoints.list(caller, query);
    return paged(items, page);
  }

  @Operation('createEndpoint', { rules: [({ name }) => nameIssues(name)] })
  create(@CallerParam() caller: Caller, @Body() body: CreateEndpointBody, @ActorParam() actor: Actor) {
    return this.adding.create(caller, body, actor);
  }

  @Operation('getEndpoint')
  get(@CallerParam() caller: Caller, @Param() path: GetEndpointPath) {
    return this.endpoints.get(caller, path.endpointId);
  }

  @Operation('updateEndpoint', { rules: [({ name }) => nameIssues(name)] })
  update(
    @CallerParam() caller: Caller,
    @Param() path: UpdateEndpointPath,
    @Body() body: UpdateEndpointBody,
    @ActorParam() actor: Actor,
  ) {
    return this.endpoints.update(caller, path.endpointId, body, actor);
  }

  @Operation('deleteEndpoint')
  delete(@CallerParam() caller: Caller, @Param() path: DeleteEndpointPath, @ActorParam() actor: Actor) {
    return this.endpoints.delete(caller, path.endpointId, actor);
  }

  @Operation('rotateEndpointSecret')
  rotate(
    @CallerParam() caller: Caller,
    @Param() path: RotateEndpointSecretPath,
    @Body() body: RotateEndpointSecretBody,
    @ActorParam() actor: Actor,
  ) {
    return this.rotation.rotate(caller, path.endpointId, body.overlapHours, actor);
  }

  @Operation('useNewEndpointSecret')
  useNew(@CallerParam() caller: Caller, @Param() path: UseNewEndpointSecretPath, @ActorParam() actor: Actor) {
    return this.rotation.useNew(caller, path.endpointId, actor);
  }
}
