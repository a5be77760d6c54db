// The operations tagged Commissions.
import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  AdjustCommissionBody,
  AdjustCommissionPath,
  BulkApproveCommissionsBody,
  BulkRejectCommissionsBody,
  GetCommissionPath,
  ListCommissionsQuery,
} from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { periodRule } from '#platform/values/period.js';
import { AdjustCommissionService } from './adjust-commission.service.js';
import { ApproveCommissionsService } from './approve-commissions.service.js';
import { ReadCommissionsService } from './read-commissions.service.js';
import { adjustmentRule } from './commission.rules.js';

/** Requests are matched in this order: what has a name of its own stands before `{commissionId}`. */
@Controller()
export class CommissionsController {
  constructor(
    private readonly reader: ReadCommissionsService,
    private readonly adjuster: AdjustCommissionService,
    private readonly approvals: ApproveCommissionsService,
  ) {}

  @Operation('listCommissions', { rules: [pagingRule, periodRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListCommissionsQuery) {
    const { items, page } = await this.reader.list(caller, query);
    return paged(items, page);
  }

  @Operation('bulkApproveCommissions')
  bulkApprove(@CallerParam() caller: Caller, @Body() body: BulkApproveCommissionsBody) {
    return this.approvals.approve(caller, body.commissionIds);
  }

  @Operation('bulkRejectCommissions')
  bulkReject(@CallerParam() caller: Caller, @Body() body: BulkRejectCommissionsBody) {
    return this.approvals.reject(caller, body.commissionIds, body.reason ?? null);
  }

  @Operation('getCommission')
  get(@CallerParam() caller: Caller, @Param() path: GetCommissionPath) {
    return this.reader.get(caller, path.commissionId);
  }

  @Operation('adjustCommission', { rules: [adjustmentRule] })
  adjust(
    @CallerParam() caller: Caller,
    @Param() path: AdjustCommissionPath,
    @Body() body: AdjustCommissionBody,
  ) {
    return this.adjuster.adjust(caller, path.commissionId, body);
  }
}
