// Directory: which merchants know a session id. For callers who know no merchant.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('session_directory')
export class SessionDirectoryEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'session_directory_pk' })
  session_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_directory_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'session_directory_pk' })
  mode!: string;

  @Column('timestamptz')
  created_at!: Date;
}
