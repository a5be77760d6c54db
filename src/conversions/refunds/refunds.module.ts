// Money given back, also before its order comes.
import { Module } from '@nestjs/common';
import { CommissionsModule } from '#earnings/commissions/commissions.module.js';
import { ConversionsModule } from '#conversions/recording/conversions.module.js';
import { HistoryModule } from '#earnings/history/history.module.js';
import { ApplyKeptRefundsService } from './apply-kept-refunds.service.js';
import { RefundsController } from './refunds.controller.js';
import { RefundsRepository } from './refunds.repository.js';
import { RefundsService } from './refunds.service.js';
import { WriteRefundsService } from './write-refunds.service.js';

@Module({
  imports: [CommissionsModule, ConversionsModule, HistoryModule],
  controllers: [RefundsController],
  providers: [ApplyKeptRefundsService, RefundsRepository, RefundsService, WriteRefundsService],
})
export class RefundsModule {}
