// The search dialog: loads the index of the page's language when it is first opened, and looks while the reader types.
import { searchOptions, type Found } from './search-options.js';

type Search = (query: string) => Found[];

const MOST = 20;

/** Makes the dialog work; gives the function that opens it. */
export function searchIn(dialog: HTMLDialogElement): () => void {
  const input = dialog.querySelector('input') as HTMLInputElement;
  const list = dialog.querySelector('ul') as HTMLUListElement;
  const count = dialog.querySelector('.count') as HTMLElement;
  let loading: Promise<Search> | undefined;

  const look = async () => {
    const query = input.value.trim();
    try {
      const found = query === '' ? [] : (await (loading ??= load()))(query).slice(0, MOST);
      if (query !== input.value.trim()) return; // typed on meanwhile
      list.replaceChildren(...found.map(entry));
      count.textContent = query === '' ? '' : said(dialog, found.length);
    } catch {
      loading = undefined;
      count.textContent = dialog.dataset['failed'] ?? '';
    }
  };

  input.addEventListener('input', () => void look());
  dialog.addEventListener('keydown', (event) => move(event, input, list));
  dialog.addEventListener('click', (event) => {
    // The backdrop, or a link to a place on this very page.
    if (event.target === dialog || (event.target as Element).closest('a')) dialog.close();
  });
  // Enter in the field opens the first result instead of closing the dialog.
  input.form?.addEventListener('submit', (event) => {
    if (event.submitter && document.activeElement === event.submitter) return;
    event.preventDefault();
    list.querySelector('a')?.click();
  });

  return () => {
    dialog.showModal();
    input.select();
    loading ??= load();
    loading.catch(() => undefined);
  };
}

function said(dialog: HTMLDialogElement, found: number): string {
  const { empty = '', found: results = '' } = dialog.dataset;
  return found === 0 ? empty : `${found}${found === MOST ? '+' : ''} ${results}`;
}

async function load(): Promise<Search> {
  const { version = '', language = 'en', root = '' } = document.body.dataset;
  const docs = `${root}/docs`;
  const library = (await import(`${docs}/minisearch.js?v=${version}`)) as typeof import('minisearch');
  const reply = await fetch(`${docs}${language === 'en' ? '' : `/${language}`}/search.json?v=${version}`);
  if (!reply.ok) throw new Error(`The index answered ${reply.status}`);
  const index = library.default.loadJSON(await reply.text(), searchOptions);
  return (query) => index.search(query) as unknown as Found[];
}

function entry({ address, page, title }: Found): HTMLLIElement {
  const link = document.createElement('a');
  link.href = address;
  const name = document.createElement('span');
  name.textContent = title;
  const where = document.createElement('small');
  where.textContent = page === title ? '' : page;
  link.append(name, ' ', where);
  const item = document.createElement('li');
  item.append(link);
  return item;
}

/** Arrows go through the results. */
function move(event: KeyboardEvent, input: HTMLInputElement, list: HTMLUListElement): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const links = [...list.querySelectorAll('a')];
  const stops: HTMLElement[] = [input, ...links];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
}
