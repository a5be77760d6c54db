// Where the run's PostgreSQL is, and databases of a test's own on it.
import type { ClientConfig } from 'pg';
import type { PostgresAddress } from '../../src/database/data-source.js';

export interface TestPostgres {
  address: PostgresAddress;
  /** A migrated database to clone. */
  template: string;
}

/** What the global set-up left for the test files. */
export function testPostgres(): TestPostgres {
  const text = process.env['TEST_POSTGRES'];
  if (text === undefined) throw new Error('no test PostgreSQL: is global-setup.ts configured?');
  return JSON.parse(text) as TestPostgres;
}

/** The same server, another database. */
export function addressOf(address: PostgresAddress, database: string): PostgresAddress {
  if (address.url === undefined) return { ...address, database };
  const url = new URL(address.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}

/** For a plain pg client. */
export function clientOptions(address: PostgresAddress): ClientConfig {
  if (address.url !== undefined) return { connectionString: address.url };
  const { host, port, user, password, database } = address;
  return { host, port, user, password, database };
}
