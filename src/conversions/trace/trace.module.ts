// Reads what all other features have stored about an order; exports nothing.
import { Module } from '@nestjs/common';
import { ConversionsModule } from '#conversions/recording/conversions.module.js';
import { GatherFactsService } from './gather-facts.service.js';
import { SurroundingsRepository } from './surroundings.repository.js';
import { TraceController } from './trace.controller.js';
import { TraceRepository } from './trace.repository.js';
import { TraceService } from './trace.service.js';

@Module({
  imports: [ConversionsModule],
  controllers: [TraceController],
  providers: [GatherFactsService, SurroundingsRepository, TraceRepository, TraceService],
})
export class TraceModule {}
