// Recording orders and reading them back.
import { Module } from '@nestjs/common';
import { CommissionsModule } from '../commissions/commissions.module.js';
import { AwaitingRepository } from './awaiting.repository.js';
import { ConversionsController } from './conversions.controller.js';
import { ConversionsRepository } from './conversions.repository.js';
import { ConversionsService } from './conversions.service.js';
import { Crediter } from './crediter.service.js';
import { Decider } from './decider.service.js';
import { FactsRepository } from './facts.repository.js';
import { HistoryRepository } from './history.repository.js';
import { Recorder } from './recorder.service.js';
import { Rematcher } from './rematcher.service.js';
import { Replayer } from './replayer.service.js';

@Module({
  imports: [CommissionsModule],
  controllers: [ConversionsController],
  providers: [
    AwaitingRepository,
    ConversionsRepository,
    ConversionsService,
    Crediter,
    Decider,
    FactsRepository,
    HistoryRepository,
    Recorder,
    Rematcher,
    Replayer,
  ],
})
export class ConversionsModule {}
