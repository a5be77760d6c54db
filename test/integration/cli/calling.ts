// Runs a command as npm does, but in this process.
import { run, type CommandLine } from '#cli/command-line.js';
import type { PostgresAddress } from '#platform/database/data-source.js';

export interface Ended {
  code: number;
  stdout: string;
  stderr: string;
}

/** The command with these arguments (separated by blanks) → how it ended. */
export async function callCommand(
  command: (line: CommandLine) => Parameters<typeof run>[0],
  args: string | string[],
  environment: Record<string, string>,
): Promise<Ended> {
  const ended: Ended = { code: -1, stdout: '', stderr: '' };
  const line: CommandLine = {
    environment,
    stdout: (some) => void (ended.stdout += some),
    stderr: (some) => void (ended.stderr += some),
  };
  const list = typeof args === 'string' ? args.split(' ').filter((arg) => arg !== '') : args;
  ended.code = await run(command(line), list, line);
  return ended;
}

/** As DATABASE_URL says it. */
export function urlOf(address: PostgresAddress): string {
  if (address.url !== undefined) return address.url;
  const { host = '', port = 5432, user = '', password = '', database = '' } = address;
  const login = `${encodeURIComponent(user)}:${encodeURIComponent(password)}`;
  if (!host.startsWith('/')) return `postgres://${login}@${host}:${port}/${database}`;
  return `postgres://${login}@localhost:${port}/${database}?host=${encodeURIComponent(host)}`;
}
