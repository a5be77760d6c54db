// What is sent by hand waits behind what happens; deliveries that failed, and those of one event, are found among millions.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexConcurrently } from './concurrent-index.js';

/** Each is made under a name for the while, so that the one of before serves until it is there. */
const replaced = {
  webhook_deliveries_due: `on webhook_deliveries (merchant_id, mode, endpoint_id, kind, due_at, id) where state = 'WAITING'`,
  webhook_deliveries_subject: 'on webhook_deliveries (merchant_id, mode, endpoint_id, subject_id, sequence)',
};
const failed = `on webhook_deliveries (merchant_id, mode, endpoint_id, id) where state = 'FAILED'`;

export class ManyEventsAgain1795305600018 implements MigrationInterface {
  name = 'ManyEventsAgain1795305600018';
  transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    await createIndexConcurrently(queryRunner, 'webhook_deliveries_failed', failed);
    for (const [name, definition] of Object.entries(replaced)) {
      await createIndexConcurrently(queryRunner, `${name}_2`, definition);
      await queryRunner.query(`drop index if exists ${name}`);
      await queryRunner.query(`alter index ${name}_2 rename to ${name}`);
    }
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
