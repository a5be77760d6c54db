// A page's content → what stands in <main>.
import type { Operation } from './contract.js';
import { requestCard, responseCard } from './cards.js';
import { fieldList } from './field-list.js';
import { escaped } from './html.js';
import type { ContractEvent } from './events.js';
import type { Heading } from './markdown.js';
import { markdownAddress, PageMarkdown } from './markdown.js';
import type { Site } from './navigation.js';
import { badge } from './navigation.js';
import type { Block, PageContent, Section } from './sections.js';
import { tryPanel } from './try-it.js';

/** The page's HTML and the headings in it. */
export function mainOf(whole: Site, page: PageContent): { main: string; outline: Heading[] } {
  const isEnglish = page.untranslated !== undefined || whole.appendix.includes(page);
  const site = { ...whole, textLanguage: isEnglish ? 'en' : whole.language } as const;
  const markdown = new PageMarkdown(site.language, site.words);
  const operation = site.contract.operations.find(({ id }) => id === page.operationId);
  const event = site.events.find(({ name }) => name === page.event);
  const main = operation
    ? operationMain(site, page, operation, markdown)
    : event
      ? eventMain(site, page, event, markdown)
      : guideMain(site, page, markdown);
  const tryIt = { id: 'try-it', title: site.words.tryTitle, level: 2 };
  return { main, outline: operation ? [...markdown.headings, tryIt] : markdown.headings };
}

function guideMain(site: Site, page: PageContent, markdown: PageMarkdown): string {
  const sections = page.sections.map((section) => sectionHtml(site, section, markdown));
  return `<h1>${escaped(page.title)}</h1>${actions(site, page)}${note(page, markdown)}<div class="lead"${foreign(site)}>${markdown.html(page.lead)}</div>${sections.join('\n')}`;
}

function operationMain(site: Site, page: PageContent, operation: Operation, markdown: PageMarkdown): string {
  const { tag, method, path, id } = operation;
  const route = `${badge(method)} <code>${escaped(path)}</code> <small>${escaped(id)}</small>`;
  const header = headerOf(site, page, { tag, route, markdown });
  return `${columnsOf(site, page, markdown, header)}\n${tryPanel(site.contract, operation, site.words)}`;
}

function eventMain(
  site: Site,
  page: PageContent,
  { tag, name }: ContractEvent,
  markdown: PageMarkdown,
): string {
  const route = `<code>${escaped(name)}</code>`;
  return columnsOf(site, page, markdown, headerOf(site, page, { tag, route, markdown }));
}

interface Header {
  tag: string;
  /** HTML: what the page is about, as programs name it. The lead's first paragraph says the same. */
  route: string;
  markdown: PageMarkdown;
}

function headerOf(site: Site, page: PageContent, { tag, route, markdown }: Header): string {
  const lead = page.lead.split('\n\n').slice(1).join('\n\n');
  return `<header><p class="tag" lang="en">${escaped(tag)}</p><h1${foreign(site)}>${escaped(page.title)}</h1>
<p class="route">${route}</p>${actions(site, page)}${note(page, markdown)}
<div class="lead"${foreign(site)}>${markdown.html(lead)}</div></header>`;
}

/** The text, and beside it the samples; on a narrow screen below it. */
function columnsOf(site: Site, page: PageContent, markdown: PageMarkdown, header: string): string {
  const column = (name: Section['column']) =>
    page.sections
      .filter((section) => section.column === name && !section.onlyMarkdown)
      .map((section) => sectionHtml(site, section, markdown))
      .join('\n');
  const text = column('text');
  const before = markdown.headings.length;
  const samples = column('samples');
  for (const heading of markdown.headings.slice(before)) heading.beside = true;
  return `<div class="columns"><div class="text">${header}\n${text}</div>
<div class="samples">${samples}</div></div>`;
}

function sectionHtml(site: Site, section: Section, markdown: PageMarkdown): string {
  const { title, id, english, folded } = section;
  const label = `<span${english === 'title and text' ? foreign(site) : ''}>${escaped(title)}</span>`;
  const heading = markdown.heading(2, title, label, id, !folded);
  const content = contentHtml(site, section, markdown);
  if (folded) return `<section><details><summary>${heading}</summary>${content}</details></section>`;
  return `<section>${heading}${content}</section>`;
}

function contentHtml(site: Site, section: Section, markdown: PageMarkdown): string {
  const { english, fields, calls, responses } = section;
  const wording = { words: site.words, foreign: foreign(site) };
  if (calls) return requestCard(calls, wording);
  if (responses) return responseCard(responses, wording);
  const blocks = (section.blocks ?? []).map((block) => blockHtml(block, markdown, wording.foreign));
  const says = markdown.html(fields ? fields.says : section.markdown);
  const list = fields ? fieldList(fields.list, { ...wording, markdown }) : '';
  return `<div${english === 'nothing' ? '' : wording.foreign}>${says}</div>${list}${blocks.join('\n')}`;
}

function blockHtml(block: Block, markdown: PageMarkdown, language: string): string {
  const { id, title, says, shown } = block;
  const kind = title.startsWith('2') || title.startsWith('3') ? 'good' : 'bad';
  return `<details class="block" id="${markdown.place(id)}"><summary><strong class="${kind}">${escaped(title)}</strong> <span${language}>${markdown.inline(says)}</span></summary><div${language}>${markdown.html(shown)}</div></details>`;
}

/** Marks English text on a page in another language, for those who have it read to them. */
function foreign({ language, textLanguage }: Site): string {
  return language === textLanguage ? '' : ` lang="${textLanguage}"`;
}

/** That the page is not translated yet. */
function note({ untranslated }: PageContent, markdown: PageMarkdown): string {
  return untranslated === undefined ? '' : markdown.html(untranslated);
}

function actions({ words, language }: Site, page: PageContent): string {
  const address = markdownAddress(page.slug, language);
  const tryIt = page.operationId === undefined ? '' : ` <a href="#try-it">${escaped(words.tryTitle)}</a>`;
  return `<p class="actions"><button type="button" class="copy-markdown" data-address="${address}">${escaped(words.copyMarkdown)}</button> <a href="${address}">${escaped(words.viewMarkdown)}</a>${tryIt}</p>`;
}
