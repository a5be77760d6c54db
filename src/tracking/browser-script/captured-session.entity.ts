// The session that a page's script found in its address during a test, as TypeORM maps the row.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('captured_sessions')
@Index('captured_sessions_newest', ['merchant_id', 'mode', 'captured_at', 'test_id'])
export class CapturedSessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'captured_sessions_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'captured_sessions_pk' })
  mode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'captured_sessions_pk' })
  test_id!: string;

  @Column('text')
  session_id!: string;

  @Column('timestamptz')
  captured_at!: Date;
}
