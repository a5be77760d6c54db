// A page as the site knows it: a title, a summary and sections of Markdown. The page's .md is these sections one after the other; its
// HTML is the same sections, arranged.

export interface Section {
  /** The heading's id, for links. */
  id: string;
  title: string;
  /** Without the heading itself; headings inside start at `###`. */
  markdown: string;
  /** Where it stands on a wide screen: the text, or the column of samples beside it. */
  column: 'text' | 'samples';
  /** What of it is the contract's, and so in English on French pages too. */
  english: 'nothing' | 'text' | 'title and text';
  /** Shown folded; its title opens it. */
  folded?: boolean;
  /** What follows the text: blocks that fold one by one, such as a reply for each status. */
  blocks?: Block[];
}

export interface Block {
  id: string;
  title: string;
  /** One line beside the title; Markdown. */
  says: string;
  markdown: string;
  open: boolean;
}

export interface PageContent {
  /** The last part of its address. */
  slug: string;
  title: string;
  /** One plain sentence or two, for lists, search results and llms.txt. */
  summary: string;
  /** Markdown between the title and the first section. */
  lead: string;
  sections: Section[];
  /** The operation this page describes. */
  operationId?: string;
  /** The event this page describes. */
  event?: string;
}

/** The name of what a page of the reference describes; undefined for guides and overviews. */
export function describedBy({ operationId, event }: PageContent): string | undefined {
  return operationId ?? event;
}

/** The whole page as Markdown. */
export function markdownOf(page: PageContent): string {
  const sections = page.sections.map(({ title, markdown, blocks = [] }) => {
    const parts = blocks.map((block) => `### ${block.title}\n\n${block.says}\n\n${block.markdown.trim()}\n`);
    return [`## ${title}\n`, ...(markdown === '' ? [] : [`${markdown.trim()}\n`]), ...parts].join('\n');
  });
  return withPlainFences([`# ${page.title}\n`, `${page.lead.trim()}\n`, ...sections].join('\n'));
}

/** Of what stands behind a fence's language, how a page shows it, other readers know nothing. */
function withPlainFences(markdown: string): string {
  return markdown.replace(/^(`{3,}[a-z]+) .+$/gm, '$1');
}

/** Moves every heading of a Markdown text down by some levels; fenced code is left alone. */
export function lowered(markdown: string, levels: number): string {
  return linesOf(markdown)
    .map(({ line, isCode }) => (!isCode && /^#{1,6} /.test(line) ? '#'.repeat(levels) + line : line))
    .join('\n');
}

/** Splits a Markdown text at its `##` headings: what stands before the first, and each heading with its text. */
export function splitAtHeadings(markdown: string): {
  lead: string;
  parts: { title: string; markdown: string }[];
} {
  const lead: string[] = [];
  const parts: { title: string; lines: string[] }[] = [];
  for (const { line, isCode } of linesOf(markdown)) {
    if (!isCode && line.startsWith('## ')) parts.push({ title: line.slice(3).trim(), lines: [] });
    else (parts.at(-1)?.lines ?? lead).push(line);
  }
  return {
    lead: lead.join('\n').trim(),
    parts: parts.map(({ title, lines }) => ({ title, markdown: lines.join('\n').trim() })),
  };
}

/** The lines of a Markdown text; what looks like a heading inside a fence is none. */
function linesOf(markdown: string): { line: string; isCode: boolean }[] {
  let isCode = false;
  return markdown.split('\n').map((line) => {
    if (/^\s*(```|~~~)/.test(line)) isCode = !isCode;
    return { line, isCode };
  });
}

/** Heading → id, by GitHub's rule: lower case, punctuation dropped, spaces to hyphens. */
export function headingId(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}
