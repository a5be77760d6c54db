// A later entry in a commission's ledger, append-only, as TypeORM maps it. The first one is the commission's own amount.
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { EntryType } from './commission.rules.js';

@Entity('commission_entries')
@Unique('commission_entries_adjustment', ['merchant_id', 'mode', 'commission_id', 'adjustment_id'])
export class CommissionEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commission_entries_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'commission_entries_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commission_entries_pk' })
  commission_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commission_entries_pk' })
  id!: string;

  @Column('text')
  type!: EntryType;

  /** Signed minor units. */
  @Column('bigint')
  amount!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The caller's own name for it. */
  @Column('text', { nullable: true })
  adjustment_id!: string | null;

  /** What the refund is called that it follows from: the caller's id, else ours. */
  @Column('text', { nullable: true })
  refund_id!: string | null;

  @Column('timestamptz')
  created_at!: Date;
}
