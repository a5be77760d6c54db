// All payouts that fit a filter, as CSV, however many they are.
import { Injectable } from '@nestjs/common';
import type { ExportPayoutsQuery } from '#generated/dto.js';
import { streamed } from '#platform/contract/operation.js';
import { csvHeaders, toCsv } from '#platform/csv/csv.js';
import { allPages } from '#platform/database/all-pages.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { payoutColumns } from './payouts.csv.js';
import { PayoutsRepository } from './payouts.repository.js';
import { toPayoutFilter } from './payouts.service.js';

@Injectable()
export class ExportPayoutsService {
  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutsRepository,
  ) {}

  /** Newest first. Nothing is read before the reply is sent, and a page at a time then. */
  export(tenant: Tenant, query: ExportPayoutsQuery) {
    const filter = toPayoutFilter(query);
    const pages = allPages((afterId, limit) =>
      filter === null
        ? Promise.resolve([])
        : this.payouts.listForExport(this.database.inTurn(tenant), tenant, filter, afterId, limit),
    );
    return streamed(200, { headers: csvHeaders('payouts.csv'), body: toCsv(payoutColumns, pages) });
  }
}
