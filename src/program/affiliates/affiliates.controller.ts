// The operations tagged Affiliates.
import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CreateAffiliateBody,
  GetAffiliatePath,
  ListAffiliatesQuery,
  UpdateAffiliateBody,
  UpdateAffiliatePath,
} from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { AffiliatesService } from './affiliates.service.js';
import { EnrolmentService } from './enrolment.service.js';

@Controller()
export class AffiliatesController {
  constructor(
    private readonly affiliates: AffiliatesService,
    private readonly enrolment: EnrolmentService,
  ) {}

  @Operation('createAffiliate')
  create(@CallerParam() caller: Caller, @Body() body: CreateAffiliateBody) {
    return this.enrolment.create(caller, body);
  }

  @Operation('listAffiliates', { rules: [pagingRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListAffiliatesQuery) {
    const { items, page } = await this.affiliates.list(caller, query);
    return paged(items, page);
  }

  @Operation('getAffiliate')
  get(@CallerParam() caller: Caller, @Param() path: GetAffiliatePath) {
    return this.affiliates.get(caller, path.affiliateId);
  }

  @Operation('updateAffiliate')
  update(
    @CallerParam() caller: Caller,
    @Param() path: UpdateAffiliatePath,
    @Body() body: UpdateAffiliateBody,
  ) {
    return this.affiliates.update(caller, path.affiliateId, body);
  }
}
