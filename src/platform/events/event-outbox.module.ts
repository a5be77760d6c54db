// What happened: written with the change, for whoever gives it its number and tells it on.
import { Global, Module } from '@nestjs/common';
import { EventOutbox } from './event-outbox.service.js';
import { OutboxRepository } from './outbox.repository.js';
import { WaitingEvents } from './waiting-events.facade.js';

@Global()
@Module({
  providers: [OutboxRepository, EventOutbox, WaitingEvents],
  exports: [EventOutbox, WaitingEvents],
})
export class EventOutboxModule {}
