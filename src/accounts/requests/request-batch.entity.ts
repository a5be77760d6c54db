// Calls that were written down together, as TypeORM maps the row: all of one kind, so that a shop's thousands of calls are one row a second.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from '#platform/database/tenant.js';
import type { KeptCall } from './kept-call.js';

@Entity('request_batches')
export class RequestBatchEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'request_batches_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'request_batches_pk' })
  mode!: Mode;

  @PrimaryColumn('boolean', { primaryKeyConstraintName: 'request_batches_pk' })
  failed!: boolean;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'request_batches_pk' })
  id!: string;

  /** How many they are: what is too old is found without reading them. */
  @Column('integer')
  call_count!: number;

  /** In the order in which they ended. */
  @Column('jsonb')
  calls!: KeptCall[];
}
