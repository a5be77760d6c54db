// The search dialog: loads the index of the page's language when it is first opened, and looks while the reader types. The field keeps the
// focus; arrows move what is chosen, Enter opens it.
import { drawHits, drawRecent, type Words } from './search-hits.js';
import { searchOptions } from './search-options.js';
import { search, type Group } from './search-ranking.js';
import { forgetSearches, recentSearches, rememberSearch } from './search-recent.js';

type Search = (query: string) => Group[];

/** Makes the dialog work; gives the function that opens it. */
export function searchIn(dialog: HTMLDialogElement): () => void {
  const input = dialog.querySelector('input') as HTMLInputElement;
  const list = dialog.querySelector('.hits') as HTMLElement;
  const recent = dialog.querySelector('.recent') as HTMLElement;
  const words: Words = { ...dialog.dataset };
  let loading: Promise<Search> | undefined;

  const look = async () => {
    const query = input.value.trim();
    showRecent(query === '');
    try {
      const found = query === '' ? [] : (await (loading ??= load()))(query);
      if (query !== input.value.trim()) return; // typed on meanwhile
      drawHits(list, found, words);
      choose(input, list, 0);
      say(query === '' ? '' : countOf(found, words));
    } catch {
      loading = undefined;
      say(words.failed ?? '');
    }
  };
  const say = (text: string) => ((dialog.querySelector('.count') as HTMLElement).textContent = text);
  const showRecent = (isShown: boolean) => {
    drawRecent(recent, isShown ? recentSearches() : [], words, {
      again: (query) => {
        input.value = query;
        input.focus();
        void look();
      },
      forget: () => {
        forgetSearches();
        showRecent(true);
        input.focus();
      },
    });
  };

  input.addEventListener('input', () => void look());
  input.addEventListener('keydown', (event) => onKey(event, dialog, list));
  dialog.addEventListener('click', (event) => {
    const target = event.target as Element;
    const link = target.closest('a');
    if (link) rememberSearch(input.value.trim());
    // The backdrop, or a link to a place on this very page.
    if (target === dialog || link) dialog.close();
  });
  // Enter in the field opens what is chosen instead of closing the dialog.
  input.form?.addEventListener('submit', (event) => {
    if (event.submitter && document.activeElement === event.submitter) return;
    event.preventDefault();
    list.querySelector<HTMLElement>('[aria-selected="true"]')?.click();
  });

  return () => {
    dialog.showModal();
    input.select();
    showRecent(input.value.trim() === '');
    loading ??= load();
    loading.catch(() => undefined);
  };
}

function countOf(groups: Group[], { empty = '', found = '' }: Words): string {
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  return count === 0 ? empty : `${count} ${found}`;
}

async function load(): Promise<Search> {
  const { version = '', language = 'en', root = '' } = document.body.dataset;
  const docs = `${root}/docs`;
  const library = (await import(`${docs}/minisearch.js?v=${version}`)) as typeof import('minisearch');
  const reply = await fetch(`${docs}${language === 'en' ? '' : `/${language}`}/search.json?v=${version}`);
  if (!reply.ok) throw new Error(`The index answered ${reply.status}`);
  const index = library.default.loadJSON(await reply.text(), searchOptions);
  return (query) => search(index, query, language);
}

/** Escape closes at once: by itself the field would only be emptied by it. */
function onKey(event: KeyboardEvent, dialog: HTMLDialogElement, list: HTMLElement): void {
  if (event.key === 'Escape') dialog.close();
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step !== 0) {
    const options = [...list.querySelectorAll('[role="option"]')];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    choose(event.target as HTMLInputElement, list, Math.min(Math.max(at + step, 0), options.length - 1));
  }
  if (step !== 0 || event.key === 'Escape') event.preventDefault();
}

/** Marks a hit as the chosen one, for eyes and for those who have it read to them. */
function choose(input: HTMLInputElement, list: HTMLElement, chosen: number): void {
  const options = [...list.querySelectorAll<HTMLElement>('[role="option"]')];
  for (const [at, option] of options.entries()) option.setAttribute('aria-selected', String(at === chosen));
  const option = options[chosen];
  if (option) input.setAttribute('aria-activedescendant', option.id);
  else input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-expanded', String(options.length > 0));
  if (chosen === 0) list.scrollTop = 0;
  else option?.scrollIntoView({ block: 'nearest' });
}
