// What happened, as it is told to others: where it is written with the change, the tenants that are told, and the events with their numbers.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table event_feeds (
  merchant_id uuid not null,
  mode text not null,
  last_position bigint not null,
  created_at timestamptz not null,
  constraint event_feeds_pk primary key (merchant_id, mode)
);
create table event_outbox (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  written_at timestamptz not null,
  happenings text not null,
  constraint event_outbox_pk primary key (merchant_id, mode, id)
);
create table events (
  merchant_id uuid not null,
  mode text not null,
  position bigint not null,
  id uuid not null,
  event text not null,
  subject_id uuid not null,
  sequence integer not null,
  campaign_id uuid,
  happened_at timestamptz not null,
  numbered_at timestamptz not null,
  body text,
  constraint events_pk primary key (merchant_id, mode, position)
);
create unique index events_id on events (merchant_id, mode, id);
create unique index events_subject on events (merchant_id, mode, subject_id, sequence);
`;

export class Events1795305600015 implements MigrationInterface {
  name = 'Events1795305600015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
