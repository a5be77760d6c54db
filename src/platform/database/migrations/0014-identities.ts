// Accounts of a sign-in provider that are linked with people's own, and sign-ins by one that were finished.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table identities (
  id uuid not null,
  person_id uuid not null,
  issuer text not null,
  subject text not null,
  email text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint identities_pk primary key (id)
);
create unique index identities_subject on identities (issuer, subject);
create unique index identities_person on identities (person_id, issuer);
create table used_tickets (
  ticket_hash bytea not null,
  expires_at timestamptz not null,
  constraint used_tickets_pk primary key (ticket_hash)
);
create index used_tickets_expires on used_tickets (expires_at);
`;

export class Identities1795305600014 implements MigrationInterface {
  name = 'Identities1795305600014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
