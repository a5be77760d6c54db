// Whose a site token is, for pages, which know no merchant, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('site_token_directory')
export class SiteTokenEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'site_token_directory_pk' })
  token!: string;

  @Column('uuid')
  merchant_id!: string;

  @Column('text')
  mode!: string;
}
