// The script on a merchant's pages in one mode: its token, and when it was seen, as TypeORM maps the row.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('site_installations')
export class InstallationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'site_installations_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'site_installations_pk' })
  mode!: string;

  @Column('text')
  token!: string;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  first_seen_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_seen_at!: Date | null;
}
