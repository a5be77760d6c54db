// What all conversions that fit a filter are worth and earned.
import { Injectable } from '@nestjs/common';
import type { SummarizeConversionsQuery } from '#generated/dto.js';
import type { Caller } from '#accounts/merchants/caller.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database } from '#platform/database/database.js';
import { toConversionFilter } from './list-filter.js';
import { toSummary } from './summary.reply.js';
import { SummaryRepository } from './summary.repository.js';

/** More are not read for one call: they are added up row by row. */
export const MOST_ADDED_UP = 20_000;

@Injectable()
export class SummarizeConversionsService {
  constructor(
    private readonly database: Database,
    private readonly repository: SummaryRepository,
  ) {}

  async summarize(caller: Caller, query: SummarizeConversionsQuery): Promise<Schema<'ConversionSummary'>> {
    const filter = toConversionFilter(query);
    const subtotals = filter
      ? await this.repository.add(this.database.inTurn(caller), caller, filter, MOST_ADDED_UP)
      : [];
    return toSummary(subtotals, MOST_ADDED_UP);
  }
}
