// Demo data: lends making it once.
import { Module } from '@nestjs/common';
import { AffiliatesModule } from '../affiliates/affiliates.module.js';
import { ApiKeysModule } from '../api-keys/api-keys.module.js';
import { CampaignsModule } from '../campaigns/campaigns.module.js';
import { MerchantsModule } from '../merchants/merchants.module.js';
import { DemoService } from './demo.service.js';

@Module({
  imports: [MerchantsModule, ApiKeysModule, CampaignsModule, AffiliatesModule],
  providers: [DemoService],
  exports: [DemoService],
})
export class DemoModule {}
