// An event on its way to an endpoint, as TypeORM maps it.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { DeliveryKind, DeliveryState } from './delivery.js';

@Entity('webhook_deliveries')
@Index('webhook_deliveries_due', ['merchant_id', 'mode', 'endpoint_id', 'kind', 'due_at', 'id'], {
  where: "state = 'WAITING'",
})
@Index('webhook_deliveries_failed', ['merchant_id', 'mode', 'endpoint_id', 'id'], {
  where: "state = 'FAILED'",
})
@Index('webhook_deliveries_subject', ['merchant_id', 'mode', 'endpoint_id', 'subject_id', 'sequence'])
@Index('webhook_deliveries_log', ['merchant_id', 'mode', 'endpoint_id', 'id'])
export class DeliveryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_deliveries_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'webhook_deliveries_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_deliveries_pk' })
  id!: string;

  @Column('uuid')
  endpoint_id!: string;

  @Column('text')
  kind!: DeliveryKind;

  /** Where the event stands among all; null for one that is of nobody else. A bigint comes as text. */
  @Column('bigint', { nullable: true })
  event_position!: string | null;

  @Column('uuid')
  event_id!: string;

  @Column('text')
  event!: string;

  @Column('uuid')
  subject_id!: string;

  @Column('integer')
  sequence!: number;

  @Column('uuid', { nullable: true })
  campaign_id!: string | null;

  /** What is sent instead of the event's text; null: that one. */
  @Column('text', { nullable: true })
  own_body!: string | null;

  @Column('text')
  state!: DeliveryState;

  /** Tries that have ended. */
  @Column('integer')
  attempts!: number;

  /** When it is tried next; while a process has it: until when that one has it. */
  @Column('timestamptz')
  due_at!: Date;

  @Column('timestamptz')
  created_at!: Date;
}
