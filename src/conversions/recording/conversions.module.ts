// Recording orders and reading them back.
import { Module } from '@nestjs/common';
import { CommissionsModule } from '#earnings/commissions/commissions.module.js';
import { AwaitingRepository } from './awaiting.repository.js';
import { RecordBatchService } from './record-batch.service.js';
import { ConversionsController } from './conversions.controller.js';
import { ConversionsFacade } from './conversions.facade.js';
import { ConversionsRepository } from './conversions.repository.js';
import { ConversionsService } from './conversions.service.js';
import { AccrueCommissionsService } from './accrue-commissions.service.js';
import { DecideAttributionService } from './decide-attribution.service.js';
import { ExportRepository } from './export.repository.js';
import { ExportConversionsService } from './export-conversions.service.js';
import { FactsRepository } from './facts.repository.js';
import { HistoryModule } from '#earnings/history/history.module.js';
import { RecordConversionsService } from './record-conversions.service.js';
import { RefundingRepository } from './refunding.repository.js';
import { RematchConversionsService } from './rematch-conversions.service.js';
import { ReplayConversionsService } from './replay-conversions.service.js';
import { SharedCustomers } from './shared-customers.js';
import { SummarizeConversionsService } from './summarize-conversions.service.js';
import { SummaryRepository } from './summary.repository.js';

@Module({
  imports: [CommissionsModule, HistoryModule],
  controllers: [ConversionsController],
  providers: [
    AwaitingRepository,
    ConversionsFacade,
    RecordBatchService,
    ConversionsRepository,
    ConversionsService,
    AccrueCommissionsService,
    DecideAttributionService,
    ExportRepository,
    ExportConversionsService,
    FactsRepository,
    RecordConversionsService,
    RefundingRepository,
    RematchConversionsService,
    ReplayConversionsService,
    SharedCustomers,
    SummarizeConversionsService,
    SummaryRepository,
  ],
  exports: [ConversionsFacade],
})
export class ConversionsModule {}
