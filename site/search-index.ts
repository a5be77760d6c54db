// What the search looks in: one entry for each section of each page, as an index that is made here and only loaded by the page.
import MiniSearch from 'minisearch';
import type { Site } from './navigation.js';
import { pagesOf } from './navigation.js';
import { addressOf } from './markdown.js';
import { plain } from './layout.js';
import { searchOptions } from './browser/search-options.js';

/** The index of a language, as JSON. */
export function searchIndex(site: Site): string {
  const index = new MiniSearch(searchOptions);
  index.addAll(
    pagesOf(site).flatMap((page) => {
      const address = addressOf(page.slug, site.language);
      const whole = {
        address,
        page: page.title,
        title: page.title,
        text: wordsIn(`${page.summary} ${page.lead}`),
      };
      const sections = page.sections.map(({ id, title, markdown }) => ({
        address: `${address}#${id}`,
        page: page.title,
        title,
        text: wordsIn(markdown),
      }));
      return [whole, ...sections].map((entry) => ({ id: entry.address, ...entry }));
    }),
  );
  return JSON.stringify(index);
}

/** The prose and the names in a text; code samples would drown both. */
function wordsIn(markdown: string): string {
  return plain(markdown.replace(/^(`{3,})[\s\S]*?^\1/gm, '')).replace(/[|#>-]+/g, ' ');
}
