// A merchant as TypeORM maps the row: the account that owns everything.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('merchants')
export class MerchantEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'merchants_pk' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz', { nullable: true })
  locked_at!: Date | null;

  @Column('timestamptz')
  created_at!: Date;

  /** Touched by every change that key checks must notice; replicas poll for it. */
  @Index('merchants_changed')
  @Column('timestamptz')
  changed_at!: Date;
}
