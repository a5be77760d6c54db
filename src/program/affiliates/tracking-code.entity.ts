// The directory of tracking codes: whose a code is, for callers who know no merchant. As TypeORM maps the row.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from '#platform/database/tenant.js';

@Entity('tracking_codes')
export class TrackingCodeEntity {
  /** Lower case; unique in the installation. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'tracking_codes_pk' })
  code!: string;

  @Column('uuid')
  merchant_id!: string;

  @Column('text')
  mode!: Mode;
}
