// The files that pages load, named by their content: what has such a name never changes, and is never asked for again.
import { createHash } from 'node:crypto';

/** A file's name → what it is called in pages and by other scripts: `site.js` → `site-0123456789ab.js`. */
export type AssetNames = ReadonlyMap<string, string>;

/**
 * Copies of the files under hashed names, in which scripts import each other by these.
 * @throws Error for scripts that import each other in a circle: neither could be named before the other.
 */
export function hashedAssets(files: ReadonlyMap<string, string>): {
  names: AssetNames;
  hashed: Map<string, string>;
} {
  const names = new Map<string, string>();
  const hashed = new Map<string, string>();
  const name = (file: string, above: string[]): string => {
    const known = names.get(file);
    if (known !== undefined) return known;
    if (above.includes(file)) throw new Error(`${[...above, file].join(' imports ')}: a circle`);
    const text = (files.get(file) ?? '').replace(
      /(from\s*["']\.\/)([a-z-]+\.js)(["'])/g,
      (_, before, other, after) => [before, name(other as string, [...above, file]), after].join(''),
    );
    const own = file.replace(/\.[a-z]+$/, (end) => `-${hashOf(text)}${end}`);
    names.set(file, own);
    hashed.set(own, text);
    return own;
  };
  for (const file of files.keys()) name(file, []);
  return { names, hashed };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
