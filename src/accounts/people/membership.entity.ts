// That a person belongs to a merchant, and as what, as TypeORM maps the row.
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from './role.js';

@Entity('memberships')
@Check('memberships_role', `role in ('OWNER', 'ADMIN', 'MANAGER', 'FINANCE', 'VIEWER')`)
export class MembershipEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memberships_pk' })
  merchant_id!: string;

  @Index('memberships_person')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'memberships_pk' })
  person_id!: string;

  @Column('text')
  role!: Role;

  @Column('timestamptz')
  created_at!: Date;
}
