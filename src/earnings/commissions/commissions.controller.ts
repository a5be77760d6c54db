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
import { CallerParam, type Caller } from '#accounts/api-keys/caller.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { periodFaults } from '#platform/values/period.js';
import { Adjuster } from './adjuster.service.js';
import { Approvals } from './approvals.service.js';
import { CommissionReader } from './commission-reader.service.js';
import { adjustmentFaults } from './commission.rules.js';

/** Requests are matched in this order: what has a name of its own stands before `{commissionId}`. */
@Controller()
export class CommissionsController {
  constructor(
    private readonly reader: CommissionReader,
    private readonly adjuster: Adjuster,
    private readonly approvals: Approvals,
  ) {}

  @Operation('listCommissions', { rules: [pagingRule, periodFaults] })
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

  @Operation('adjustCommission', { rules: [adjustmentFaults] })
  adjust(
    @CallerParam() caller: Caller,
    @Param() path: AdjustCommissionPath,
    @Body() body: AdjustCommissionBody,
  ) {
    return this.adjuster.adjust(caller, path.commissionId, body);
  }
}
