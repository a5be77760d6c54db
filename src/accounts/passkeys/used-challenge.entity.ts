// A challenge that was answered, as TypeORM maps the row: until it would be too old anyhow.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('used_challenges')
export class UsedChallengeEntity {
  /** SHA-256 of the challenge. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'used_challenges_pk' })
  challenge_hash!: Buffer;

  @Index('used_challenges_expires')
  @Column('timestamptz')
  expires_at!: Date;
}
