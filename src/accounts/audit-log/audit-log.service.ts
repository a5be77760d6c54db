// The audit log, read: a page of it, or all that fits a filter as CSV.
import { Injectable } from '@nestjs/common';
import type { ExportAuditLogQuery, ListAuditLogQuery } from '#generated/dto.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { streamed, type Schema } from '#platform/contract/operation.js';
import { csvHeaders, toCsv } from '#platform/csv/csv.js';
import { allPages } from '#platform/database/all-pages.js';
import { Database } from '#platform/database/database.js';
import { toFilter } from '#platform/values/filter.js';
import { emptyPage, toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { auditColumns } from './audit-log.csv.js';
import { AuditLogRepository, type AuditFilter } from './audit-log.repository.js';
import { toAuditEntry } from './audit-entry.reply.js';

@Injectable()
export class AuditLogService {
  constructor(
    private readonly database: Database,
    private readonly repository: AuditLogRepository,
  ) {}

  /** A page of entries, newest first. */
  async list(caller: Caller, query: ListAuditLogQuery): Promise<Page<Schema<'AuditEntry'>>> {
    const filter = toAuditFilter(query);
    if (!filter) return emptyPage();
    const request = toPageRequest(query);
    const { merchantId } = caller;
    const page = { ...request, limit: request.limit + 1 };
    const rows = await this.repository.list(this.database.inTurn(caller), merchantId, filter, page);
    const { items, page: told } = toPage(rows, request, ({ id }) => id);
    return { items: items.map(toAuditEntry), page: told };
  }

  /** Newest first. Nothing is read before the reply is sent, and a page at a time then. */
  export(caller: Caller, query: ExportAuditLogQuery) {
    const filter = toAuditFilter(query);
    const { merchantId } = caller;
    const pages = allPages((afterId, limit) =>
      filter === null
        ? Promise.resolve([])
        : this.repository.list(this.database.inTurn(caller), merchantId, filter, {
            afterId,
            limit,
            offset: 0,
          }),
    );
    return streamed(200, { headers: csvHeaders('audit-log.csv'), body: toCsv(auditColumns, pages) });
  }
}

/** null: nothing fits. */
function toAuditFilter(query: ExportAuditLogQuery): AuditFilter | null {
  return toFilter(query, ['personId', 'action', 'from', 'to']);
}
