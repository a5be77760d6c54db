// The README, pasted: its shell blocks from top to bottom into one shell, beside a fresh start, in the folder of the project. Left out is only
// what says `sh elsewhere` in its fence: what starts, restores or never ends.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  makeDataFolder,
  startRunningService,
  endBySignal,
  type RunningService,
} from '../support/running-service.js';
import { fencesOf, type Fence } from './fences.js';
import { SAMPLE_ORIGIN } from './own-address.js';

const root = process.cwd();
const blocks = fencesOf(readFileSync('README.md', 'utf8')).filter(({ language }) => language === 'sh');
const isElsewhere = ({ words }: Fence) => words.includes('elsewhere');

/** Tells of each command that fails, and goes on, as a shell does into which somebody pastes. */
const TELL_FAILURES = `trap 'printf "FAILED %s: %s\\n" $? "$BASH_COMMAND"' ERR\n`;

it('leaves out only what says so', () => {
  const left = blocks.filter(isElsewhere).map(({ text }) => text.split('\n')[0]);
  expect(left).toEqual([
    'npm ci && npm start',
    'npm ci && npm test',
    'npm run people -- reset --email ada@shop.example.com',
    'REFCAMPAIGN_KEY=rc_test_… npm run webhooks -- listen --forward http://localhost:8080/hooks',
    'DATABASE_URL=postgres://refcampaign:secret@127.0.0.1:5432/refcampaign npm start',
    "OIDC_ISSUER=https://id.example.com OIDC_CLIENT_ID=refcampaign OIDC_CLIENT_SECRET=… OIDC_NAME='Example ID' npm start",
    'tar -czpf refcampaign-backup.tar.gz data',
    'rm -rf data',
    'PLACE=$(cat data/location)',
    'PLACE=$(tar -xzOf refcampaign-backup.tar.gz data/location)',
    'pg_dump --format=custom --file=refcampaign.dump "$DATABASE_URL"',
    'pg_restore --dbname="$DATABASE_URL" --no-owner --exit-on-error refcampaign.dump',
    'git pull',
  ]);
});

describe('pasted whole, top to bottom, on a fresh start', () => {
  let output = '';
  beforeAll(async () => {
    const data = makeDataFolder();
    const service = await startRunningService(data.dataDir);
    try {
      output = await paste(
        service,
        data.dataDir,
        blocks.filter((block) => !isElsewhere(block)),
      );
    } finally {
      await endBySignal(service, 'SIGTERM');
      data.remove();
    }
  }, 300_000);

  it('no command fails, but for the webhook that is sent to nobody', () => {
    const failed = [...output.matchAll(/^FAILED (\d+): (.*)$/gm)].map(([, , command]) => command);
    expect(failed).toEqual(['npm run webhooks -- test $ENDPOINT --merchant $DEMO --mode test']);
  });

  it('every call succeeds, but for the order that is contradicted', () => {
    const lines = output.replaceAll('}{"success":', '}\n{"success":');
    const replies = [...lines.matchAll(/^\{"success":.*$/gm)].map(
      ([line]) => JSON.parse(line) as { success: boolean; error?: { reason: string } },
    );
    expect(replies.length).toBeGreaterThan(15);
    expect(replies.filter(({ success }) => !success).map(({ error }) => error?.reason)).toEqual([
      'DIFFERENT_ORDER',
    ]);
  });

  it('the orders earn what the text says', () => {
    expect(output).toContain('"matchedBy":"SESSION"');
    expect(output).toContain('"counts":{"created":2,"replayed":0,"conflict":0,"invalid":1,"failed":0}');
    const payout =
      /^pay_\w{26},aff_\w{26},nora\.lind@example\.com,Nora,5349,53\.49,EUR,PENDING,.*,2,,,,nora-2026-11/m;
    expect(output).toMatch(payout);
    expect(output).toMatch(/"balances":\[\{"currency":"EUR","pending":0,"approved":-599,/);
  });
});

/** Everything that the shell printed. A reader puts in the key and, if it is another, the address. */
async function paste({ url, key }: RunningService, dataDir: string, pasted: Fence[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-readme-'));
  // What the blocks write stays out of the project.
  for (const name of ['package.json', 'bin']) symlinkSync(join(root, name), join(folder, name));
  const text = pasted.map((block) => block.text.replace('rc_test_…', key!)).join('\n');
  writeFileSync(join(folder, 'pasted.sh'), TELL_FAILURES + text.replaceAll(SAMPLE_ORIGIN, url));
  const environment = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: '',
    NODE_OPTIONS: '',
    LC_ALL: 'C.UTF-8',
  };
  try {
    return await new Promise((resolve) => {
      const options = { cwd: folder, env: environment, maxBuffer: 64 * 1024 * 1024 };
      execFile('bash', ['pasted.sh'], options, (_, output) => resolve(output));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
