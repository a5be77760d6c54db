// The operation of the tag Trace.
import { Controller, Query } from '@nestjs/common';
import { GetTraceQuery } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation } from '#platform/contract/operation.js';
import { traceRule } from './trace.rules.js';
import { TraceService } from './trace.service.js';

@Controller()
export class TraceController {
  constructor(private readonly trace: TraceService) {}

  @Operation('getTrace', { rules: [traceRule] })
  get(@CallerParam() caller: Caller, @Query() query: GetTraceQuery) {
    return this.trace.get(caller, query);
  }
}
