// An origin from whose pages the script was reported, as TypeORM maps the row. A claim of whoever sent it, like all reports.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('site_origins')
export class SiteOriginEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'site_origins_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'site_origins_pk' })
  mode!: string;

  /** `https://shop.example.com` */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'site_origins_pk' })
  origin!: string;

  @Column('timestamptz')
  first_seen_at!: Date;

  @Column('timestamptz')
  last_seen_at!: Date;
}
