// An index on a table that is in use: made without keeping anybody from writing, so outside of any transaction.
import type { QueryRunner } from 'typeorm';

/**
 * Makes the index, unless it is there. One that an earlier try left behind half made (PostgreSQL keeps it, marked invalid, and uses it for
 * nothing) is dropped and made anew. For a migration with `transaction = false`.
 * @param definition what stands after the name: `on clicks (merchant_id, mode, clicked_at)`
 */
export async function createIndexConcurrently(
  queryRunner: QueryRunner,
  name: string,
  definition: string,
): Promise<void> {
  const [found] = (await queryRunner.query(
    `select i.indisvalid as "isValid" from pg_index i where i.indexrelid = to_regclass($1)`,
    [name],
  )) as { isValid: boolean }[];
  if (found?.isValid) return;
  if (found) await queryRunner.query(`drop index concurrently ${name}`);
  await queryRunner.query(`create index concurrently ${name} ${definition}`);
}
