// A look into the tables past everything the service does, for tests that say what was written and what was not.
import { Pool, type Client } from 'pg';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { clientOptions, connect } from './postgres.js';

export class Rows {
  private readonly others: Client[] = [];

  private constructor(
    private readonly address: PostgresAddress,
    private readonly pool: Pool,
  ) {
    pool.on('error', () => undefined);
  }

  static connect(address: PostgresAddress): Rows {
    return new Rows(address, new Pool({ ...clientOptions(address), max: 3 }));
  }

  async query<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query(sql, parameters)).rows as Row[];
  }

  /** How many rows a table holds, of all tenants. */
  async count(table: string): Promise<number> {
    const [row] = await this.query<{ count: string }>(`select count(*) from ${table}`);
    return Number(row?.count);
  }

  /** A connection of its own, to hold a transaction open. */
  async session(): Promise<Client> {
    const client = await connect(this.address);
    this.others.push(client);
    return client;
  }

  async close(): Promise<void> {
    for (const client of this.others) await client.end().catch(() => undefined);
    await this.pool.end();
  }
}
