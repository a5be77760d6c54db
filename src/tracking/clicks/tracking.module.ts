// Links that are followed, clicks and identities, and the end of those that are old.
import { Module } from '@nestjs/common';
import { ApiKeysModule } from '#accounts/api-keys/api-keys.module.js';
import { MerchantsModule } from '#accounts/merchants/merchants.module.js';
import { AffiliatesModule } from '#program/affiliates/affiliates.module.js';
import { AskerService } from './asker.service.js';
import { RecordClicksService } from './record-clicks.service.js';
import { ClicksRepository } from './clicks.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { RecordIdentitiesService } from './record-identities.service.js';
import { LinkCache } from './link-cache.js';
import { PruneService } from './prune.service.js';
import { RedirectService } from './redirect.service.js';
import { TrackingController } from './tracking.controller.js';
import { TrackingService } from './tracking.service.js';

@Module({
  imports: [AffiliatesModule, ApiKeysModule, MerchantsModule],
  controllers: [TrackingController],
  providers: [
    AskerService,
    RecordClicksService,
    ClicksRepository,
    IdentitiesRepository,
    RecordIdentitiesService,
    LinkCache,
    PruneService,
    RedirectService,
    TrackingService,
  ],
  exports: [PruneService],
})
export class TrackingModule {}
