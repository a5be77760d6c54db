// A sign-in by the provider that was finished, as TypeORM maps the row: kept until it would be too late for it anyway, so that none is finished twice.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('used_tickets')
export class UsedTicketEntity {
  /** SHA-256 of its id. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'used_tickets_pk' })
  ticket_hash!: Buffer;

  @Index('used_tickets_expires')
  @Column('timestamptz')
  expires_at!: Date;
}
