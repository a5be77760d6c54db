// Draws what the search has found: hits under the heading of their kind, each with its method, its page and an excerpt in which the found
// words are marked; and what was searched for before.
import { excerptOf, marked, type Piece } from './search-excerpt.js';
import type { Found } from './search-options.js';
import type { Group } from './search-ranking.js';

/** What the dialog says, from its data attributes: `guide`, `operation`, `field`, `error` name the kinds. */
export type Words = Readonly<Record<string, string | undefined>>;

/** Fills the list; it is hidden while it is empty. */
export function drawHits(list: HTMLElement, groups: Group[], words: Words): void {
  let count = 0;
  const nextId = () => `search-hit-${++count}`;
  list.replaceChildren(...groups.map((group) => groupElement(group, words, nextId)));
  list.hidden = groups.length === 0;
}

function groupElement({ kind, hits }: Group, words: Words, nextId: () => string): HTMLElement {
  const name = element('p', { id: `search-${kind}`, role: 'presentation' }, words[kind] ?? kind);
  const options = hits.map((hit) => option(hit, nextId()));
  return element('div', { role: 'group', 'aria-labelledby': name.id }, name, ...options);
}

function option(hit: Found, id: string): HTMLElement {
  const { address, page, title, text, kind, method, lang, terms } = hit;
  const badge =
    method === '' ? [] : [element('span', { class: `method ${method.toLowerCase()}` }, method), ' '];
  const found = new Set(terms);
  const name = element(kind === 'field' ? 'code' : 'strong', {}, ...pieces(marked(title, found)));
  const where = page === title || title.endsWith(` · ${page}`) ? [] : [' ', element('small', {}, page)];
  const excerpt = element('span', { class: 'excerpt' }, ...pieces(excerptOf(text, terms)));
  const attributes = { href: address, id, lang, role: 'option', tabindex: '-1', 'aria-selected': 'false' };
  return element('a', attributes, ...badge, name, ...where, excerpt);
}

function pieces(parts: Piece[]): (string | HTMLElement)[] {
  return parts.map((part) => (part.marked ? element('mark', {}, part.text) : part.text));
}

export interface RecentActions {
  again: (query: string) => void;
  forget: () => void;
}

/** Offers what was searched for before; nothing where nothing was. */
export function drawRecent(
  place: HTMLElement,
  queries: string[],
  words: Words,
  actions: RecentActions,
): void {
  const again = queries.map((query) => button(query, () => actions.again(query)));
  const forget = button(words['forget'] ?? '', actions.forget);
  forget.className = 'forget';
  place.replaceChildren(element('p', {}, words['recent'] ?? ''), ...again, forget);
  place.hidden = queries.length === 0;
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button' }, text) as HTMLButtonElement;
  made.addEventListener('click', act);
  return made;
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (string | Node)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
