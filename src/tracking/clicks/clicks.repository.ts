// Sessions and clicks: every statement that writes them.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';

export interface NewClick extends Tenant {
  id: string;
  sessionId: string;
  affiliateId: string;
  campaignId: string;
  source: 'REDIRECT' | 'API';
  clickedAt: Date;
}

const columns = `"merchantId" uuid, mode text, id uuid, "sessionId" text, "affiliateId" uuid, "campaignId" uuid,
  source text, "clickedAt" timestamptz`;

@Injectable()
export class ClicksRepository {
  /** The first of these session ids that this merchant and mode know. */
  async findKnownSession(
    queryable: Queryable,
    tenant: Tenant,
    ids: readonly string[],
  ): Promise<string | null> {
    if (ids.length === 0) return null;
    const rows = await queryable.query<{ id: string }>(
      prepared(`select id from sessions where merchant_id = $1 and mode = $2 and id = any($3)`),
      [tenant.merchantId, tenant.mode, ids],
    );
    const known = new Set(rows.map((row) => row.id));
    return ids.find((id) => known.has(id)) ?? null;
  }

  /** Makes the sessions of these clicks known, the directory first; returns the ids of those that are new. */
  async insertSessions(tx: Tx, clicks: readonly NewClick[]): Promise<string[]> {
    const parameters = [JSON.stringify(clicks)];
    await tx.query(
      prepared(`insert into session_directory (session_id, merchant_id, mode, created_at)
       select "sessionId", "merchantId", mode, min("clickedAt") from json_to_recordset($1) as c(${columns})
       group by "sessionId", "merchantId", mode
       order by "sessionId" collate "C", "merchantId", mode collate "C"
       on conflict (session_id, merchant_id, mode) do nothing`),
      parameters,
    );
    const rows = await tx.query<{ id: string }>(
      prepared(`insert into sessions (merchant_id, mode, id, created_at)
       select "merchantId", mode, "sessionId", min("clickedAt") from json_to_recordset($1) as c(${columns})
       group by "merchantId", mode, "sessionId"
       order by "merchantId", mode collate "C", "sessionId" collate "C"
       on conflict (merchant_id, mode, id) do nothing
       returning id`),
      parameters,
    );
    return rows.map((row) => row.id);
  }

  /** Writes the clicks; one that is there already (this very call, sent twice) stays as it is. */
  async insertClicks(tx: Tx, clicks: readonly NewClick[]): Promise<void> {
    await tx.query(
      prepared(`insert into clicks (merchant_id, mode, id, session_id, affiliate_id, campaign_id, source, clicked_at)
       select "merchantId", mode, id, "sessionId", "affiliateId", "campaignId", source, "clickedAt"
       from json_to_recordset($1) as c(${columns})
       order by "merchantId", mode collate "C", id
       on conflict (merchant_id, mode, id) do nothing`),
      [JSON.stringify(clicks)],
    );
  }
}
