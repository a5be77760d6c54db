// Runs the tests and says at the end, alone on the last line, how many passed and how many failed.
//
//   node test/run.mjs                     everything but the long ones: format, lint, types, then all test files with coverage
//   node test/run.mjs --chaos [rounds]    only test/chaos, faults under load included, with that many kills (default 20)
//   node test/run.mjs --browser [files]   only test/browser, in the machine's Chromium
//   node test/run.mjs --samples           only test/samples: every sample and guide, in every language that the machine has
//   node test/run.mjs --independent       only test/e2e, and what a validator that is not ours has to say of all its traffic
//   node test/run.mjs <jest arguments>    some test files, without the checks around them
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { HOW_TO_INSTALL, findChromium } from './browser/support/chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'refcampaign-run-'));
const results = join(scratch, 'results.json');
const seen = join(scratch, 'seen.txt');
const exchanges = join(scratch, 'exchanges.jsonl');
const judge = 'test/independent/traffic';
const [first, ...rest] = process.argv.slice(2);
const count = { passed: 0, failed: 0 };

try {
  if (first === '--chaos') {
    await runJest(['--runInBand', 'test/chaos'], { CHAOS_ROUNDS: rest[0] ?? '20' });
  } else if (first === '--browser') {
    if (findChromium() === null) record(HOW_TO_INSTALL, false);
    else
      await runJest(['--runInBand', ...(rest.length > 0 ? rest : ['test/browser'])], {
        BROWSER_TESTS: 'yes',
      });
  } else if (first === '--samples') {
    await runJest(['--runInBand', ...(rest.length > 0 ? rest : ['test/samples'])]);
  } else if (first === '--independent') {
    await runJest(['test/e2e/.*suite', ...rest], { RECORD_EXCHANGES: exchanges });
    await runJest(['test/independent'], { JUDGE_EXCHANGES: exchanges });
  } else if (first !== undefined) {
    await runJest([first, ...rest]);
  } else {
    await Promise.all([
      check('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
      check('types', 'typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']),
      check('types of the browser script', 'typescript/bin/tsc', ['--noEmit', '-p', 'clients/browser']),
      check('types of the pages', 'typescript/bin/tsc', ['--noEmit', '-p', 'site/browser']),
      check('lint', 'eslint/bin/eslint.js', ['--max-warnings', '0', '.']),
    ]);
    // Faults under load want the machine for themselves, and large things take their time: they are in the chaos run, of which CI runs
    // a short form. All the samples take minutes to compile: they are in a run of their own.
    const long = [
      ...['faults', 'export', 'large-payout'].map((name) => `test/chaos/${name}`),
      ...['every-sample', 'every-guide'].map((name) => `test/samples/${name}`),
    ];
    const ownRun = ['--testPathIgnorePatterns', '/node_modules/', judge, ...long];
    await runJest(['--coverage', ...ownRun], {
      CHAOS_ROUNDS: '3',
      SEEN_REPLIES: seen,
      RECORD_EXCHANGES: exchanges,
    });
    await checkSeenReplies();
    await runJest([judge], { JUDGE_EXCHANGES: exchanges });
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;

/** A check around the tests counts as one test. */
async function check(name, program, args) {
  record(name, (await run(program, args)) === 0);
}

function record(name, passed) {
  count[passed ? 'passed' : 'failed']++;
  console.log(`${passed ? 'ok' : 'NOT OK'}  ${name}`);
}

async function runJest(args, environment = {}) {
  rmSync(results, { force: true });
  const status = await run('jest/bin/jest.js', ['--json', `--outputFile=${results}`, ...args], {
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
    ...environment,
  });
  if (!existsSync(results)) return record('jest', false);
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  count.passed += numPassedTests;
  count.failed += numFailedTests;
  for (const file of testResults) {
    for (const { status, fullName } of file.assertionResults) {
      // A test that cannot be run here says why: green it is, but not silently.
      if (status === 'pending' && fullName.includes('NOT RUN')) console.log(`not run  ${fullName}`);
    }
    if (file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')) {
      record(`${file.name} could not run`, false);
    }
  }
  // Red for another reason than a test: the coverage floor.
  if (status !== 0 && count.failed === 0) record('jest (coverage floor?)', false);
}

/** Nothing is said that no test has seen: every status of every operation came up in the tests. */
async function checkSeenReplies() {
  await import('../bin/typescript.mjs');
  const { operations } = await import('../generated/operations.ts');
  const replies = new Set(existsSync(seen) ? readFileSync(seen, 'utf8').split('\n') : []);
  const declared = Object.entries(operations).flatMap(([id, { statuses }]) =>
    statuses.map((status) => `${id} ${status}`),
  );
  const unseen = declared.filter((pair) => !replies.has(pair));
  if (unseen.length > 0) console.log(`Declared in openapi.yaml, seen by no test:\n  ${unseen.join('\n  ')}`);
  record(`${declared.length} declared replies were seen`, unseen.length === 0);
}

/** Runs a program of node_modules to its end. @returns {Promise<number | null>} its exit code */
async function run(program, args, environment = {}) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', ...environment },
  });
  const [code] = await once(child, 'close');
  return code;
}
