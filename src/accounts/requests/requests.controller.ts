// The operations tagged Requests.
import { Controller, Query } from '@nestjs/common';
import { ListRequestsQuery } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { RequestsService } from './requests.service.js';

@Controller()
export class RequestsController {
  constructor(private readonly requests: RequestsService) {}

  @Operation('listRequests', { rules: [pagingRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListRequestsQuery) {
    const { items, page } = await this.requests.list(caller, query);
    return paged(items, page);
  }
}
