// What happened to a conversion, append-only, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('conversion_history')
export class ConversionHistoryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversion_history_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'conversion_history_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversion_history_pk' })
  conversion_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversion_history_pk' })
  id!: string;

  @Column('text')
  event!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('jsonb')
  details!: Record<string, unknown>;
}
