// Events, read back in the order of their numbers: for whoever asks instead of being told.
import { Injectable } from '@nestjs/common';
import type { ListEventsQuery } from '#generated/dto.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { toPageRequest } from '#platform/values/paging.js';
import { fromEventCursor, NOW, toEventCursor } from './event-cursor.js';
import { EventsRepository } from './events.repository.js';

@Injectable()
export class EventsService {
  constructor(
    private readonly database: Database,
    private readonly repository: EventsRepository,
    private readonly outbox: EventOutbox,
  ) {}

  /** Who asks for the first time begins a feed: what happens from then on is kept. */
  async list(tenant: Tenant, { after, limit }: ListEventsQuery): Promise<Schema<'EventPage'>> {
    const queryable = this.database.inTurn(tenant);
    const { limit: wanted } = toPageRequest({ limit });
    const last = await this.outbox.lastPosition(queryable, tenant);
    if (last === null) await queryable.transaction((tx) => this.outbox.openFeed(tx, tenant));
    const from = placeOf(after, last ?? 0);
    const rows = await this.repository.list(queryable, tenant, from, wanted + 1);
    const shown = rows.slice(0, wanted);
    const missed = await this.missedFrom(tenant, after === undefined ? null : from, shown[0]?.position);
    return {
      events: shown.map(({ body }) => JSON.parse(body) as Schema<'Event'>),
      cursor: toEventCursor(shown.at(-1)?.position ?? from),
      hasMore: rows.length > wanted,
      missed,
    };
  }

  /** How many events behind the asker's place are not kept any more. */
  private async missedFrom(tenant: Tenant, from: number | null, found: number | undefined): Promise<number> {
    if (from === null || found === from + 1) return 0;
    const { first, last } = await this.repository.bounds(this.database.inTurn(tenant), tenant);
    return Math.max(0, (first ?? (last ?? 0) + 1) - from - 1);
  }
}

/** The position behind which it is read on. @param last the newest */
function placeOf(after: string | undefined, last: number): number {
  if (after === NOW) return last;
  return after === undefined ? 0 : (fromEventCursor(after) ?? 0);
}
