// What happens to a conversion after it was recorded: tiers, refunds, the commission's ledger, payouts. And the directory by which a
// campaign's public page is found.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const programme = `
alter table campaigns add column tiers jsonb;
create table campaign_directory (
  campaign_id uuid not null,
  merchant_id uuid not null,
  mode text not null,
  constraint campaign_directory_pk primary key (campaign_id)
);
insert into campaign_directory (campaign_id, merchant_id, mode) select id, merchant_id, mode from campaigns;
create table tier_counters (
  merchant_id uuid not null,
  mode text not null,
  campaign_id uuid not null,
  affiliate_id uuid not null,
  revenue bigint not null,
  constraint tier_counters_pk primary key (merchant_id, mode, campaign_id, affiliate_id)
);
`;

const refunds = `
alter table conversions add column refunded_at timestamptz;
create table refunds (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  conversion_id uuid not null,
  name text not null,
  refund_id text,
  amount bigint not null,
  asked_amount bigint,
  reason text,
  created_at timestamptz not null,
  constraint refunds_pk primary key (merchant_id, mode, id),
  constraint refunds_name unique (merchant_id, mode, conversion_id, name)
);
create table kept_refunds (
  merchant_id uuid not null,
  mode text not null,
  external_id text not null,
  name text not null,
  id uuid not null,
  refund_id text,
  amount bigint,
  reason text,
  created_at timestamptz not null,
  constraint kept_refunds_pk primary key (merchant_id, mode, external_id, name)
);
`;

// The first entry of every ledger is the commission's own row (amount, created_at): recording an order writes no second one.
const commissions = `
alter table commissions
  add column balance bigint,
  add column settled_amount bigint not null default 0,
  add column payout_id uuid;
update commissions set balance = amount;
alter table commissions alter column balance set not null;
create index commissions_affiliate on commissions (merchant_id, mode, affiliate_id, id);
create index commissions_campaign on commissions (merchant_id, mode, campaign_id, id);
create index commissions_payable on commissions (merchant_id, mode, affiliate_id, currency, id)
  where (status = 'APPROVED' and payout_id is null) or (payout_id is not null and balance <> settled_amount);
create table commission_entries (
  merchant_id uuid not null,
  mode text not null,
  commission_id uuid not null,
  id uuid not null,
  type text not null,
  amount bigint not null,
  reason text,
  adjustment_id text,
  refund_id text,
  created_at timestamptz not null,
  constraint commission_entries_pk primary key (merchant_id, mode, commission_id, id),
  constraint commission_entries_adjustment unique (merchant_id, mode, commission_id, adjustment_id)
);
create table payouts (
  merchant_id uuid not null,
  mode text not null,
  id uuid not null,
  payout_key text,
  affiliate_id uuid not null,
  currency text not null,
  amount bigint not null,
  commission_count integer not null,
  status text not null,
  created_at timestamptz not null,
  paid_at timestamptz,
  method text,
  reference text,
  constraint payouts_pk primary key (merchant_id, mode, id),
  constraint payouts_key unique (merchant_id, mode, payout_key)
);
create index payouts_affiliate on payouts (merchant_id, mode, affiliate_id, id);
create table payout_items (
  merchant_id uuid not null,
  mode text not null,
  payout_id uuid not null,
  commission_id uuid not null,
  amount bigint not null,
  constraint payout_items_pk primary key (merchant_id, mode, payout_id, commission_id)
);
`;

/** Forward only. On a large installation the new indexes are built in one transaction: orders wait meanwhile. */
export class LifeOfAConversion1795305600002 implements MigrationInterface {
  name = 'LifeOfAConversion1795305600002';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [programme, refunds, commissions]) await queryRunner.query(part);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
