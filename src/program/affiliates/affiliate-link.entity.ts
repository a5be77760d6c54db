// An affiliate in a campaign: the tracking code, as TypeORM maps the row.
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { Mode } from '#platform/database/tenant.js';

@Entity('affiliate_links')
@Unique('affiliate_links_code', ['merchant_id', 'mode', 'code'])
@Index('affiliate_links_campaign', ['merchant_id', 'mode', 'campaign_id'])
export class AffiliateLinkEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'affiliate_links_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'affiliate_links_pk' })
  mode!: Mode;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'affiliate_links_pk' })
  affiliate_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'affiliate_links_pk' })
  campaign_id!: string;

  /** Lower case. */
  @Column('text')
  code!: string;

  @Column('timestamptz')
  created_at!: Date;
}
