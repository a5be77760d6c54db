// Passkeys, and the challenges that were answered.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table passkeys (
  id uuid not null,
  person_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  name text not null,
  synced boolean not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  constraint passkeys_pk primary key (id),
  constraint passkeys_credential unique (credential_id)
);
create index passkeys_person on passkeys (person_id, id);
create table used_challenges (
  challenge_hash bytea not null,
  expires_at timestamptz not null,
  constraint used_challenges_pk primary key (challenge_hash)
);
create index used_challenges_expires on used_challenges (expires_at);
`;

export class Passkeys1795305600013 implements MigrationInterface {
  name = 'Passkeys1795305600013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
