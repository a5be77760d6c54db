// Recording orders and reading them back.
import { Module } from '@nestjs/common';
import { CommissionsModule } from '#earnings/commissions/commissions.module.js';
import { AwaitingRepository } from './awaiting.repository.js';
import { BatchService } from './batch.service.js';
import { ConversionsController } from './conversions.controller.js';
import { ConversionsLookup } from './conversions.lookup.js';
import { ConversionsRepository } from './conversions.repository.js';
import { ConversionsService } from './conversions.service.js';
import { Crediter } from './crediter.service.js';
import { Decider } from './decider.service.js';
import { ExportRepository } from './export.repository.js';
import { ExportService } from './export.service.js';
import { FactsRepository } from './facts.repository.js';
import { HistoryModule } from '#earnings/history/history.module.js';
import { Recorder } from './recorder.service.js';
import { RefundingRepository } from './refunding.repository.js';
import { Rematcher } from './rematcher.service.js';
import { Replayer } from './replayer.service.js';

@Module({
  imports: [CommissionsModule, HistoryModule],
  controllers: [ConversionsController],
  providers: [
    AwaitingRepository,
    ConversionsLookup,
    BatchService,
    ConversionsRepository,
    ConversionsService,
    Crediter,
    Decider,
    ExportRepository,
    ExportService,
    FactsRepository,
    Recorder,
    RefundingRepository,
    Rematcher,
    Replayer,
  ],
  exports: [ConversionsLookup],
})
export class ConversionsModule {}
