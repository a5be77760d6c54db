// A person as TypeORM maps the row: somebody who may sign in. Which merchants they belong to is in memberships.
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { Language } from './person.js';

@Entity('people')
@Unique('people_email', ['email'])
@Check('people_language', `language in ('en', 'fr')`)
export class PersonEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'people_pk' })
  id!: string;

  /** As `normalisedEmail` makes it. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  language!: Language;

  /** By its IANA name. */
  @Column('text')
  time_zone!: string;

  /** As `hashPassword` writes it; null for who has none. */
  @Column('text', { nullable: true })
  password_hash!: string | null;

  @Column('timestamptz')
  created_at!: Date;
}
