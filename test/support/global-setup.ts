// Once a run: a build (the documentation's pages are served from it), a real PostgreSQL (the one in DATABASE_URL, else an embedded one
// of our own) and a migrated template database.
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PostgresAddress } from '#platform/database/data-source.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#platform/database/embedded/embedded-postgres.js';
import { migrate } from '#platform/database/migrate.js';
import {
  addressOf,
  asAdmin,
  closeAdmin,
  connect,
  databasesLike,
  dropDatabase,
  type TestPostgres,
} from './postgres.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** @returns what stops all that it started */
export async function setUp(): Promise<() => Promise<void>> {
  // test/run.mjs has done so, for all that it runs.
  if (process.env['TEST_POSTGRES'] !== undefined) return () => Promise.resolve();
  build();
  const external = process.env['DATABASE_URL'];
  const embedded = external === undefined ? await startOwn() : null;
  const address: PostgresAddress = embedded ? embedded.postgres.connection : { url: external };
  const prefix = `refcampaign_test_${process.pid}_`;
  const template = `${prefix}template`;
  const postgres: TestPostgres = { address, template, prefix, strategy: await strategyOf(address) };
  process.env['TEST_POSTGRES'] = JSON.stringify(postgres);
  await asAdmin(`create database ${template} template template0`);
  await migrate(addressOf(address, template));
  return async () => {
    // The template, and those that the workers kept for all their files.
    for (const name of await databasesLike(prefix)) await dropDatabase(name);
    await closeAdmin();
    delete process.env['TEST_POSTGRES'];
    await embedded?.postgres.stop();
    if (embedded) rmSync(embedded.folder, { recursive: true, force: true });
  };
}

async function strategyOf(address: PostgresAddress): Promise<TestPostgres['strategy']> {
  const client = await connect(address);
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  );
  await client.end();
  return rows[0]!.version >= 150_000 ? 'strategy file_copy' : '';
}

function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'run.mjs')], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
}

async function startOwn(): Promise<{ postgres: EmbeddedPostgres; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-test-'));
  chmodSync(folder, 0o755); // as root, PostgreSQL's account must be able to enter
  // Speed only: durability has tests of its own, on a service started as users start it.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    autovacuum: 'off',
    max_wal_size: '4GB',
    checkpoint_timeout: '1h',
    max_connections: '150',
  };
  return {
    postgres: await startEmbeddedPostgres({ dataDir: folder, settings, log: () => undefined }),
    folder,
  };
}
