// The operations tagged People: who did what.
import { Controller, Query } from '@nestjs/common';
import { ExportAuditLogQuery, ListAuditLogQuery } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { periodRule } from '#platform/values/period.js';
import { AuditLogService } from './audit-log.service.js';

@Controller()
export class AuditLogController {
  constructor(private readonly log: AuditLogService) {}

  @Operation('listAuditLog', { rules: [pagingRule, periodRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListAuditLogQuery) {
    const { items, page } = await this.log.list(caller, query);
    return paged(items, page);
  }

  @Operation('exportAuditLog', { rules: [periodRule] })
  export(@CallerParam() caller: Caller, @Query() query: ExportAuditLogQuery) {
    return this.log.export(caller, query);
  }
}
