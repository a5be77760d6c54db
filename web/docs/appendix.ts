// Pages that no menu names, for the foot of every page: the changes and the licence, as the project's own files say them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform/contract/project-root.js';
import type { PageContent, Section } from './sections.js';
import { headingId, splitAtHeadings } from './sections.js';
import type { Words } from './words.js';

/** Both are in English in every language. */
export function appendixOf(words: Words): PageContent[] {
  return [changelog(words), licence(words)];
}

function changelog(words: Words): PageContent {
  const { lead, parts } = splitAtHeadings(fileOf('CHANGELOG.md').replace(/^# .*\n/, ''));
  // Its links are the repository's: the contract has an address of its own here.
  const here = (text: string) => text.replace(/\]\(released\/openapi\.yaml\)/g, '](/openapi.yaml)');
  return {
    slug: 'changelog',
    title: words.changelog,
    summary: words.changelogSummary,
    lead: here(lead),
    sections: parts.map(({ title, markdown }) => section(title, here(markdown))),
  };
}

function licence(words: Words): PageContent {
  const [, ...paragraphs] = fileOf('LICENSE').trim().split('\n\n');
  return {
    slug: 'licence',
    title: words.licence,
    summary: words.licenceSummary,
    lead: paragraphs.join('\n\n'),
    sections: [],
  };
}

function section(title: string, markdown: string): Section {
  return { id: headingId(title), title, markdown, column: 'text', english: 'title and text' };
}

function fileOf(name: string): string {
  return readFileSync(join(projectRoot(), name), 'utf8');
}
