// Something to be done after commit, as TypeORM maps it. The key starts with the tenant like every other.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('work')
export class JobEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'work_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'work_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'work_pk' })
  id!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  subject!: string;

  @Column('timestamptz')
  created_at!: Date;

  @Index('work_due')
  @Column('timestamptz')
  due_at!: Date;

  @Column('integer')
  attempts!: number;
}
