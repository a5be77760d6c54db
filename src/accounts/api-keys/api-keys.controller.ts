// The operations tagged API keys.
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { CreateKeyBody, ListKeysQuery, RevokeKeyPath } from '#generated/dto.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { nameIssues } from '#platform/values/names.js';
import { pagingRule } from '#platform/values/paging.js';
import { MerchantKeysService } from './merchant-keys.service.js';

@Controller()
export class ApiKeysController {
  constructor(private readonly keys: MerchantKeysService) {}

  @Operation('listKeys', { rules: [pagingRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListKeysQuery) {
    const { items, page } = await this.keys.list(caller, query);
    return paged(items, page);
  }

  @Operation('createKey', { rules: [({ name }) => nameIssues(name)] })
  create(@CallerParam() caller: Caller, @Body() body: CreateKeyBody, @ActorParam() actor: Actor) {
    return this.keys.create(caller, body, actor);
  }

  @Operation('revokeKey')
  revoke(@CallerParam() caller: Caller, @Param() path: RevokeKeyPath, @ActorParam() actor: Actor) {
    return this.keys.revoke(caller, path.keyId, actor);
  }
}
