// Demo data: exports making it once.
import { Module } from '@nestjs/common';
import { AffiliatesModule } from '#program/affiliates/affiliates.module.js';
import { ApiKeysModule } from '#accounts/api-keys/api-keys.module.js';
import { CampaignsModule } from '#program/campaigns/campaigns.module.js';
import { MerchantsModule } from '#accounts/merchants/merchants.module.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [MerchantsModule, ApiKeysModule, CampaignsModule, AffiliatesModule],
  providers: [DemoService],
  exports: [DemoService],
})
export class DemoModule {}
