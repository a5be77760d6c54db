// An account of a sign-in provider that is linked with a person's own, as TypeORM maps the row.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('identities')
@Index('identities_subject', ['issuer', 'subject'], { unique: true })
@Index('identities_person', ['person_id', 'issuer'], { unique: true })
export class IdentityEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'identities_pk' })
  id!: string;

  @Column('uuid')
  person_id!: string;

  /** Of the provider, as its tokens name it. */
  @Column('text')
  issuer!: string;

  /** The provider's own name of the account: it never becomes another's, as an email may. */
  @Column('text')
  subject!: string;

  /** For which the provider vouched last; null: for none. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz')
  last_used_at!: Date;
}
