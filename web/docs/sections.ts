// A page as the site knows it: a title, a summary and sections of Markdown. The page's .md is these sections one after the other; its
// HTML is the same sections, arranged.
import type { Field } from './fields.js';

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
  /** What the page shows in place of the Markdown, whose table says the same: a text, and fields that fold. */
  fields?: { says: string; list: Field[] };
  /** What follows the text: blocks that fold one by one, such as a response for each status. */
  blocks?: Block[];
  /** What the page shows in place of the Markdown, which holds the first of them: a call to pick, or a response. */
  calls?: CallExample[];
  responses?: ResponseTab[];
  /** Of what the page shows elsewhere: only programs that read need it here too. */
  onlyMarkdown?: boolean;
}

export interface Block {
  id: string;
  title: string;
  /** One line beside the title; Markdown. */
  says: string;
  markdown: string;
  /** Markdown that the page shows in place of it, where the examples stand beside. */
  shown: string;
}

/** An example of the request, as a program in each language. */
export interface CallExample {
  /** Of the responses, those of the same name answer it. */
  name: string;
  title: string;
  programs: Code[];
}

/** A status with what it may say. */
export interface ResponseTab {
  status: string;
  examples: ResponseExample[];
  /** The one that is shown first. */
  open: boolean;
}

export interface ResponseExample {
  name: string;
  title: string;
  code: Code;
}

export interface Code {
  /** Above it: `cURL`. */
  label: string;
  /** For its colours: `sh`. */
  language: string;
  text: string;
}

export interface PageContent {
  /** The last part of its address. */
  slug: string;
  title: string;
  /** One plain sentence or two, for lists, search results and llms.txt. */
  summary: string;
  /** Where the texts are in English on a page in another language: what the page says of it, in its own. Markdown. */
  untranslated?: string;
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
  const note = page.untranslated === undefined ? [] : [`${page.untranslated}\n`];
  return withPlainFences([`# ${page.title}\n`, ...note, `${page.lead.trim()}\n`, ...sections].join('\n'));
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

/** Splits a Markdown text at its headings of a level: what stands before the first, and each heading with its text. */
export function splitAtHeadings(
  markdown: string,
  level: '##' | '###' = '##',
): {
  lead: string;
  parts: { title: string; markdown: string }[];
} {
  const lead: string[] = [];
  const parts: { title: string; lines: string[] }[] = [];
  for (const { line, isCode } of linesOf(markdown)) {
    if (!isCode && line.startsWith(`${level} `))
      parts.push({ title: line.slice(level.length).trim(), lines: [] });
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
