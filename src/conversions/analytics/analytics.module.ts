// Reads what conversions and commissions have stored; exports nothing.
import { Module } from '@nestjs/common';
import { CampaignsModule } from '#program/campaigns/campaigns.module.js';
import { AnalyticsController } from './analytics.controller.js';
import { TimelineRepository } from './timeline.repository.js';
import { TimelineService } from './timeline.service.js';

@Module({
  imports: [CampaignsModule],
  controllers: [AnalyticsController],
  providers: [TimelineRepository, TimelineService],
})
export class AnalyticsModule {}
