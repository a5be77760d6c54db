// Affiliates: exports enrolling them, and following a tracking code to its link.
import { Module } from '@nestjs/common';
import { CampaignsModule } from '#program/campaigns/campaigns.module.js';
import { AffiliatesController } from './affiliates.controller.js';
import { AffiliatesFacade } from './affiliates.facade.js';
import { AffiliatesRepository } from './affiliates.repository.js';
import { AffiliatesService } from './affiliates.service.js';
import { EnrolmentService } from './enrolment.service.js';
import { LinksRepository } from './links.repository.js';

@Module({
  imports: [CampaignsModule],
  controllers: [AffiliatesController],
  providers: [AffiliatesRepository, LinksRepository, AffiliatesService, EnrolmentService, AffiliatesFacade],
  exports: [EnrolmentService, AffiliatesFacade],
})
export class AffiliatesModule {}
