// Where the browser script was seen: the origins of the pages that reported it, the newest few of each merchant and mode.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table site_origins (
  merchant_id uuid not null,
  mode text not null,
  origin text not null,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  constraint site_origins_pk primary key (merchant_id, mode, origin)
);
`;

export class SiteOrigins1795305600010 implements MigrationInterface {
  name = 'SiteOrigins1795305600010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
