// All conversions that fit a filter, as CSV, however many they are.
import { Injectable } from '@nestjs/common';
import type { ExportConversionsQuery } from '#generated/dto.js';
import type { Caller } from '#accounts/merchants/caller.js';
import { streamed } from '#platform/contract/operation.js';
import { csvHeaders, toCsv } from '#platform/csv/csv.js';
import { allPages } from '#platform/database/all-pages.js';
import { Database } from '#platform/database/database.js';
import { conversionColumns } from './conversion.fields.js';
import { ExportRepository } from './export.repository.js';
import { toConversionFilter } from './list-filter.js';

@Injectable()
export class ExportConversionsService {
  constructor(
    private readonly database: Database,
    private readonly conversions: ExportRepository,
  ) {}

  /**
   * Newest first: what is recorded meanwhile is before the beginning, so the end does not move. A row shows what it was when its page was read.
   * Nothing is read before the reply is sent.
   */
  export(caller: Caller, query: ExportConversionsQuery) {
    const filter = toConversionFilter(query);
    const pages = allPages((afterId, limit) =>
      filter === null
        ? Promise.resolve([])
        : this.conversions.page(this.database.inTurn(caller), caller, filter, afterId, limit),
    );
    return streamed(200, { headers: csvHeaders('conversions.csv'), body: toCsv(conversionColumns, pages) });
  }
}
