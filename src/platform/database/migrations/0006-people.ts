// People: their accounts, where they are signed in, which merchants they belong to, how they are invited, and who did what.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// A person belongs to no merchant, so neither do these rows; memberships, invitations and the audit log begin with theirs.
const tables = `
create table people (
  id uuid not null,
  email text not null,
  name text not null,
  language text not null,
  time_zone text not null,
  password_hash text,
  created_at timestamptz not null,
  constraint people_pk primary key (id),
  constraint people_email unique (email),
  constraint people_language check (language in ('en', 'fr'))
);
create table memberships (
  merchant_id uuid not null,
  person_id uuid not null,
  role text not null,
  created_at timestamptz not null,
  constraint memberships_pk primary key (merchant_id, person_id),
  constraint memberships_role check (role in ('OWNER', 'ADMIN', 'MANAGER', 'FINANCE', 'VIEWER'))
);
create index memberships_person on memberships (person_id);
create table person_sessions (
  token_hash bytea not null,
  id uuid not null,
  person_id uuid not null,
  device text not null,
  address text,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  confirmed_at timestamptz not null,
  ended_at timestamptz,
  constraint person_sessions_pk primary key (token_hash)
);
create index person_sessions_person on person_sessions (person_id, id);
create table sign_in_failures (
  counter text not null,
  failures integer not null,
  last_at timestamptz not null,
  constraint sign_in_failures_pk primary key (counter)
);
create index sign_in_failures_last on sign_in_failures (last_at);
create table invitations (
  merchant_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  role text not null,
  email text,
  invited_by uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  constraint invitations_pk primary key (merchant_id, id),
  constraint invitations_role check (role in ('OWNER', 'ADMIN', 'MANAGER', 'FINANCE', 'VIEWER'))
);
create unique index invitations_token on invitations (merchant_id, token_hash);
create table audit_log (
  merchant_id uuid not null,
  id uuid not null,
  mode text,
  person_id uuid,
  key_id uuid,
  action text not null,
  target text,
  details jsonb not null,
  address text,
  created_at timestamptz not null,
  constraint audit_log_pk primary key (merchant_id, id)
);
`;

export class People1795305600006 implements MigrationInterface {
  name = 'People1795305600006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
