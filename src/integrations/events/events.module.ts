// Events: numbered after the change, and read back. Exports being told of them.
import { Module } from '@nestjs/common';
import { ConversionsModule } from '#conversions/recording/conversions.module.js';
import { EventsController } from './events.controller.js';
import { EventsRepository } from './events.repository.js';
import { EventsService } from './events.service.js';
import { NumberEventsService } from './number-events.service.js';

@Module({
  imports: [ConversionsModule],
  controllers: [EventsController],
  providers: [EventsRepository, EventsService, NumberEventsService],
  exports: [NumberEventsService],
})
export class EventsModule {}
