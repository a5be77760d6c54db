// What the search looks in, as an index that is made here and only loaded by the page: guides section by section, operations and events with
// their prose, each field and each status in its place.
import MiniSearch from 'minisearch';
import type { Kind } from './browser/search-options.js';
import { searchOptions } from './browser/search-options.js';
import type { Operation } from './contract.js';
import type { Field } from './fields.js';
import { plain } from './layout.js';
import { addressOf } from './markdown.js';
import type { Site } from './navigation.js';
import { pagesOf } from './navigation.js';
import { meantBy } from './search-words.js';
import type { Block, PageContent, Section } from './sections.js';
import { describedBy, headingId, splitAtHeadings } from './sections.js';

/** The index of a language, as JSON. */
export function searchIndex(site: Site): string {
  const index = new MiniSearch(searchOptions);
  index.addAll(entriesIn(site));
  return JSON.stringify(index);
}

interface Entry {
  /** `errors#not_found`: the page's name and the place on it. */
  id: string;
  address: string;
  /** An operation's name or an event's, a field's way: who searches for it finds it first. */
  name: string;
  /** What people type who mean this. */
  meant: string;
  page: string;
  title: string;
  text: string;
  kind: Kind;
  method: string;
  lang: string;
  weight: number;
}

type Place = Pick<Entry, 'title' | 'text' | 'kind' | 'weight'> & { place: string; name?: string };

/** What stands on many pages word for word, such as a field of every list, is found on the first of them. */
function entriesIn(site: Site): Entry[] {
  const seen = new Set<string>();
  return pagesOf(site)
    .flatMap((page) => placesOf(page).map((place) => entryOf(site, page, place)))
    .filter(({ title, text, kind, meant, page }) => {
      const same = JSON.stringify([kind === 'guide' ? page : kind, title.split(' · ')[0], text]);
      const isNew = !seen.has(same);
      seen.add(same);
      return isNew || meant !== '';
    });
}

function entryOf(site: Site, page: PageContent, { place, weight, ...known }: Place): Entry {
  const operation = site.contract.operations.find(({ id }) => id === page.operationId);
  const id = place === '' ? page.slug : `${page.slug}#${place}`;
  return {
    name: '',
    ...known,
    weight: weight * (operation ? weightOf(operation) : 1),
    id,
    address: addressOf(page.slug, site.language) + (place === '' ? '' : `#${place}`),
    meant: meantBy[site.language][id] ?? '',
    page: page.title,
    method: operation?.method ?? '',
    lang: page.untranslated === undefined ? site.language : 'en',
  };
}

/** What only our own pages call, and files that are handed out, a reader seldom means. */
function weightOf({ key, tag }: Operation): number {
  return key === 'pages' || tag === 'Service' ? 0.5 : 1;
}

function placesOf(page: PageContent): Place[] {
  const name = describedBy(page);
  const kind = name === undefined ? 'guide' : 'operation';
  // Of the reference the first paragraph is method and path.
  const text = wordsIn(name === undefined ? page.lead : page.lead.split('\n\n').slice(1).join('\n\n'));
  const whole: Place = { place: '', title: page.title, text, kind, weight: 1.5, name: name ?? '' };
  return [whole, ...page.sections.flatMap((section) => placesIn(page, section, kind))];
}

/** Of a page of the reference: what is prose, what are fields, what are statuses. The rest is code, or the same on every page. */
function placesIn(page: PageContent, section: Section, kind: Kind): Place[] {
  const { id, title, markdown, english, fields, blocks = [] } = section;
  if (fields) return fields.list.flatMap((field) => fieldPlaces(field, weightOfFields(page, fields.list)));
  const statuses = blocks.map((block) => statusPlace(page, block));
  if (kind === 'operation' && english !== 'title and text') return statuses;
  const isError = page.slug === 'errors' && /^[A-Z_]+$/.test(title);
  const { lead, parts } = splitAtHeadings(markdown, '###');
  const own: Place = { place: id, title, text: wordsIn(lead), kind: isError ? 'error' : kind, weight: 1 };
  const inner = parts.map(({ title: said, markdown: below }): Place => {
    return { ...own, place: headingId(said), title: plain(said), text: wordsIn(below) };
  });
  return [own, ...inner, ...statuses];
}

/** What is sent is looked for more often than what comes back, and that more than what an event repeats. */
function weightOfFields({ event }: PageContent, [first]: Field[]): number {
  return event === undefined ? (first?.id.startsWith('response-') ? 0.3 : 0.6) : 0.15;
}

function fieldPlaces({ id, path, says, children }: Field, weight: number): Place[] {
  const own: Place = { place: id, title: path, text: wordsIn(says), kind: 'field', weight, name: path };
  return [own, ...children.flatMap((child) => fieldPlaces(child, weight * 0.8))];
}

function statusPlace({ title }: PageContent, block: Block): Place {
  const text = `${wordsIn(`${block.says} ${block.markdown}`)} ${codesIn(block.markdown)}`;
  const kind = /^[45]/.test(block.title) ? 'error' : 'operation';
  return { place: block.id, title: `${block.title} · ${title}`, text, kind, weight: 0.5, name: block.title };
}

/** The error codes in a reply's examples. */
function codesIn(markdown: string): string {
  const codes = [...markdown.matchAll(/"(?:code|reason)": "([A-Z_]+)"/g)].map(([, code]) => code);
  return [...new Set(codes)].join(' ');
}

/** The prose and the names in a text; code samples would drown both. */
function wordsIn(markdown: string): string {
  return plain(markdown.replace(/^(`{3,})[\s\S]*?^\1/gm, ''))
    .replace(/<br>/g, ' ')
    .replace(/[|#>-]{2,}|[|#>]|^ *- /gm, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
