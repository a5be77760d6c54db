// The pages' side of the browser script: writes down what they report, many reports in one go.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { uniqueBy } from '#platform/database/grouping.js';
import type { Mode } from '#platform/database/tenant.js';

/** Sessions kept of each merchant and mode: the newest. Who floods them pushes out tests, and nothing else. */
const MOST_CAPTURED = 20;
/** Origins kept of each merchant and mode: the newest. */
const MOST_ORIGINS = 20;
/** How far `last_seen_at` may lag behind. */
const SEEN_EVERY = `interval '1 minute'`;

export interface TokenOwner {
  token: string;
  merchantId: string;
  mode: Mode;
}

export interface OwnedPage extends TokenOwner {
  at: Date;
}

export interface OwnedOrigin extends OwnedPage {
  origin: string;
}

export interface OwnedSession extends OwnedPage {
  testId: string;
  sessionId: string;
}

@Injectable()
export class ReportsRepository {
  /** Whose these site tokens are; without those that are nobody's. */
  async ownersOf(queryable: Queryable, tokens: readonly string[]): Promise<Map<string, TokenOwner>> {
    const rows = await queryable.query<TokenOwner>(
      `select token, merchant_id as "merchantId", mode from site_token_directory where token = any($1)`,
      [tokens],
    );
    return new Map(rows.map((row) => [row.token, row]));
  }

  /** Notes that pages with the script were seen. An orphan of the directory has no installation, and so changes nothing. */
  async touch(tx: Tx, seen: readonly OwnedPage[]): Promise<void> {
    await tx.query(
      `with seen as (
         select i.merchant_id, i.mode, s.at
         from json_to_recordset($1) as s("merchantId" uuid, mode text, token text, at timestamptz)
         join site_installations i on i.merchant_id = s."merchantId" and i.mode = s.mode
         where i.token = s.token and (i.last_seen_at is null or i.last_seen_at < s.at - ${SEEN_EVERY})
         order by i.merchant_id, i.mode collate "C"
         for update of i
       )
       update site_installations i set first_seen_at = coalesce(i.first_seen_at, s.at), last_seen_at = s.at
       from seen s where i.merchant_id = s.merchant_id and i.mode = s.mode`,
      [JSON.stringify(seen)],
    );
  }

  /** Notes from which origins; the newest of each merchant and mode are kept. */
  async noteOrigins(tx: Tx, origins: readonly OwnedOrigin[]): Promise<void> {
    if (origins.length === 0) return;
    await tx.query(
      `insert into site_origins as o (merchant_id, mode, origin, first_seen_at, last_seen_at)
       select i.merchant_id, i.mode, s.origin, s.at, s.at
       from json_to_recordset($1) as s("merchantId" uuid, mode text, token text, origin text, at timestamptz)
       join site_installations i on i.merchant_id = s."merchantId" and i.mode = s.mode and i.token = s.token
       order by i.merchant_id, i.mode collate "C", s.origin collate "C"
       on conflict (merchant_id, mode, origin) do update set last_seen_at = excluded.last_seen_at
       where o.last_seen_at < excluded.last_seen_at - ${SEEN_EVERY}`,
      [JSON.stringify(origins)],
    );
    for (const { merchantId, mode } of uniqueBy(origins, ({ token }) => token))
      await tx.query(
        `delete from site_origins where merchant_id = $1 and mode = $2 and origin in (
           select origin from site_origins where merchant_id = $1 and mode = $2
           order by last_seen_at desc, origin offset ${MOST_ORIGINS})`,
        [merchantId, mode],
      );
  }

  /** Keeps sessions that tests found, the newest of each merchant and mode. */
  async capture(tx: Tx, captured: readonly OwnedSession[]): Promise<void> {
    if (captured.length === 0) return;
    await tx.query(
      `insert into captured_sessions as c (merchant_id, mode, test_id, session_id, captured_at)
       select i.merchant_id, i.mode, s."testId", s."sessionId", s.at
       from json_to_recordset($1)
         as s("merchantId" uuid, mode text, token text, "testId" text, "sessionId" text, at timestamptz)
       join site_installations i on i.merchant_id = s."merchantId" and i.mode = s.mode and i.token = s.token
       order by i.merchant_id, i.mode collate "C", s."testId" collate "C"
       on conflict (merchant_id, mode, test_id)
       do update set session_id = excluded.session_id, captured_at = excluded.captured_at
       where c.captured_at <= excluded.captured_at`,
      [JSON.stringify(captured)],
    );
    for (const { merchantId, mode } of uniqueBy(captured, ({ token }) => token))
      await tx.query(
        `delete from captured_sessions where merchant_id = $1 and mode = $2 and (captured_at, test_id) <= (
           select captured_at, test_id from captured_sessions where merchant_id = $1 and mode = $2
           order by captured_at desc, test_id desc limit 1 offset ${MOST_CAPTURED})`,
        [merchantId, mode],
      );
  }
}
