// A page's content → what stands in <main>.
import type { Operation } from './contract.js';
import { escaped } from './html.js';
import { outlineOf } from './layout.js';
import type { ContractEvent } from './events.js';
import type { Heading } from './markdown.js';
import { markdownAddress, PageMarkdown } from './markdown.js';
import type { Site } from './navigation.js';
import { badge } from './navigation.js';
import type { Block, PageContent, Section } from './sections.js';
import { tryPanel } from './try-it.js';

/** The page's HTML and the headings in it. */
export function mainOf(site: Site, page: PageContent): { main: string; outline: Heading[] } {
  const markdown = new PageMarkdown(site.language, site.words);
  const operation = site.contract.operations.find(({ id }) => id === page.operationId);
  const event = site.events.find(({ name }) => name === page.event);
  const main = operation
    ? operationMain(site, page, operation, markdown)
    : event
      ? eventMain(site, page, event, markdown)
      : guideMain(site, page, markdown);
  return { main, outline: markdown.headings };
}

function guideMain(site: Site, page: PageContent, markdown: PageMarkdown): string {
  const english = page.slug === 'reference' ? foreign(site) : '';
  const sections = page.sections.map((section) => sectionHtml(site, section, markdown));
  return `<h1>${escaped(page.title)}</h1>${actions(site, page)}<div class="lead"${english}>${markdown.html(page.lead)}</div>${sections.join('\n')}`;
}

function operationMain(site: Site, page: PageContent, operation: Operation, markdown: PageMarkdown): string {
  const { tag, method, path, id } = operation;
  const route = `${badge(method)} <code>${escaped(path)}</code> <small>${escaped(id)}</small>`;
  const columns = columnsOf(site, page, markdown, tryPanel(operation, site.words));
  return `${headerOf(site, page, { tag, route, markdown })}\n<div class="columns">${columns}</div>`;
}

function eventMain(
  site: Site,
  page: PageContent,
  { tag, name }: ContractEvent,
  markdown: PageMarkdown,
): string {
  const header = headerOf(site, page, { tag, route: `<code>${escaped(name)}</code>`, markdown });
  return `${header}\n<div class="columns event-page">${columnsOf(site, page, markdown)}</div>`;
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
<p class="route">${route}</p>${actions(site, page)}
<div class="lead"${foreign(site)}>${markdown.html(lead)}</div></header>`;
}

/** Samples first, since they are what is pasted; on a wide screen they stay beside the text. */
function columnsOf(site: Site, page: PageContent, markdown: PageMarkdown, below = ''): string {
  const column = (name: Section['column']) =>
    page.sections
      .filter((section) => section.column === name)
      .map((section) => sectionHtml(site, section, markdown))
      .join('\n');
  const samples = column('samples');
  const beside = markdown.headings.length;
  const text = column('text');
  return `<div class="samples">${samples}${below}</div>
<div class="text">${outlineOf(site, markdown.headings.slice(beside), 2)}${text}</div>`;
}

function sectionHtml(site: Site, section: Section, markdown: PageMarkdown): string {
  const { title, id, english, folded } = section;
  const label = `<span${english === 'title and text' ? foreign(site) : ''}>${escaped(title)}</span>`;
  const heading = markdown.heading(2, title, label, id, !folded);
  const blocks = (section.blocks ?? []).map((block) => blockHtml(block, markdown));
  const content = `<div${english === 'nothing' ? '' : foreign(site)}>${markdown.html(section.markdown)}${blocks.join('\n')}</div>`;
  if (folded) return `<section><details><summary>${heading}</summary>${content}</details></section>`;
  return `<section>${heading}${content}</section>`;
}

function blockHtml({ id, title, says, markdown: text, open }: Block, markdown: PageMarkdown): string {
  const kind = title.startsWith('2') || title.startsWith('3') ? 'good' : 'bad';
  return `<details class="block" id="${id}"${open ? ' open' : ''}><summary><strong class="${kind}">${escaped(title)}</strong> <span>${markdown.inline(says)}</span></summary>${markdown.html(text)}</details>`;
}

/** Marks English text on a page in another language, for those who have it read to them. */
function foreign({ language }: Site): string {
  return language === 'en' ? '' : ' lang="en"';
}

function actions({ words, language }: Site, page: PageContent): string {
  const address = markdownAddress(page.slug, language);
  return `<p class="actions"><button type="button" class="copy-markdown" data-address="${address}" hidden>${escaped(words.copyMarkdown)}</button> <a href="${address}">${escaped(words.viewMarkdown)}</a>${page.operationId === undefined ? '' : ` <a href="#try-it">${escaped(words.tryTitle)}</a>`}</p>`;
}
