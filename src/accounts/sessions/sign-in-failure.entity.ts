// How often a password was wrong of late, by account, by address and by both, as TypeORM maps the row.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('sign_in_failures')
export class SignInFailureEntity {
  /** What is counted, as `countersOf` names it; no email stands in it. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sign_in_failures_pk' })
  counter!: string;

  @Column('integer')
  failures!: number;

  @Index('sign_in_failures_last')
  @Column('timestamptz')
  last_at!: Date;
}
