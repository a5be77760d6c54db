// An API key as TypeORM maps the row. The key itself is not in it: its SHA-256 is the primary key.
import { Check, Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import { keyPermissions, type KeyPermission } from '#platform/contract/permissions.js';
import type { Mode } from '#platform/database/tenant.js';

@Entity('api_keys')
@Unique('api_keys_id', ['id'])
@Check('api_keys_mode', `mode in ('live', 'test')`)
@Check(
  'api_keys_permissions',
  `permissions <@ '["record", "read", "manage", "pay"]' and jsonb_array_length(permissions) > 0`,
)
export class ApiKeyEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'api_keys_pk' })
  key_hash!: Buffer;

  @Column('uuid')
  id!: string;

  @Index('api_keys_merchant')
  @Column('uuid')
  merchant_id!: string;

  @Column('text')
  mode!: Mode;

  @Column('text')
  name!: string;

  @Column('text')
  last_four!: string;

  /** Fixed when the key is made: who needs another makes another. So no replica has to be told of a change. */
  @Column('jsonb', { default: keyPermissions })
  permissions!: KeyPermission[];

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  last_used_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  revoked_at!: Date | null;

  /** Touched by every change that key checks must notice (not by use); replicas poll for it. */
  @Index('api_keys_changed')
  @Column('timestamptz')
  changed_at!: Date;
}
