// Webhook endpoints: servers of a merchant that are told what happens. Their secrets are sealed.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const endpoints = `
create table webhook_endpoints (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  name text not null,
  url text not null,
  events text[],
  campaign_ids uuid[],
  payload text not null,
  ordering text not null,
  status text not null,
  status_reason text,
  failing_since timestamptz,
  failures integer not null default 0,
  warned_at timestamptz,
  secret bytea not null,
  secret_hint text not null,
  old_secret bytea,
  old_secret_until timestamptz,
  is_new_secret_last boolean not null default false,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint webhook_endpoints_pk primary key (merchant_id, mode, id)
);
`;

export class WebhookEndpoints1795305600016 implements MigrationInterface {
  name = 'WebhookEndpoints1795305600016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(endpoints);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
