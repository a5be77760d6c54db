// What the search looks in: one entry for each section of each page, as an index that is made here and only loaded by the page.
import MiniSearch from 'minisearch';
import type { Site } from './navigation.js';
import { pagesOf } from './navigation.js';
import { addressOf } from './markdown.js';
import { plain } from './layout.js';
import type { PageContent } from './sections.js';
import { describedBy } from './sections.js';
import { searchOptions } from './browser/search-options.js';

/** The index of a language, as JSON. */
export function searchIndex(site: Site): string {
  const index = new MiniSearch(searchOptions);
  index.addAll(pagesOf(site).flatMap((page) => entriesOf(page, addressOf(page.slug, site.language))));
  return JSON.stringify(index);
}

interface Entry {
  id: string;
  address: string;
  /** An operation's name or an event's, so that who searches for it finds its page first. */
  name: string;
  page: string;
  title: string;
  text: string;
}

function entriesOf(page: PageContent, address: string): Entry[] {
  const entry = (place: string, title: string, text: string, name = ''): Entry => ({
    id: address + place,
    address: address + place,
    name,
    page: page.title,
    title,
    text,
  });
  const whole = entry('', page.title, wordsIn(`${page.summary} ${page.lead}`), describedBy(page));
  const sections = page.sections.flatMap(({ id, title, markdown, blocks = [] }) => [
    entry(`#${id}`, title, wordsIn(markdown)),
    ...blocks.map((block) =>
      entry(
        `#${block.id}`,
        block.title,
        `${wordsIn(`${block.says} ${block.markdown}`)} ${codesIn(block.markdown)}`,
      ),
    ),
  ]);
  return [whole, ...sections];
}

/** The error codes in a reply's examples. */
function codesIn(markdown: string): string {
  const codes = [...markdown.matchAll(/"code": "([A-Z_]+)"/g)].map(([, code]) => code);
  return [...new Set(codes)].join(' ');
}

/** The prose and the names in a text; code samples would drown both. */
function wordsIn(markdown: string): string {
  return plain(markdown.replace(/^(`{3,})[\s\S]*?^\1/gm, '')).replace(/[|#>-]+/g, ' ');
}
