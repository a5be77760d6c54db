// The operations tagged Payouts.
import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CreatePayoutBody,
  ExportPayoutsQuery,
  GetAffiliateBalancesPath,
  GetPayoutPath,
  ListPayoutItemsPath,
  ListPayoutItemsQuery,
  ListPayoutsQuery,
  MarkPayoutPaidBody,
  MarkPayoutPaidPath,
} from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { CreatePayoutService } from './create-payout.service.js';
import { paidAtRule } from './payout.rules.js';
import { MarkPayoutPaidService } from './mark-payout-paid.service.js';
import { ExportPayoutsService } from './export-payouts.service.js';
import { PayoutsService } from './payouts.service.js';

/** Requests are matched in this order: what has a name of its own stands before `{payoutId}`. */
@Controller()
export class PayoutsController {
  constructor(
    private readonly payouts: PayoutsService,
    private readonly payer: CreatePayoutService,
    private readonly payments: MarkPayoutPaidService,
    private readonly exporter: ExportPayoutsService,
  ) {}

  @Operation('getAffiliateBalances')
  getBalances(@CallerParam() caller: Caller, @Param() path: GetAffiliateBalancesPath) {
    return this.payouts.getBalances(caller, path.affiliateId);
  }

  @Operation('createPayout')
  create(@CallerParam() caller: Caller, @Body() body: CreatePayoutBody) {
    return this.payer.create(caller, body);
  }

  @Operation('listPayouts', { rules: [pagingRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListPayoutsQuery) {
    const { items, page } = await this.payouts.list(caller, query);
    return paged(items, page);
  }

  @Operation('exportPayouts')
  export(@CallerParam() caller: Caller, @Query() query: ExportPayoutsQuery) {
    return this.exporter.export(caller, query);
  }

  @Operation('getPayout')
  get(@CallerParam() caller: Caller, @Param() path: GetPayoutPath) {
    return this.payouts.get(caller, path.payoutId);
  }

  @Operation('listPayoutItems', { rules: [pagingRule] })
  async listItems(
    @CallerParam() caller: Caller,
    @Param() path: ListPayoutItemsPath,
    @Query() query: ListPayoutItemsQuery,
  ) {
    const { items, page } = await this.payouts.listItems(caller, path.payoutId, query);
    return paged(items, page);
  }

  @Operation('markPayoutPaid', { rules: [paidAtRule] })
  markPaid(
    @CallerParam() caller: Caller,
    @Param() path: MarkPayoutPaidPath,
    @Body() body: MarkPayoutPaidBody,
  ) {
    return this.payments.markPaid(caller, path.payoutId, body);
  }
}
