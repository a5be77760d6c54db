// Without DATABASE_URL a command uses the PostgreSQL of the running service, and one of its own when none runs.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run, type CommandLine } from '#cli/command-line.js';
import { merchantsCommand } from '#cli/merchants.command.js';
import {
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
} from '#platform/database/embedded/embedded-postgres.js';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'refcampaign-cli-'));
  chmodSync(dataDir, 0o755); // or the data would lie elsewhere when the tests run as root
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function merchants(args: string): Promise<{ name: string }[]> {
  let output = '';
  let errors = '';
  const line: CommandLine = {
    environment: { DATA_DIR: dataDir },
    stdout: (text) => void (output += text),
    stderr: (text) => void (errors += text),
  };
  const code = await run(merchantsCommand(line), [...args.split(' '), '--json'], line);
  if (code !== 0) throw new Error(errors);
  return JSON.parse(output) as { name: string }[];
}

it('a command works while nothing runs, beside a running service, and leaves both as they were', async () => {
  await merchants('create --name Before');
  expect(await joinEmbeddedPostgres(dataDir)).toBeNull(); // its own PostgreSQL was stopped
  const service = await startEmbeddedPostgres({ dataDir, log: () => undefined });
  try {
    await merchants('create --name Beside');
    expect((await merchants('list')).map((merchant) => merchant.name)).toEqual(['Before', 'Beside']);
    expect(await joinEmbeddedPostgres(dataDir)).not.toBeNull(); // the service's still runs
  } finally {
    await service.stop();
  }
  expect(await merchants('list')).toHaveLength(2);
});
