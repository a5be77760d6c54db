// Compares two contracts: `redocly diff`, and what it does not see (gaps.ts), on both as comparable.ts writes them. And says which
// versions may break what.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { comparable } from './comparable.js';
import { gapsBetween } from './gaps.js';
import type { Json } from '../support/document.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/** One thing that breaks callers of the earlier contract. */
export interface Breakage {
  /** A JSON pointer into the contract. */
  where: string;
  what: string;
}

/** Everything that breaks between the two. @throws Error when redocly cannot compare them. */
export async function breakagesBetween(earlier: Json, later: Json): Promise<Breakage[]> {
  const [before, after] = [comparable(earlier), comparable(later)];
  const folder = mkdtempSync(join(tmpdir(), 'contract-diff-'));
  try {
    const [base, revision, report] = ['before.json', 'after.json', 'report.json'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    writeFileSync(base, JSON.stringify(before));
    writeFileSync(revision, JSON.stringify(after));
    await redocly([
      'diff',
      base,
      revision,
      '--config',
      'redocly.yaml',
      '--fail-on',
      'none',
      '--format',
      'json',
      '-o',
      report,
    ]);
    const { changes } = JSON.parse(readFileSync(report, 'utf8')) as { changes: Change[] };
    const seen = changes
      .filter(({ impact }) => impact === 'major')
      .map(({ path, verdicts }) => ({ where: path, what: verdicts.map(({ message }) => message).join(' ') }));
    return [...seen, ...gapsBetween(before, after).map(([where, what]) => ({ where, what }))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Change {
  path: string;
  impact: string;
  verdicts: { message: string }[];
}

async function redocly(args: string[]): Promise<void> {
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NODE_OPTIONS: '',
  };
  await new Promise<void>((resolve, reject) => {
    execFile(join(ROOT, 'node_modules/.bin/redocly'), args, { cwd: ROOT, env }, (error, _out, said) => {
      if (error) reject(new Error(said, { cause: error }));
      else resolve();
    });
  });
}

/**
 * Whether a contract of version `to` may break callers of version `from`: the leftmost number that is not 0 has moved, as npm reads
 * `^0.1.0` and `^1.0.0`.
 */
export function mayBreak(from: string, to: string): boolean {
  const [older, newer] = [from, to].map((version) => version.split('.').map(Number)) as [number[], number[]];
  const leading = older.findIndex((number) => number > 0);
  const end = (leading < 0 ? 2 : leading) + 1;
  for (let at = 0; at < end; at++) {
    if (newer[at] !== older[at]) return newer[at]! > older[at]!;
  }
  return false;
}
