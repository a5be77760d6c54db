// What happened to conversions: appended to and read, never changed.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { HistoryEntry, HistoryEvent, HistoryEventName } from './history.js';

@Injectable()
export class HistoryRepository {
  /** Appends to the history; nothing ever changes or leaves it, but the words of a person who is erased (cli/erasure.repository.ts). */
  add(tx: Tx, entries: readonly (HistoryEntry & { id: string })[]): void {
    if (entries.length === 0) return;
    tx.withCommit(
      prepared(`insert into conversion_history (merchant_id, mode, conversion_id, id, event, at, details)
       select "merchantId", mode, "conversionId", id, event, at, details
       from json_to_recordset($1) as h("merchantId" uuid, mode text, "conversionId" uuid, id uuid, event text,
         at timestamptz, details jsonb)`),
      [JSON.stringify(entries.map(toRow))],
    );
  }

  /** The history of each conversion, oldest first, by conversion id. */
  async find(
    queryable: Queryable,
    tenant: Tenant,
    conversionIds: readonly string[],
  ): Promise<Map<string, HistoryEvent[]>> {
    const rows = await queryable.query<{
      conversion_id: string;
      event: HistoryEventName;
      at: Date;
      details: object;
    }>(
      prepared(`select conversion_id, event, at, details from conversion_history
       where merchant_id = $1 and mode = $2 and conversion_id = any($3) order by conversion_id, event <> 'RECORDED', at, id`),
      [tenant.merchantId, tenant.mode, conversionIds],
    );
    const histories = new Map<string, HistoryEvent[]>(conversionIds.map((id) => [id, []]));
    for (const { conversion_id, event, at, details } of rows) {
      histories.get(conversion_id)?.push({ event, at, details: details as Record<string, unknown> });
    }
    return histories;
  }
}

function toRow({ merchantId, mode, conversionId, id, event, at, details }: HistoryEntry & { id: string }) {
  return { merchantId, mode, conversionId, id, event, at, details };
}
