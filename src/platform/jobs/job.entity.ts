// Something to be done after commit, as TypeORM maps it. The key starts with the tenant like every other.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('work')
@Index('work_turns', ['merchant_id', 'due_at'], { where: 'attempts >= 0' })
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

  @Column('timestamptz')
  due_at!: Date;

  @Column('integer')
  attempts!: number;

  /** How far it has come, and where it ends: see progress.ts. */
  @Column('uuid', { nullable: true })
  after_id!: string | null;

  @Column('uuid', { nullable: true })
  until_id!: string | null;
}
