// The operations tagged Events.
import { Controller, Query } from '@nestjs/common';
import { ListEventsQuery } from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation } from '#platform/contract/operation.js';
import { afterRule } from './event-cursor.js';
import { EventsService } from './events.service.js';

@Controller()
export class EventsController {
  constructor(private readonly events: EventsService) {}

  @Operation('listEvents', { rules: [afterRule] })
  list(@CallerParam() caller: Caller, @Query() query: ListEventsQuery) {
    return this.events.list(caller, query);
  }
}
