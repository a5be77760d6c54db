// Runs the tests and says at the end, alone on the last line, how many passed and how many failed. `--help` says what there is to run.
// Why so: docs/decisions/0016-tests-run-natively-in-few-processes.md
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCLI, startVitest } from 'vitest/node';
import { HOW_TO_INSTALL, findChromium } from './browser/support/chromium.mjs';

const HELP = `Usage: npm test [-- <what>]        (or: node test/run.mjs [<what>])

  (nothing)             lint, types, format, and all tests but the long ones below; every declared reply was seen, and a validator that is
                        not ours agrees with what the end-to-end tests and the service say to each other
  --chaos [rounds]      faults under load, what is large, plans among many rows, and that many rounds of kill -9 right after a reply (default 20)
  --browser [files]     pages and browser script in the machine's Chromium
  --samples [files]     the client as a package, every sample and guide of the documentation, in every language that the machine has
  --fuzz [options]      requests made from the contract's schemas, valid and spoilt, their replies checked; \`npm run fuzz -- --help\`
  --pooler              the end-to-end tests of webhooks, events and orders, through the machine's pgbouncer
  --coverage            as nothing, with the coverage of src/ and its floor, and the types as the pinned compiler sees them; in CI by itself
  --independent         only the end-to-end tests and what the other validator has to say of them
  <files> [-t <name>]   these test files, or in them the tests of that name; further arguments go to vitest
  --help                this

Every run ends with a line "N passed, N failed". A failing test prints what to run to see it alone.
`;

const root = fileURLToPath(new URL('..', import.meta.url));
/** Faults under load want the machine for themselves, large things and compilers take their time: they are runs of their own. */
const LONG = [
  'test/browser/**',
  ...['faults', 'restart', 'export', 'large-payout', 'explain', 'webhooks'].map(
    (name) => `test/chaos/${name}.test.ts`,
  ),
  ...[
    'every-sample',
    'fresh-start',
    'every-guide',
    'readme',
    'postback',
    'client-package',
    'receive-webhooks',
  ].map((name) => `test/samples/${name}.test.ts`),
];
const judge = 'test/independent/traffic.test.ts';
/**
 * Not counted although tested: what runs as a process of its own (main, command line entries, the welcome) and what only happens to
 * other machines (macOS, ordinary users, PostgreSQL's binaries missing). All else is covered, so a fall below this is a gap.
 */
const COVERED_PERCENT = 94;
const [first, ...rest] = process.argv.slice(2);
/** What costs a third more and seldom finds anything: coverage, and the types once more. */
const isThorough = first === '--coverage' || process.env.CI !== undefined;
const count = { passed: 0, failed: 0 };
let fuzzOptions = null;

process.chdir(root);
if (first === '--help' || first === '-h') {
  console.log(HELP);
} else if (first !== '--fuzz' || (await readFuzzOptions())) {
  await import('../bin/typescript.mjs');
  const { setUp } = await import('./support/global-setup.ts');
  const tearDown = await setUp(); // for all that is run here; a run of vitest's own would start one each time
  try {
    await runAll();
  } finally {
    await tearDown();
  }
  console.log(`${count.passed} passed, ${count.failed} failed`);
  process.exitCode = count.failed === 0 && count.passed > 0 ? 0 : 1;
}

async function runAll() {
  if (first === '--chaos') {
    process.env.CHAOS_ROUNDS = rest[0] ?? '20';
    await runTests(['test/chaos', '--maxWorkers=1']);
  } else if (first === '--fuzz') {
    const { fuzz } = await import('./fuzz/fuzz.ts');
    for (const { name, passed } of (await fuzz(fuzzOptions, console.log)).checks) record(name, passed);
  } else if (first === '--browser') {
    if (findChromium() === null) return record(HOW_TO_INSTALL, false);
    await runTests([...(rest.length > 0 ? rest : ['test/browser']), '--maxWorkers=1']);
  } else if (first === '--samples') {
    await runTests(rest.length > 0 ? rest : ['test/samples']);
  } else if (first === '--pooler') {
    const { HOW_TO_INSTALL_POOLER, startPooler } = await import('./support/pooler.ts');
    const stopPooler = await startPooler();
    if (stopPooler === null) return record(HOW_TO_INSTALL_POOLER, false);
    await runTests(['webhooks', 'events', 'conversions/recordPostback'].map((path) => `test/e2e/${path}`));
    await stopPooler();
  } else if (first === '--independent') {
    await withTraffic(() => runTests(['test/e2e', ...rest]));
  } else if (first !== undefined && first !== '--coverage') {
    await runTests([first, ...rest]);
  } else {
    process.env.CHAOS_ROUNDS = '1';
    await runChecks();
    const usual = () => withTraffic(() => runTests([...LONG, judge].map((path) => `--exclude=${path}`)));
    await (isThorough ? withCoverage(usual) : usual());
  }
}

