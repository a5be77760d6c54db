// Whose a campaign is, for callers who know no merchant, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mode } from '#platform/database/tenant.js';

@Entity('campaign_directory')
export class CampaignDirectoryEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaign_directory_pk' })
  campaign_id!: string;

  @Column('uuid')
  merchant_id!: string;

  @Column('text')
  mode!: Mode;
}
