// The guides as files, in their two languages.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fencesOf, type Fence } from './fences.js';

export type GuideLanguage = 'en' | 'fr';

const folder = join(process.cwd(), 'web', 'docs', 'guides');

/** File names without `.md`, in the order of the alphabet. */
export function guideSlugs(language: GuideLanguage): string[] {
  const place = join(folder, language);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((name) => name.endsWith('.md'))
    .map((name) => name.slice(0, -'.md'.length))
    .sort();
}

export function guideFences(language: GuideLanguage, slug: string): Fence[] {
  return fencesOf(readFileSync(join(folder, language, `${slug}.md`), 'utf8'));
}

/** `errors, block 3 (sh)` */
export function nameOf(slug: string, fence: Fence): string {
  return `${slug}, block ${fence.number} (${[fence.language, ...fence.words].join(' ')})`;
}
