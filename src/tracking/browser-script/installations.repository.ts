// The merchant's side of the browser script: its token, and reading what was reported with it.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { CapturedSessionEntity } from './captured-session.entity.js';
import type { InstallationEntity } from './installation.entity.js';
import type { SiteOriginEntity } from './site-origin.entity.js';

@Injectable()
export class InstallationsRepository {
  /** The merchant's installation in this mode; null as long as nobody has asked for its token. */
  async find(queryable: Queryable, { merchantId, mode }: Tenant): Promise<InstallationEntity | null> {
    const rows = await queryable.query<InstallationEntity>(
      `select merchant_id, mode, token, created_at, first_seen_at, last_seen_at
       from site_installations where merchant_id = $1 and mode = $2`,
      [merchantId, mode],
    );
    return rows[0] ?? null;
  }

  /** Gives the tenant this token unless it has one. The directory first: an entry that no installation names is nobody's. */
  async insert(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    token: string,
    createdAt: Date,
  ): Promise<void> {
    await queryable.query(
      `insert into site_token_directory (token, merchant_id, mode) values ($1, $2, $3)
       on conflict (token) do nothing`,
      [token, merchantId, mode],
    );
    await queryable.query(
      `insert into site_installations (merchant_id, mode, token, created_at) values ($1, $2, $3, $4)
       on conflict (merchant_id, mode) do nothing`,
      [merchantId, mode, token, createdAt],
    );
  }

  /** From whose pages it was reported, the newest first. There are a few dozen of each tenant at most. */
  findOrigins(queryable: Queryable, { merchantId, mode }: Tenant): Promise<SiteOriginEntity[]> {
    return queryable.query<SiteOriginEntity>(
      `select merchant_id, mode, origin, first_seen_at, last_seen_at from site_origins
       where merchant_id = $1 and mode = $2 order by last_seen_at desc, origin`,
      [merchantId, mode],
    );
  }

  /** The newest captured session, or that of one test. There are a few dozen of each tenant at most. */
  async findCaptured(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    testId: string | null,
  ): Promise<CapturedSessionEntity | null> {
    const rows = await queryable.query<CapturedSessionEntity>(
      `select merchant_id, mode, test_id, session_id, captured_at from captured_sessions
       where merchant_id = $1 and mode = $2 and ($3::text is null or test_id = $3)
       order by captured_at desc, test_id desc limit 1`,
      [merchantId, mode, testId],
    );
    return rows[0] ?? null;
  }
}
