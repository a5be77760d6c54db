// The guides: Markdown files in each language, read in this order.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';
import type { PageContent } from './sections.js';
import { headingId, splitAtHeadings } from './sections.js';
import type { Language } from './words.js';

/** Groups of the menu, by the words that name them. */
export const guideGroups = ['guidesStart', 'guidesConnect', 'guidesReliable', 'guidesFollow'] as const;

type GuideGroup = (typeof guideGroups)[number];

const slugs = [
  'index',
  'getting-started',
  'server-to-server-postback',
  'redirect-and-browser-flow',
  'browser-script',
  'identify-and-email-hashing',
  'idempotency-and-retries',
  'errors',
  'test-mode',
  'refunds',
  'receive-webhooks',
  'why-not-credited',
  'dashboard',
  'moving-from-a-cookie-pixel',
  'typescript-client',
  'official-sdk',
  'going-live',
] as const;

const groups: Record<(typeof slugs)[number], GuideGroup> = {
  index: 'guidesStart',
  'getting-started': 'guidesStart',
  'server-to-server-postback': 'guidesConnect',
  'redirect-and-browser-flow': 'guidesConnect',
  'browser-script': 'guidesConnect',
  'identify-and-email-hashing': 'guidesConnect',
  'idempotency-and-retries': 'guidesReliable',
  errors: 'guidesReliable',
  'test-mode': 'guidesReliable',
  refunds: 'guidesFollow',
  'receive-webhooks': 'guidesFollow',
  'why-not-credited': 'guidesFollow',
  dashboard: 'guidesFollow',
  'moving-from-a-cookie-pixel': 'guidesConnect',
  'typescript-client': 'guidesConnect',
  'going-live': 'guidesReliable',
};

/** By group, and in each in the order a newcomer needs them. `index` is the site's first page. */
export const guideSlugs = guideGroups.flatMap((group) => slugs.filter((slug) => groups[slug] === group));

/** Undefined for what is no guide. */
export function groupOf(slug: string): GuideGroup | undefined {
  return (groups as Record<string, GuideGroup>)[slug];
}

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
