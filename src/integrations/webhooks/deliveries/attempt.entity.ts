// One try to deliver an event, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SendFailure } from '#integrations/webhooks/sending/attempt.js';

@Entity('webhook_attempts')
export class AttemptEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_attempts_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'webhook_attempts_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_attempts_pk' })
  delivery_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_attempts_pk' })
  id!: string;

  @Column('timestamptz')
  started_at!: Date;

  @Column('integer')
  duration_ms!: number;

  /** null: no reply came. */
  @Column('integer', { nullable: true })
  status!: number | null;

  /** Of the reply, as JSON. */
  @Column('text')
  headers!: string;

  @Column('text')
  body!: string;

  @Column('boolean')
  is_cut!: boolean;

  /** null: it was delivered. */
  @Column('text', { nullable: true })
  failure!: SendFailure | null;

  @Column('timestamptz', { nullable: true })
  next_try_at!: Date | null;
}
