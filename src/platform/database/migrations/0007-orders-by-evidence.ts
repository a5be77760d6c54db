// Ways from evidence to the orders that came with it, and from a click to the orders that it won: what a trace is looked up by.
// Why so: docs/decisions/0023-a-trace-looks-up-orders-by-their-evidence.md
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createIndexConcurrently } from './concurrent-index.js';

/** The first value of a kind that an order has, as text; the statements of a trace say the same words, else no index is found. */
const first = (kind: string) =>
  `jsonb_path_query_first(evidence, '$[*] ? (@.kind == "${kind}").value') #>> '{}'`;
const has = (kind: string) => `evidence @> '[{"kind": "${kind}"}]'`;

const indexes: Readonly<Record<string, string>> = {
  conversions_click: 'on conversions (merchant_id, mode, click_id, id) where click_id is not null',
  // An order that a click won is found by the click, which is in the session: nine in ten that come with one.
  conversions_session: `on conversions (merchant_id, mode, (${first('SESSION')}), id) where click_id is null and ${has('SESSION')}`,
  conversions_code: `on conversions (merchant_id, mode, lower(${first('CODE')}), id) where ${has('CODE')}`,
  conversions_email: `on conversions (merchant_id, mode, (${first('EMAIL')}), id) where ${has('EMAIL')}`,
  conversions_customer: `on conversions (merchant_id, mode, (${first('CUSTOMER')}), id) where ${has('CUSTOMER')}`,
};

/** Orders go on being recorded while the indexes are made. */
export class OrdersByEvidence1795305600007 implements MigrationInterface {
  name = 'OrdersByEvidence1795305600007';
  transaction = false;

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, definition] of Object.entries(indexes))
      await createIndexConcurrently(queryRunner, name, definition);
  }

  down(): Promise<void> {
    throw new Error('migrations go forward only: restore a backup to go back');
  }
}
