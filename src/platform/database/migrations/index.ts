// Every migration, oldest first: the files beside this one whose names begin with a number. A released one is never edited: add the next number.
import { readdirSync } from 'node:fs';
import type { MigrationInterface } from 'typeorm';

/** With `transaction = false` it runs outside of any: see `createIndexConcurrently`. */
export type MigrationClass = new () => MigrationInterface;

/** As `0004-work-in-turns.ts`, or `.js` in the build, where a map of each lies beside it. */
const NUMBERED = /^\d{4}-[a-z0-9-]+\.[jt]s$/;

const files = readdirSync(import.meta.dirname)
  .filter((name) => NUMBERED.test(name))
  .sort();

export const migrations: readonly MigrationClass[] = await Promise.all(files.map(load));

/** @throws Error for a file that exports anything but one class: what it is would be a guess, and what is not run is missed later. */
async function load(file: string): Promise<MigrationClass> {
  const exported = Object.values((await import(`./${file}`)) as Record<string, unknown>);
  if (exported.length !== 1 || typeof exported[0] !== 'function')
    throw new Error(`migrations/${file} must export one class and nothing else`);
  return exported[0] as MigrationClass;
}
