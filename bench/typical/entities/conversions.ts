// Conversions and everything that is written together with one.
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { EvidenceItem } from '#conversions/attribution/evidence.js';
import type {
  ConversionStatus,
  ConversionType,
  StoredAttribution,
} from '#conversions/recording/conversion.js';
import type { HistoryEventName } from '#earnings/history/history.js';
import type { JobKind } from '#platform/jobs/job.js';
import { asNumber, TenantRow, TenantRowWithId } from './base.js';

@Entity('conversions')
export class Conversion extends TenantRowWithId {
  @Column('text', { name: 'external_id' })
  externalId!: string;

  @Column('text', { name: 'conversion_type' })
  conversionType!: ConversionType;

  @Column('bigint', { transformer: asNumber })
  amount!: number;

  @Column('text')
  currency!: string;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('boolean', { name: 'is_synthetic' })
  isSynthetic!: boolean;

  @Column('text')
  status!: ConversionStatus;

  @Column('jsonb')
  evidence!: EvidenceItem[];

  @Column('jsonb', { nullable: true })
  metadata!: Record<string, unknown> | null;

  @Column('jsonb')
  attribution!: StoredAttribution;

  @Column('uuid', { name: 'affiliate_id', nullable: true })
  affiliateId!: string | null;

  @Column('uuid', { name: 'campaign_id', nullable: true })
  campaignId!: string | null;

  @Column('uuid', { name: 'click_id', nullable: true })
  clickId!: string | null;

  @Column('bigint', { name: 'refunded_amount', transformer: asNumber })
  refundedAmount!: number;

  @Column('timestamptz', { name: 'refunded_at', nullable: true })
  refundedAt!: Date | null;

  @OneToOne(() => Commission, (commission) => commission.conversion)
  commission!: Relation<Commission> | null;
}

@Entity('commissions')
export class Commission extends TenantRowWithId {
  @Column('uuid', { name: 'conversion_id' })
  conversionId!: string;

  @Column('uuid', { name: 'affiliate_id' })
  affiliateId!: string;

  @Column('uuid', { name: 'campaign_id' })
  campaignId!: string;

  @Column('bigint', { transformer: asNumber })
  amount!: number;

  @Column('bigint', { transformer: asNumber })
  balance!: number;

  @Column('text')
  currency!: string;

  @Column('text')
  status!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @OneToOne(() => Conversion, (conversion) => conversion.commission)
  @JoinColumn([
    { name: 'merchant_id', referencedColumnName: 'merchantId' },
    { name: 'mode', referencedColumnName: 'mode' },
    { name: 'conversion_id', referencedColumnName: 'id' },
  ])
  conversion!: Relation<Conversion>;
}

@Entity('conversion_history')
export class ConversionHistory extends TenantRowWithId {
  @PrimaryColumn('uuid', { name: 'conversion_id' })
  conversionId!: string;

  @Column('text')
  event!: HistoryEventName;

  @Column('timestamptz')
  at!: Date;

  @Column('jsonb')
  details!: Record<string, unknown>;
}

@Entity('awaiting_evidence')
export class AwaitingEvidence extends TenantRow {
  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('text')
  value!: string;

  @PrimaryColumn('uuid', { name: 'conversion_id' })
  conversionId!: string;
}

@Entity('work')
export class Work extends TenantRowWithId {
  @Column('text')
  kind!: JobKind;

  @Column('text')
  subject!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'due_at' })
  dueAt!: Date;

  @Column('integer')
  attempts!: number;
}
