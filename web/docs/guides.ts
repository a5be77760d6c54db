// The guides: Markdown files in each language, read in this order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';
import type { PageContent } from './sections.js';
import { headingId, splitAtHeadings } from './sections.js';
import type { Language } from './words.js';

/** By group of the menu, which a word names, and in each in the order a newcomer needs them. `index` is the site's first page. */
export const guidesByGroup = {
  guidesStart: ['index', 'getting-started', 'how-it-works'],
  guidesConnect: [
    'server-to-server-postback',
    'redirect-and-browser-flow',
    'browser-script',
    'identify-and-email-hashing',
    'moving-from-a-cookie-pixel',
    'typescript-client',
    'official-sdk',
  ],
  guidesReliable: ['idempotency-and-retries', 'errors', 'test-mode', 'going-live'],
  guidesFollow: ['run-a-programme', 'refunds', 'receive-webhooks', 'why-not-credited', 'dashboard'],
} as const;

export type GuideGroup = keyof typeof guidesByGroup;

export const guideSlugs: string[] = Object.values(guidesByGroup).flat();

/**
 * Reads a guide: its title, the paragraph that sums it up, and its sections.
 * @throws Error when the file does not begin with a title and a paragraph.
 */
export function readGuide(slug: string, language: Language): PageContent {
  const file = join(projectRoot(), 'web', 'docs', 'guides', language, `${slug}.md`);
  const [, title, rest] = /^# (.+)\n+([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? [];
  if (title === undefined || rest === undefined) throw new Error(`${slug}.md (${language}) has no title`);
  const { lead, parts } = splitAtHeadings(rest);
  const summary = (lead.split('\n\n')[0] as string).replace(/\s*\n\s*/g, ' ');
  if (summary === '') throw new Error(`${slug}.md (${language}) has no summary under its title`);
  return {
    slug,
    title: title.trim(),
    summary,
    lead,
    sections: parts.map((part) => ({
      id: headingId(part.title),
      title: part.title,
      markdown: part.markdown,
      column: 'text',
      english: 'nothing',
    })),
  };
}
