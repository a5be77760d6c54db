// A webhook endpoint as TypeORM maps the row.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from '#platform/database/tenant.js';
import type { EndpointOrdering, EndpointPayload, EndpointStatus, StatusReason } from './endpoint.js';

@Entity('webhook_endpoints')
export class EndpointEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_endpoints_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'webhook_endpoints_pk' })
  mode!: Mode;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'webhook_endpoints_pk' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  url!: string;

  /** null: all, also those of later versions. */
  @Column('text', { array: true, nullable: true })
  events!: string[] | null;

  /** null: all, also later ones. */
  @Column('uuid', { array: true, nullable: true })
  campaign_ids!: string[] | null;

  @Column('text')
  payload!: EndpointPayload;

  @Column('text')
  ordering!: EndpointOrdering;

  @Column('text')
  status!: EndpointStatus;

  /** Why it is DISABLED; null otherwise. */
  @Column('text', { nullable: true })
  status_reason!: StatusReason | null;

  /** When the first of `failures` was. */
  @Column('timestamptz', { nullable: true })
  failing_since!: Date | null;

  /** Tries that have failed since one succeeded. */
  @Column('integer', { default: 0 })
  failures!: number;

  /** When it was last told that it fails. */
  @Column('timestamptz', { nullable: true })
  warned_at!: Date | null;

  /** As SecretBox seals it, for `webhook:<id>`. */
  @Column('bytea')
  secret!: Buffer;

  /** Its last four characters. */
  @Column('text')
  secret_hint!: string;

  /** The one of before, sealed likewise; it may stay here for longer than it signs. */
  @Column('bytea', { nullable: true })
  old_secret!: Buffer | null;

  /** When it stops signing. */
  @Column('timestamptz', { nullable: true })
  old_secret_until!: Date | null;

  /** While both sign: which of them stands last. */
  @Column('boolean', { default: false })
  is_new_secret_last!: boolean;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz')
  updated_at!: Date;
}
