// The browser script: a public token for each merchant and mode, and what pages report with it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// No token is made here: one is made when it is first asked for, for merchants of before and of after alike.
const tables = `
create table site_token_directory (
  token text not null,
  merchant_id uuid not null,
  mode text not null,
  constraint site_token_directory_pk primary key (token)
);
create table site_installations (
  merchant_id uuid not null,
  mode text not null,
  token text not null,
  created_at timestamptz not null,
  first_seen_at timestamptz,
  last_seen_at timestamptz,
  constraint site_installations_pk primary key (merchant_id, mode)
);
create table captured_sessions (
  merchant_id uuid not null,
  mode text not null,
  test_id text not null,
  session_id text not null,
  captured_at timestamptz not null,
  constraint captured_sessions_pk primary key (merchant_id, mode, test_id)
);
create index captured_sessions_newest on captured_sessions (merchant_id, mode, captured_at, test_id);
`;

export class SiteTokens1795305600003 implements MigrationInterface {
  name = 'SiteTokens1795305600003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
