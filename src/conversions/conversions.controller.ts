// The operations of the tag Conversions.
import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  GetConversionPath,
  ListConversionsQuery,
  RecordPostbackBody,
  RecordPostbackQuery,
} from '../../generated/dto.js';
import { CallerParam, type Caller } from '../api-keys/caller.js';
import { Operation } from '../contract/operation.js';
import { pagingRule } from '../contract/paging.js';
import { ConversionsService } from './conversions.service.js';
import { periodFaults } from './list-filter.js';
import { postbackFaults } from './postback.rules.js';

@Controller()
export class ConversionsController {
  constructor(private readonly conversions: ConversionsService) {}

  @Operation('recordPostback', { rules: [postbackFaults] })
  record(
    @CallerParam() caller: Caller,
    @Body() body: RecordPostbackBody,
    @Query() query: RecordPostbackQuery,
  ) {
    return this.conversions.record(caller, body, query);
  }

  @Operation('getConversion')
  get(@CallerParam() caller: Caller, @Param() path: GetConversionPath) {
    return this.conversions.get(caller, path);
  }

  @Operation('listConversions', { rules: [pagingRule, periodFaults] })
  list(@CallerParam() caller: Caller, @Query() query: ListConversionsQuery) {
    return this.conversions.list(caller, query);
  }
}
