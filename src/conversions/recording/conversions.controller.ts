// The operations of the tag Conversions.
import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  ExportConversionsQuery,
  GetConversionPath,
  ListConversionsQuery,
  RecordBatchBody,
  RecordPostbackBody,
  RecordPostbackQuery,
  SummarizeConversionsQuery,
} from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import {
  IgnoredParts,
  RequestId,
  TellRefusedParam,
  type TellRefused,
} from '#platform/contract/handler-parameters.js';
import type { Issue } from '#platform/errors/failure.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { periodRule } from '#platform/values/period.js';
import { RecordBatchService } from './record-batch.service.js';
import { ConversionsService } from './conversions.service.js';
import { ExportConversionsService } from './export-conversions.service.js';
import { postbackRule } from './postback.rules.js';
import { SummarizeConversionsService } from './summarize-conversions.service.js';

@Controller()
export class ConversionsController {
  constructor(
    private readonly conversions: ConversionsService,
    private readonly batches: RecordBatchService,
    private readonly exports: ExportConversionsService,
    private readonly sums: SummarizeConversionsService,
  ) {}

  @Operation('recordPostback', { rules: [postbackRule] })
  record(
    @CallerParam() caller: Caller,
    @Body() body: RecordPostbackBody,
    @Query() query: RecordPostbackQuery,
    @IgnoredParts() ignored: readonly Issue[],
  ) {
    return this.conversions.record(caller, body, query, ignored);
  }

  @Operation('recordBatch')
  recordBatch(
    @CallerParam() caller: Caller,
    @Body() body: RecordBatchBody,
    @RequestId() requestId: string,
    @TellRefusedParam() tellRefused: TellRefused,
  ) {
    return this.batches.record(caller, body, { requestId, tellRefused });
  }

  // These two before getConversion, whose path fits theirs too.
  @Operation('summarizeConversions', { rules: [periodRule] })
  summarize(@CallerParam() caller: Caller, @Query() query: SummarizeConversionsQuery) {
    return this.sums.summarize(caller, query);
  }

  @Operation('exportConversions', { rules: [periodRule] })
  export(@CallerParam() caller: Caller, @Query() query: ExportConversionsQuery) {
    return this.exports.export(caller, query);
  }

  @Operation('getConversion')
  get(@CallerParam() caller: Caller, @Param() path: GetConversionPath) {
    return this.conversions.get(caller, path);
  }

  @Operation('listConversions', { rules: [pagingRule, periodRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListConversionsQuery) {
    const { items, page } = await this.conversions.list(caller, query);
    return paged(items, page);
  }
}
