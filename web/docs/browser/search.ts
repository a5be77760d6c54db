// The search dialog: loads the index of the page's language when it is first opened, and looks while the reader types. The field keeps the
// focus; arrows move what is chosen, Enter opens it.
import { drawHits, drawRecent, type Words } from './search-hits.js';
import { searchOptions } from './search-options.js';
import { search, type Group } from './search-ranking.js';
import { forgetSearches, recentSearches, rememberSearch } from './search-recent.js';

type Search = (query: string) => Group[];

/** Makes the dialog work; gives the function that opens it. */
export function searchIn(dialog: HTMLDialogElement): () => void {
  const shown = new SearchDialog(dialog);
  dialog.addEventListener('click', (event) => shown.onClick(event.target as Element));
  return () => shown.open();
}

class SearchDialog {
  private readonly input: HTMLInputElement;
  private readonly list: HTMLElement;
  private readonly words: Words;
  private loading: Promise<Search> | undefined;

  constructor(private readonly dialog: HTMLDialogElement) {
    this.input = dialog.querySelector('input') as HTMLInputElement;
    this.list = dialog.querySelector('.hits') as HTMLElement;
    this.words = { ...dialog.dataset };
    this.input.addEventListener('input', () => void this.look());
    this.input.addEventListener('keydown', (event) => onKey(event, dialog, this.list));
    // Enter in the field opens what is chosen instead of closing the dialog.
    this.input.form?.addEventListener('submit', (event) => {
      if (event.submitter && document.activeElement === event.submitter) return;
      event.preventDefault();
      this.list.querySelector<HTMLElement>('[aria-selected="true"]')?.click();
    });
  }

  open(): void {
    this.dialog.showModal();
    this.input.select();
    this.showRecent(this.input.value.trim() === '');
    this.loading ??= load();
    this.loading.catch(() => undefined);
  }

  /** The backdrop closes the dialog, and so does a link, which may lead to a place on this very page. */
  onClick(target: Element): void {
    const link = target.closest('a');
    if (link) rememberSearch(this.input.value.trim());
    if (target === this.dialog || link) this.dialog.close();
  }

  private async look(): Promise<void> {
    const query = this.input.value.trim();
    this.showRecent(query === '');
    try {
      const found = query === '' ? [] : (await (this.loading ??= load()))(query);
      if (query !== this.input.value.trim()) return; // typed on meanwhile
      drawHits(this.list, found, this.words);
      choose(this.input, this.list, 0);
      this.say(query === '' ? '' : countOf(found, this.words));
    } catch {
      this.loading = undefined;
      this.say(this.words['failed'] ?? '');
    }
  }

  private say(text: string): void {
    (this.dialog.querySelector('.count') as HTMLElement).textContent = text;
  }

  private showRecent(isShown: boolean): void {
    const place = this.dialog.querySelector('.recent') as HTMLElement;
    drawRecent(place, isShown ? recentSearches() : [], this.words, {
      again: (query) => {
        this.input.value = query;
        this.input.focus();
        void this.look();
      },
      forget: () => {
        forgetSearches();
        this.showRecent(true);
        this.input.focus();
      },
    });
  }
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
