// One visit through a link, as TypeORM maps it.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('clicks')
@Index('clicks_session', ['merchant_id', 'mode', 'session_id', 'clicked_at', 'id'])
export class ClickEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clicks_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'clicks_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'clicks_pk' })
  id!: string;

  @Column('text')
  session_id!: string;

  @Column('uuid')
  affiliate_id!: string;

  @Column('uuid')
  campaign_id!: string;

  @Column('text')
  source!: string;

  @Column('timestamptz')
  clicked_at!: Date;
}
