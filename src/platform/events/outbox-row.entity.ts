// What one transaction did of which somebody wants to know, as TypeORM maps it: gone as soon as each thing has its number.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('event_outbox')
export class OutboxRowEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_outbox_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'event_outbox_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'event_outbox_pk' })
  id!: string;

  /** By the database's clock, behind the locks of what was changed: of two about one thing the later one is later. */
  @Column('timestamptz')
  written_at!: Date;

  /** `KeptHappening`s, as JSON. */
  @Column('text')
  happenings!: string;
}
