// The menu beside every page: the guides, then the operations and events by tag.
import type { Contract, Operation } from './contract.js';
import type { ContractEvent } from './events.js';
import { guidesByGroup, type GuideGroup } from './guides.js';
import { escaped } from './html.js';
import { addressOf } from './markdown.js';
import type { PageContent } from './sections.js';
import type { Language, Words } from './words.js';

export interface Site {
  language: Language;
  words: Words;
  /** Of the texts that come from the contract. */
  textLanguage: Language;
  contract: Contract;
  guides: PageContent[];
  overview: PageContent;
  /** Pages that no menu names. */
  appendix: PageContent[];
  events: ContractEvent[];
  /** A page for each operation and each event, by tag. */
  reference: PageContent[];
}

/** Every page, in reading order. */
export function pagesOf({ guides, overview, reference }: Site): PageContent[] {
  return [...guides, overview, ...reference];
}

/** The menu; `current` is the slug of the page it stands on. */
export function menu(site: Site, current: string): string {
  const { words, guides, overview, contract } = site;
  const link = (page: PageContent, label = escaped(page.title)) => item(site, page.slug, label, current);
  const groups = Object.entries(guidesByGroup).map(([group, slugs]) => {
    const own = guides.filter(({ slug }) => (slugs as readonly string[]).includes(slug));
    const links = own.map((page) => link(page, escaped(page.slug === 'index' ? words.home : page.title)));
    return `<h2>${escaped(words[group as GuideGroup])}</h2><ul>${links.join('')}</ul>`;
  });
  const tags = contract.tags.map(({ name }) => tagLinks(site, name, current));
  return `${groups.join('\n')}
<h2>${escaped(words.reference)}</h2><ul>${link(overview)}</ul>${tags.join('\n')}`;
}

function tagLinks(site: Site, tag: string, current: string): string {
  const own = site.contract.operations.filter(
    (one) => one.tag === tag && (!isAside(one) || one.slug === current),
  );
  const links = own.map(({ slug, summary, method, textLanguage }) =>
    item(site, slug, `<span lang="${textLanguage}">${escaped(summary)}</span> ${badge(method)}`, current),
  );
  const events = site.events.filter((one) => one.tag === tag);
  const told = events.map(({ slug, name }) =>
    item(site, slug, `<span class="event" lang="en">${escaped(name)}</span>`, current),
  );
  const isHere = [...own, ...events].some(({ slug }) => slug === current);
  const open = isHere || tag === site.contract.tags[0]?.name;
  return `<details${open ? ' open' : ''}><summary lang="en">${escaped(tag)}</summary><ul>${[...links, ...told].join('')}</ul></details>`;
}

/**
 * Nobody looks for these in a menu: the pages of this site and of the dashboard, and the paths that only our script calls, beside those that
 * servers call. The list of all operations names them.
 */
function isAside({ path }: Operation): boolean {
  return /^\/($|docs|dashboard|llms\.txt|robots\.txt|api\/(?!v1\/))/.test(path);
}

function item({ language }: Site, slug: string, label: string, current: string): string {
  const here = slug === current ? ' aria-current="page"' : '';
  return `<li><a href="${addressOf(slug, language)}"${here}>${label}</a></li>`;
}

/** GET, POST … in the colour of its kind. */
export function badge(method: string): string {
  return `<span class="method ${method.toLowerCase()}">${method}</span>`;
}
