// What somebody did, as TypeORM maps the row. Written in the transaction of the change itself, and never changed.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Mode } from '#platform/database/tenant.js';

@Entity('audit_log')
@Index('audit_log_person', ['merchant_id', 'person_id', 'id'])
@Index('audit_log_action', ['merchant_id', 'action', 'id'])
@Index('audit_log_created', ['merchant_id', 'created_at'])
export class AuditEntryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_log_pk' })
  merchant_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'audit_log_pk' })
  id!: string;

  /** null: it is about both modes, or none. */
  @Column('text', { nullable: true })
  mode!: Mode | null;

  /** Who did it; neither this nor a key: whoever runs the installation. */
  @Column('uuid', { nullable: true })
  person_id!: string | null;

  @Column('uuid', { nullable: true })
  key_id!: string | null;

  @Column('text')
  action!: string;

  /** Public id of what it was done to, or an email. */
  @Column('text', { nullable: true })
  target!: string | null;

  /** What else there is to say; never a secret. */
  @Column('jsonb')
  details!: Record<string, string | number | boolean | null>;

  /** Shortened: the last byte of IPv4 is 0, of IPv6 all but the first 48 bits. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('timestamptz')
  created_at!: Date;
}
