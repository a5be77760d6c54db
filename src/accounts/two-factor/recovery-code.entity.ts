// A recovery code that was not used, as TypeORM maps the row. Used, the row is gone.
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('recovery_codes')
export class RecoveryCodeEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'recovery_codes_pk' })
  person_id!: string;

  /** As `recoveryCodeHash` makes it; the code is nowhere. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'recovery_codes_pk' })
  code_hash!: Buffer;
}
