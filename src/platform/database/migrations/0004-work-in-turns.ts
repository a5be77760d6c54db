// Work rows are taken in turns of merchants, and one that means many orders remembers how far it has come.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// The table holds what is under way, so the index is built in no time. A replica of the release before finds its rows without one while
// the update rolls, writes neither column, and does a row that has come some way from the start: twice the same does no harm.
// The condition holds for every row. It keeps the index for statements that say it, those that look for turns: a row that is taken or done is
// found by its key, and PostgreSQL, while it takes the table for one of a few rows, would as soon read all of a merchant's for it.
const turns = `
alter table work add column after_id uuid, add column until_id uuid;
drop index work_due;
create index work_turns on work (merchant_id, due_at) where attempts >= 0;
`;

export class WorkInTurns1795305600004 implements MigrationInterface {
  name = 'WorkInTurns1795305600004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(turns);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
