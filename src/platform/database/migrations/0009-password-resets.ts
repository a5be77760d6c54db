// Links for a new password.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table password_resets (
  token_hash bytea not null,
  person_id uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint password_resets_pk primary key (token_hash)
);
create index password_resets_person on password_resets (person_id);
create index password_resets_expires on password_resets (expires_at);
`;

export class PasswordResets1795305600009 implements MigrationInterface {
  name = 'PasswordResets1795305600009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
