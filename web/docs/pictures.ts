// The pictures that guides show, in each language: files beside the guides, made by `npm run screenshots`.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';
import type { Language } from './words.js';

const folderOf = (language: Language) => join(projectRoot(), 'web', 'docs', 'images', language);

/** Each by its name, `dashboard-orders.png` for one. */
export function picturesIn(language: Language): [name: string, picture: Buffer][] {
  const folder = folderOf(language);
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]);
}

/**
 * In pixels, as the beginning of a PNG file says.
 * @throws Error when there is no such picture.
 */
export function pictureSize(language: Language, name: string): { width: number; height: number } {
  const head = readFileSync(join(folderOf(language), name)).subarray(0, 24);
  if (head.toString('latin1', 1, 4) !== 'PNG') throw new Error(`${name} is no PNG`);
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) };
}
