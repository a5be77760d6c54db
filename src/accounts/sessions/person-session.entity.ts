// Where somebody is signed in, as TypeORM maps the row. The token is not in it: its SHA-256 is the primary key.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('person_sessions')
@Index('person_sessions_person', ['person_id', 'id'])
export class PersonSessionEntity {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'person_sessions_pk' })
  token_hash!: Buffer;

  @Column('uuid')
  id!: string;

  @Column('uuid')
  person_id!: string;

  /** `Firefox on Linux`, as the browser said. */
  @Column('text')
  device!: string;

  /** Shortened, as `networkOf` makes it. */
  @Column('text', { nullable: true })
  address!: string | null;

  @Column('timestamptz')
  created_at!: Date;

  /** Written at most once a minute. */
  @Column('timestamptz')
  last_used_at!: Date;

  /** When the person last said who they are. */
  @Column('timestamptz')
  confirmed_at!: Date;

  @Column('timestamptz', { nullable: true })
  ended_at!: Date | null;
}
