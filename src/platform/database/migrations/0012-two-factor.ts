// Two-factor sign-in: the secret of an authenticator app, and the recovery codes.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const tables = `
create table two_factor (
  person_id uuid not null,
  sealed_secret bytea not null,
  last_step integer not null,
  created_at timestamptz not null,
  enabled_at timestamptz,
  constraint two_factor_pk primary key (person_id)
);
create table recovery_codes (
  person_id uuid not null,
  code_hash bytea not null,
  constraint recovery_codes_pk primary key (person_id, code_hash)
);
`;

export class TwoFactor1795305600012 implements MigrationInterface {
  name = 'TwoFactor1795305600012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
