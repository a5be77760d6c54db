// What a campaign brought, over time.
import { Injectable } from '@nestjs/common';
import type { GetConversionsTimelineQuery } from '#generated/dto.js';
import { Database } from '#platform/database/database.js';
import { CampaignsService } from '#program/campaigns/campaigns.service.js';
import { Clock } from '#platform/time/clock.js';
import { notFound } from '#platform/errors/failure.js';
import { fromPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import type { Tenant } from '#platform/database/tenant.js';
import { bucketStarts, granularityOf, toSeries, windowOf } from './timeline.js';
import { TimelineRepository } from './timeline.repository.js';

@Injectable()
export class TimelineService {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignsService,
    private readonly repository: TimelineRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Counted from the stored rows as they are now; a query that passed `windowRule`.
   * @throws Failure NOT_FOUND
   */
  async get(
    tenant: Tenant,
    campaignId: string,
    query: GetConversionsTimelineQuery,
  ): Promise<Schema<'ConversionsTimeline'>> {
    const id = fromPublicId('cmp', campaignId);
    if (id === null) throw notFound('UNKNOWN_CAMPAIGN', ['campaignId']);
    const { currency } = await this.campaigns.get(tenant, campaignId);
    const window = windowOf(query, this.clock.now());
    const granularity = granularityOf(window);
    const tallies = await this.repository.tally(
      this.database.inTurn(tenant),
      tenant,
      id,
      window,
      granularity,
    );
    return {
      campaignId,
      from: window.from.toISOString(),
      to: window.to.toISOString(),
      granularity,
      series: toSeries(tallies, bucketStarts(window, granularity), currency),
    };
  }
}
