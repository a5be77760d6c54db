// Figures over time: what a campaign brought.
import { Controller, Param, Query } from '@nestjs/common';
import { GetConversionsTimelinePath, GetConversionsTimelineQuery } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation } from '#platform/contract/operation.js';
import { windowRule } from './timeline.js';
import { TimelineService } from './timeline.service.js';

@Controller()
export class AnalyticsController {
  constructor(private readonly timeline: TimelineService) {}

  @Operation('getConversionsTimeline', { rules: [windowRule] })
  get(
    @CallerParam() caller: Caller,
    @Param() path: GetConversionsTimelinePath,
    @Query() query: GetConversionsTimelineQuery,
  ) {
    return this.timeline.get(caller, path.campaignId, query);
  }
}
