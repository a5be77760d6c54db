// Builds what is stale, then runs it:  node bin/run.mjs [entry [arguments …]]
//
//   node bin/run.mjs                   only build
//   node bin/run.mjs main              dist/src/main.js
//   node bin/run.mjs cli/keys list     dist/src/cli/keys.js with the argument "list"
//
// The entry runs in this very process, so that signals reach it. Standard output is the entry's alone.
// Why so: docs/decisions/0008-own-build-and-no-nest-cli.md
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.stamp');
/** What `#platform/…` means in what was compiled; in the sources package.json says it. */
const scope = join(dist, 'package.json');
const imports = { '#generated/*.js': './generated/*.js', '#*.js': './src/*.js' };
const lock = join(dist, '.lock');
const compiler = join(root, 'node_modules', '@swc', 'core');
const folders = ['src', 'generated', 'tools', 'web'];
/** What a browser runs of the dashboard: bundled by web/dashboard/build.ts, and not compiled file by file. */
const bundled = /^web\/(dashboard\/app|ui)\//;
/** What builds for browsers, from code that was just compiled, and the last that it writes. */
const builders = [
  { source: join('web', 'docs', 'build.ts'), result: join(dist, 'pages', 'llms.txt') },
  { source: join('web', 'dashboard', 'build.ts'), result: join(dist, 'dashboard', 'index.html') },
].filter(({ source }) => existsSync(join(root, source)));

const [entry, ...args] = process.argv.slice(2);
const entryFile = entry && join(dist, 'src', `${entry}.js`);
await buildIfStale();
if (entryFile) {
  if (!existsSync(entryFile)) fail(`There is no ${relative(root, entryFile)}.`);
  process.argv = [process.argv[0], entryFile, ...args];
  await import(pathToFileURL(entryFile).href);
}

async function buildIfStale() {
  if (isFresh()) return;
  if (!existsSync(compiler)) {
    // Installed without development packages, with a build brought along (and perhaps without its sources).
    if (entryFile && existsSync(entryFile)) {
      if (sources().length > 0)
        process.stderr.write('The build is stale, but there is no compiler: it runs as it is.\n');
      return;
    }
    fail(
      'There is no build, and the compiler to make one is not installed: run "npm ci" with development packages.',
    );
  }
  await takeLock();
  try {
    if (!isFresh()) await build(); // while we waited, another may have built
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Types are stripped, not checked (`npm run typecheck` does that): a first start takes a second, not ten. */
async function build() {
  const hash = hashOfSources();
  // From here until the end there is no valid build, whatever happens to this process.
  rmSync(stamp, { force: true });
  process.stderr.write('Building …\n');
  const { compile } = await import('./compile.mjs');
  try {
    await Promise.all(modules().map((file) => compileFile(compile, file)));
  } catch (error) {
    rmSync(lock, { recursive: true, force: true });
    fail(`${error.message}\nThe build failed.`);
  }
  writeFileSync(scope, `${JSON.stringify({ type: 'module', imports }, null, 2)}\n`);
  removeLeftovers();
  await Promise.all(builders.map(({ source }) => buildFor(source)));
  writeFileSync(stamp, hash);
}

async function compileFile(compile, file) {
  const output = outputOf(file);
  const { code, map } = await compile(readFileSync(file, 'utf8'), file, true);
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(`${output}.map`, map);
  writeFileSync(output, `${code}\n//# sourceMappingURL=${basename(output)}.map\n`);
}

/** The documentation site or the dashboard. In a process of its own: the service needs none of what this loads. */
async function buildFor(source) {
  const builder = spawn(process.execPath, [outputOf(join(root, source))], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  builder.stderr.on('data', (chunk) => (said += chunk));
  const [status] = await once(builder, 'close');
  if (status === 0) return;
  rmSync(lock, { recursive: true, force: true });
  fail(`${said}\nThe build of ${dirname(source)} failed.`);
}

function isFresh() {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== hashOfSources()) return false;
  return [scope, ...builders.map(({ result }) => result), ...outputs()].every((file) => existsSync(file));
}

/** Over names and contents, not times: checking out or copying a project makes no build stale. */
function hashOfSources() {
  const hash = createHash('sha256');
  const settings = ['package.json', 'bin/compile.mjs', 'openapi.fr.yaml'].map((name) => join(root, name));
  for (const file of [...settings.filter((name) => existsSync(name)), ...sources()].sort()) {
    hash.update(`\0${relative(root, file)}\0`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

function sources() {
  return folders.flatMap((folder) => filesIn(join(root, folder)));
}

function modules() {
  const isModule = (file) => file.endsWith('.ts') && !file.endsWith('.d.ts');
  return sources().filter(
    (file) => isModule(file) && !bundled.test(relative(root, file).replaceAll('\\', '/')),
  );
}

function outputOf(file) {
  return join(dist, relative(root, file)).replace(/\.ts$/, '.js');
}

function outputs() {
  return modules().map(outputOf);
}

/** What a removed or renamed source has left must not be importable any more. */
function removeLeftovers() {
  const wanted = new Set(outputs());
  for (const file of folders.flatMap((folder) => filesIn(join(dist, folder)))) {
    const module = file.replace(/\.map$/, '');
    if (module.endsWith('.js') && !wanted.has(module)) rmSync(file);
  }
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((found) => {
    const path = join(folder, found.name);
    return found.isDirectory() ? filesIn(path) : [path];
  });
}

/** One builds, others wait. A lock whose holder has died (or never wrote its number down) is set aside. */
async function takeLock() {
  mkdirSync(dist, { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      writeFileSync(join(lock, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST' && error.code !== 'ENOENT') throw error;
    }
    if (isLockStale()) {
      // Renamed first: of several who see it stale, one gets it.
      const aside = `${lock}.${process.pid}`;
      try {
        renameSync(lock, aside);
      } catch {
        continue;
      }
      rmSync(aside, { recursive: true, force: true });
    }
    await sleep(50);
  }
}

function isLockStale() {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    if (pid > 0) return !isAlive(pid);
  } catch {
    // not written yet, or gone
  }
  const made = statSync(lock, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > 5000;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