/** Before anything is started. @returns {Promise<boolean>} whether there is something to run */
async function readFuzzOptions() {
  await import('../bin/typescript.mjs');
  const { FUZZ_HELP, parseFuzzOptions } = await import('./fuzz/options.ts');
  try {
    fuzzOptions = parseFuzzOptions(rest);
    if (fuzzOptions === null) console.log(FUZZ_HELP);
  } catch (error) {
    console.error(`${error.message}\n\n${FUZZ_HELP}`);
    process.exitCode = 1;
  }
  return fuzzOptions !== null;
}

/** First of all: they say the most in seconds. Beside the tests each of the two would take half as much again. */
async function runChecks() {
  await check('lint and types', 'oxlint/bin/oxlint', ['--type-check']);
  await check('format', 'oxfmt/bin/oxfmt', ['--check', '.']);
  if (!isThorough) return;
  // The linter checks the types with the compiler's next version, in a tenth of the time: the one that we pin has the last word.
  for (const project of ['tsconfig.json', 'clients/browser', 'web/docs/browser', 'web/dashboard/app'])
    await check(`types of ${project}`, 'typescript/bin/tsc', ['--noEmit', '-p', project]);
}

/** What the workers run of src/ is counted, not what the programs run that they start. */
async function withCoverage(run) {
  const scratch = mkdtempSync(join(tmpdir(), 'refcampaign-coverage-'));
  try {
    process.env.NODE_V8_COVERAGE = scratch;
    await run();
    delete process.env.NODE_V8_COVERAGE;
    const counted = ['--all', '--src=src', '--include=src/**/*.ts', '--include=clients/typescript/src/*.ts'];
    const left = ['--exclude=src/**/*.entity.ts'];
    const report = ['--reporter=text-summary', '--check-coverage', `--lines=${COVERED_PERCENT}`];
    const args = ['report', `--temp-directory=${scratch}`, ...counted, ...left, ...report];
    await check(`at least ${COVERED_PERCENT} % of lines are covered`, 'c8/bin/c8.js', args);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs the end-to-end tests among others, and then what looks at all that they and the service said to each other. */
async function withTraffic(run) {
  const scratch = mkdtempSync(join(tmpdir(), 'refcampaign-run-'));
  try {
    process.env.SEEN_REPLIES = join(scratch, 'seen.txt');
    process.env.EXCHANGES = join(scratch, 'exchanges.jsonl');
    await run();
    await runTests([judge]);
    await checkSeenReplies();
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** A check around the tests counts as one test. */
async function check(name, program, args) {
  record(name, (await runProgram(program, args)) === 0);
}

function record(name, passed) {
  count[passed ? 'passed' : 'failed']++;
  console.log(`${passed ? 'ok' : 'NOT OK'}  ${name}`);
}

/** Runs test files and counts their tests. @param args as for `vitest run` */
async function runTests(args) {
  const { filter, options } = parseCLI(['vitest', 'run', ...args]);
  const vitest = await startVitest('test', filter, options);
  for (const module of vitest.state.getTestModules()) {
    for (const test of module.children.allTests()) {
      if (test.result().state === 'passed') count.passed++;
      else if (test.result().state === 'failed') count.failed++;
    }
    const failsByItself = !module.ok() && [...module.children.allTests('failed')].length === 0;
    if (failsByItself) record(module.moduleId, false);
  }
  for (const error of vitest.state.getUnhandledErrors()) record(`outside of any test: ${error.stack}`, false);
  await vitest.close();
}

/** Nothing is said that no test has seen: every status of every operation came up in the tests. */
async function checkSeenReplies() {
  const { operations } = await import('../generated/operations.ts');
  const seen = process.env.SEEN_REPLIES;
  const replies = new Set(existsSync(seen) ? readFileSync(seen, 'utf8').split('\n') : []);
  const declared = Object.entries(operations).flatMap(([id, { statuses }]) =>
    statuses.map((status) => `${id} ${status}`),
  );
  const unseen = declared.filter((pair) => !replies.has(pair));
  if (unseen.length > 0) console.log(`Declared in openapi.yaml, seen by no test:\n  ${unseen.join('\n  ')}`);
  record(`${declared.length} declared replies were seen`, unseen.length === 0);
}

/** Runs a program of node_modules to its end. @returns {Promise<number | null>} its exit code */
async function runProgram(program, args) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, NODE_V8_COVERAGE: '' },
  });
  const [code] = await once(child, 'close');
  return code;
}
