// Which system account runs PostgreSQL: ourselves, or, since PostgreSQL refuses root, an unprivileged one.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chown } from 'node:fs/promises';
import { EmbeddedPostgresUnavailable } from './errors.js';

export interface Account {
  uid: number;
  gid: number;
  name: string;
}

/** initdb wants an account with an entry in /etc/passwd, so these, in this order. */
const preferredAccounts = ['postgres', '_postgres', 'nobody'];

export function weAreRoot(): boolean {
  return process.getuid?.() === 0;
}

/**
 * The account for PostgreSQL, or null when it runs as ourselves (we are not root).
 * @param ownerOfData uid and gid of an existing cluster folder: they win, for only the owner can open it
 * @throws EmbeddedPostgresUnavailable when root finds no account to use
 */
export function chooseAccount(ownerOfData: { uid: number; gid: number } | null): Account | null {
  if (!weAreRoot()) return null;
  const known = readAccounts();
  if (ownerOfData && ownerOfData.uid !== 0) {
    const name = known.find((account) => account.uid === ownerOfData.uid)?.name ?? `uid ${ownerOfData.uid}`;
    return { uid: ownerOfData.uid, gid: ownerOfData.gid, name };
  }
  for (const name of preferredAccounts) {
    const account = known.find((candidate) => candidate.name === name && candidate.uid > 0);
    if (account) return account;
  }
  throw new EmbeddedPostgresUnavailable(
    `PostgreSQL refuses to run as root, and there is neither a user "postgres" nor "nobody" to run it as.`,
  );
}

function readAccounts(): Account[] {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** Options for spawn() that make the child run as that account, with a clean environment of its own. */
export function asAccount(account: Account | null) {
  // No PG… variable of ours may reach PostgreSQL; LC_ALL is needed on macOS, where an unset locale starts threads.
  const env = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };
  return { cwd: '/', env, ...(account ? { uid: account.uid, gid: account.gid } : {}) };
}

/** Whether that account can enter the folder: really tried, for modes do not tell of ACLs and mounts. */
export function canEnter(account: Account | null, folder: string): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], asAccount(account)).status === 0;
}

/** Gives the file or folder to that account (nothing to do when PostgreSQL runs as ourselves). */
export async function giveTo(account: Account | null, path: string): Promise<void> {
  if (account) await chown(path, account.uid, account.gid);
}

/** Runs a program as that account to its end; never throws. */
export function runAs(
  account: Account | null,
  file: string,
  args: string[],
): Promise<{ status: number | null; output: string; error?: NodeJS.ErrnoException }> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { ...asAccount(account), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const collect = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) => resolve({ status: null, output, error }));
    child.once('close', (status) => resolve({ status, output }));
  });
}
