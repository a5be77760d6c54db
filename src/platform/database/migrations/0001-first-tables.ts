// The first schema. Tenant tables start every key with (merchant_id, mode), so that they can be spread over machines by
// merchant; directories (tracking_codes, session_directory) hold only the way to a tenant row for callers who know no merchant.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const accounts = `
create table merchants (
  id uuid not null,
  name text not null,
  locked_at timestamptz,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  constraint merchants_pk primary key (id)
);
create table api_keys (
  key_hash bytea not null,
  id uuid not null,
  merchant_id uuid not null,
  mode text not null,
  name text not null,
  last_four text not null,
  created_at timestamptz not null,
  last_used_at timestamptz,
  revoked_at timestamptz,
  changed_at timestamptz not null,
  constraint api_keys_pk primary key (key_hash),
  constraint api_keys_id unique (id),
  constraint api_keys_mode check (mode in ('live', 'test'))
);
create index api_keys_changed on api_keys (changed_at);
create index api_keys_merchant on api_keys (merchant_id);
create index merchants_changed on merchants (changed_at);
`;

const programme = `
create table campaigns (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  name text not null,
  status text not null,
  landing_url text not null,
  commission_type text not null,
  commission_rate bigint not null,
  currency text not null,
  commission_recurring boolean not null,
  recurring_months_limit integer,
  attribution_window_days integer not null,
  terms_frozen_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint campaigns_pk primary key (merchant_id, mode, id)
);
create table affiliates (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  email text not null,
  first_name text,
  status text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint affiliates_pk primary key (merchant_id, mode, id),
  constraint affiliates_email unique (merchant_id, mode, email)
);
create table affiliate_links (
  merchant_id uuid not null,
  mode text not null,
  affiliate_id uuid not null,
  campaign_id uuid not null,
  code text not null,
  created_at timestamptz not null,
  constraint affiliate_links_pk primary key (merchant_id, mode, affiliate_id, campaign_id),
  constraint affiliate_links_code unique (merchant_id, mode, code)
);
create index affiliate_links_campaign on affiliate_links (merchant_id, mode, campaign_id);
create table tracking_codes (
  code text not null,
  merchant_id uuid not null,
  mode text not null,
  constraint tracking_codes_pk primary key (code)
);
`;

const tracking = `
create table sessions (
  merchant_id uuid not null,
  mode text not null,
  id text not null,
  created_at timestamptz not null,
  email_hash bytea,
  identified_at timestamptz,
  vouched boolean,
  constraint sessions_pk primary key (merchant_id, mode, id)
);
create index sessions_email on sessions (merchant_id, mode, email_hash, vouched, identified_at, id);
create table session_directory (
  session_id text not null,
  merchant_id uuid not null,
  mode text not null,
  created_at timestamptz not null,
  constraint session_directory_pk primary key (session_id, merchant_id, mode)
);
create table pending_identities (
  session_id text not null,
  merchant_id uuid not null,
  mode text not null,
  email_hash bytea not null,
  created_at timestamptz not null,
  constraint pending_identities_pk primary key (session_id, merchant_id, mode)
);
create table clicks (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  session_id text not null,
  affiliate_id uuid not null,
  campaign_id uuid not null,
  source text not null,
  clicked_at timestamptz not null,
  constraint clicks_pk primary key (merchant_id, mode, id)
);
create index clicks_session on clicks (merchant_id, mode, session_id, clicked_at, id);
`;

const conversions = `
create table conversions (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  external_id text not null,
  conversion_type text not null,
  amount bigint not null,
  currency text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  is_synthetic boolean not null,
  status text not null,
  evidence jsonb not null,
  metadata jsonb,
  attribution jsonb not null,
  affiliate_id uuid,
  campaign_id uuid,
  click_id uuid,
  refunded_amount bigint not null,
  constraint conversions_pk primary key (merchant_id, mode, id),
  constraint conversions_external_id unique (merchant_id, mode, external_id)
);
create index conversions_affiliate on conversions (merchant_id, mode, affiliate_id, id);
create index conversions_campaign on conversions (merchant_id, mode, campaign_id, id);
create index conversions_occurred on conversions (merchant_id, mode, occurred_at, id);
create table commissions (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  conversion_id uuid not null,
  affiliate_id uuid not null,
  campaign_id uuid not null,
  amount bigint not null,
  currency text not null,
  status text not null,
  created_at timestamptz not null,
  constraint commissions_pk primary key (merchant_id, mode, id),
  constraint commissions_conversion unique (merchant_id, mode, conversion_id)
);
create table customer_claims (
  merchant_id uuid not null,
  mode text not null,
  customer_key text not null,
  conversion_type text not null,
  campaign_id uuid not null,
  conversion_id uuid not null,
  first_occurred_at timestamptz not null,
  constraint customer_claims_pk primary key (merchant_id, mode, customer_key, conversion_type, campaign_id)
);
create table customer_credits (
  merchant_id uuid not null,
  mode text not null,
  customer_id text not null,
  affiliate_id uuid not null,
  campaign_id uuid not null,
  conversion_id uuid not null,
  first_occurred_at timestamptz not null,
  constraint customer_credits_pk primary key (merchant_id, mode, customer_id)
);
create table conversion_history (
  merchant_id uuid not null,
  mode text not null,
  conversion_id uuid not null,
  id uuid not null,
  event text not null,
  at timestamptz not null,
  details jsonb not null,
  constraint conversion_history_pk primary key (merchant_id, mode, conversion_id, id)
);
create table awaiting_evidence (
  merchant_id uuid not null,
  mode text not null,
  kind text not null,
  value text not null,
  conversion_id uuid not null,
  constraint awaiting_evidence_pk primary key (merchant_id, mode, kind, value, conversion_id)
);
create table work (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  kind text not null,
  subject text not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null,
  constraint work_pk primary key (merchant_id, mode, id)
);
create index work_due on work (due_at);
`;

/** TypeORM orders migrations by the number at the end of the name (milliseconds since 1970). Forward only. */
export class FirstTables1795305600001 implements MigrationInterface {
  name = 'FirstTables1795305600001';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [accounts, programme, tracking, conversions]) await queryRunner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
