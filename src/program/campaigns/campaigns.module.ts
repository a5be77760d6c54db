// Campaigns: exports creating them, and holding one still while an affiliate joins.
import { Module } from '@nestjs/common';
import { CampaignDirectory } from './campaign-directory.repository.js';
import { CampaignsController } from './campaigns.controller.js';
import { CampaignsFacade } from './campaigns.facade.js';
import { CampaignsRepository } from './campaigns.repository.js';
import { CampaignsService } from './campaigns.service.js';
import { PingController } from './ping.controller.js';

@Module({
  controllers: [CampaignsController, PingController],
  providers: [CampaignsRepository, CampaignDirectory, CampaignsService, CampaignsFacade],
  exports: [CampaignsService, CampaignsFacade],
})
export class CampaignsModule {}
