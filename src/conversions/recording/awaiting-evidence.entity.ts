// Which unattributed conversion waits for which evidence, as TypeORM maps it.
import { Entity, PrimaryColumn } from 'typeorm';

@Entity('awaiting_evidence')
export class AwaitingEvidenceEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'awaiting_evidence_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'awaiting_evidence_pk' })
  mode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'awaiting_evidence_pk' })
  kind!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'awaiting_evidence_pk' })
  value!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'awaiting_evidence_pk' })
  conversion_id!: string;
}
