// The last requests with each merchant's keys, several in a row.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table request_batches (
  merchant_id uuid not null,
  mode text not null,
  failed boolean not null,
  id uuid not null,
  call_count integer not null,
  calls jsonb not null,
  constraint request_batches_pk primary key (merchant_id, mode, failed, id)
);
`;

export class RequestBatches1795305600011 implements MigrationInterface {
  name = 'RequestBatches1795305600011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(table);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
