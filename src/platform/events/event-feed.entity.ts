// A merchant and mode whose events somebody wants to know, as TypeORM maps it, and how far they are numbered.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('event_feeds')
export class EventFeedEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_feeds_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'event_feeds_pk' })
  mode!: string;

  /** Of the last event that has a number; 0: none yet. A bigint comes as text. */
  @Column('bigint')
  last_position!: string;

  @Column('timestamptz')
  created_at!: Date;
}
