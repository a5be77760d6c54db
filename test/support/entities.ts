// Every mapped row there is, found by the name of its file, and whose it is: the feature in whose folder it stands.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getMetadataArgsStorage } from 'typeorm';
import { sourcesIn } from '../architecture/source.js';

const root = resolve(import.meta.dirname, '../..');

export interface MappedTable {
  entity: new () => object;
  table: string;
  /** As a folder below src/: `earnings/payouts`, `platform/jobs`. */
  owner: string;
}

/** `src/earnings/payouts/create-payout.service.ts` → `earnings/payouts`; `src/cli/keys.ts` → `cli`. */
export const featureOf = (path: string) => path.split('/').slice(1, -1).slice(0, 2).join('/');

const files = sourcesIn(root, 'src')
  .filter((path) => path.endsWith('.entity.ts'))
  .sort();
export const mapped = (await Promise.all(files.map(tablesIn))).flat();
export const entities = mapped.map(({ entity }) => entity);

async function tablesIn(path: string): Promise<MappedTable[]> {
  const exported = Object.values((await import(pathToFileURL(join(root, path)).href)) as object);
  const declared = getMetadataArgsStorage().tables.filter(({ target }) => exported.includes(target));
  if (declared.length === 0) throw new Error(`${path} exports no class with @Entity`);
  return declared.map(({ target, name }) => ({
    entity: target as new () => object,
    table: String(name),
    owner: featureOf(path),
  }));
}
