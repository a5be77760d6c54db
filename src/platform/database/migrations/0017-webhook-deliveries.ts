// Events on their way to endpoints, and every try.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table webhook_deliveries (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  endpoint_id uuid not null,
  kind text not null,
  event_position bigint,
  event_id uuid not null,
  event text not null,
  subject_id uuid not null,
  sequence integer not null,
  campaign_id uuid,
  own_body text,
  state text not null,
  attempts integer not null,
  due_at timestamptz not null,
  created_at timestamptz not null,
  constraint webhook_deliveries_pk primary key (merchant_id, mode, id)
);
create index webhook_deliveries_due on webhook_deliveries (merchant_id, mode, endpoint_id, due_at) where state = 'WAITING';
create index webhook_deliveries_subject on webhook_deliveries (merchant_id, mode, endpoint_id, subject_id, sequence) where state = 'WAITING';
create index webhook_deliveries_log on webhook_deliveries (merchant_id, mode, endpoint_id, id);
create table webhook_attempts (
  merchant_id uuid not null,
  mode text not null,
  delivery_id uuid not null,
  id uuid not null,
  started_at timestamptz not null,
  duration_ms integer not null,
  status integer,
  headers text not null,
  body text not null,
  is_cut boolean not null,
  failure text,
  next_try_at timestamptz,
  constraint webhook_attempts_pk primary key (merchant_id, mode, delivery_id, id)
);
`;

export class WebhookDeliveries1795305600017 implements MigrationInterface {
  name = 'WebhookDeliveries1795305600017';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
