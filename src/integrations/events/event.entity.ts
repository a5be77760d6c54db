// An event with its number, as TypeORM maps it. Its text is sent and signed as it stands here, and never made anew.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('events')
@Index('events_id', ['merchant_id', 'mode', 'id'], { unique: true })
@Index('events_subject', ['merchant_id', 'mode', 'subject_id', 'sequence'], { unique: true })
export class EventEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'events_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'events_pk' })
  mode!: string;

  /** 1, 2, 3 … of each merchant and mode, without a gap. A bigint comes as text. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'events_pk' })
  position!: string;

  @Column('uuid')
  id!: string;

  @Column('text')
  event!: string;

  /** To what it happened. */
  @Column('uuid')
  subject_id!: string;

  /** 1, 2, 3 … of each subject. */
  @Column('integer')
  sequence!: number;

  /** In whose programme it happened; null: in none. */
  @Column('uuid', { nullable: true })
  campaign_id!: string | null;

  @Column('timestamptz')
  happened_at!: Date;

  @Column('timestamptz')
  numbered_at!: Date;

  /** JSON; null once it is too old to be kept. */
  @Column('text', { nullable: true })
  body!: string | null;
}
