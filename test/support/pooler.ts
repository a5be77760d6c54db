// pgbouncer between the services under test and PostgreSQL, lending connections by the transaction (`npm run test:pooler`).
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { asAccount, chooseAccount, giveTo } from '#platform/database/embedded/account.js';
import { freePort } from './free-port.js';
import { clientOptions, testPostgres } from './postgres.js';
import { until } from './until.js';

/** Connections to each database, fewer than a service asks for: they have to be lent. */
const CONNECTIONS = 4;

/** What to do where there is none. */
export const HOW_TO_INSTALL_POOLER =
  'These tests need pgbouncer, and there is none. Install it (Debian: apt-get install pgbouncer).';

/** Has all services of this run go through a pgbouncer. @returns what stops it; null where the machine has none */
export async function startPooler(): Promise<(() => Promise<void>) | null> {
  if (spawnSync('pgbouncer', ['--version']).error) return null;
  const account = chooseAccount(null); // as PostgreSQL, pgbouncer refuses to be root
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-pooler-'));
  const port = await freePort();
  const { host, port: behind, user, password } = clientOptions(testPostgres().address);
  const users = join(folder, 'users.txt');
  const settings = join(folder, 'pgbouncer.ini');
  writeFileSync(users, `"${user}" "${password as string}"\n`);
  writeFileSync(
    settings,
    [
      '[databases]',
      `* = host=${host} port=${behind}`,
      '[pgbouncer]',
      ...['listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir ='],
      ...['auth_type = scram-sha-256', `auth_file = ${users}`],
      ...['pool_mode = transaction', `default_pool_size = ${CONNECTIONS}`, 'max_client_conn = 500'],
    ].join('\n'),
  );
  for (const path of [folder, users, settings]) await giveTo(account, path);
  const program = spawn('pgbouncer', ['-q', settings], { ...asAccount(account), stdio: 'inherit' });
  const ended = once(program, 'exit');
  await Promise.race([
    until(() => isListening(port)),
    ended.then(() => Promise.reject(new Error('pgbouncer ended'))),
  ]);
  process.env['TEST_POOLER'] = String(port);
  return async () => {
    program.kill();
    await ended;
    rmSync(folder, { recursive: true });
  };
}

/** How a service gets to a database of this run. */
export function wayTo(address: PostgresAddress): PostgresAddress {
  const port = process.env['TEST_POOLER'];
  return port === undefined || address.url !== undefined
    ? address
    : { ...address, host: '127.0.0.1', port: Number(port) };
}

/** What a service has to be told of it. */
export function poolerVariables(): Record<string, string> {
  return process.env['TEST_POOLER'] === undefined ? {} : { DATABASE_POOLER: '1' };
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });
}
