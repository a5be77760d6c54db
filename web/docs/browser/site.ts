// What the pages do beyond being read: the theme, copy buttons, one language of samples everywhere, the menu, the search, the try-it panel.
// Without this script every page is complete but for these.
import { offerCopies } from './copy.js';
import { letExamplesFollow } from './examples.js';
import { markCurrentSection, openWhatIsLinked } from './places.js';
import { searchIn } from './search.js';
import { wakeTryPanel } from './try-it.js';

offerCopies();
chooseTheme();
chooseSampleLanguage();
openMenu();
openSearch();
openWhatIsLinked();
letExamplesFollow();
markCurrentSection();
wakeTryPanel();

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // storage is blocked: it holds for this page
  }
}

function remembered(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function chooseTheme(): void {
  const select = document.querySelector<HTMLSelectElement>('select.theme');
  if (!select) return;
  select.value = document.documentElement.dataset['theme'] ?? 'system';
  select.addEventListener('change', () => {
    remember('theme', select.value);
    if (select.value === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = select.value;
  });
}

/** The language chosen once is the one shown in every group that has it, here and on the next page. */
function chooseSampleLanguage(): void {
  const choices = [...document.querySelectorAll<HTMLInputElement>('.languages > .tab-row > input')];
  const show = (label: string | null) => {
    for (const choice of choices) if (choice.value === label) choice.checked = true;
  };
  show(remembered('sample-language'));
  delete document.documentElement.dataset['sample'];
  for (const choice of choices) {
    choice.addEventListener('change', () => {
      const before = choice.getBoundingClientRect().top;
      show(choice.value);
      remember('sample-language', choice.value);
      // Groups above may have changed their height: what the reader clicked stays where it was.
      window.scrollBy({ top: choice.getBoundingClientRect().top - before, behavior: 'instant' });
    });
  }
}

/** Its link works by the address alone; here Escape and a click beside it close it too, and Back is not filled with it. */
function openMenu(): void {
  const menu = document.getElementById('menu');
  const opener = document.querySelector<HTMLElement>('.open-menu');
  if (!menu || !opener) return;
  const behind = [...document.querySelectorAll<HTMLElement>('.bar, main')];
  const setOpen = (open: boolean) => {
    menu.classList.toggle('open', open);
    for (const element of behind) element.inert = open;
  };
  const close = () => {
    setOpen(false);
    opener.focus();
  };
  opener.addEventListener('click', (event) => {
    event.preventDefault();
    setOpen(true);
    (menu.querySelector('[aria-current]') ?? menu.querySelector('a'))?.scrollIntoView({ block: 'center' });
    menu.querySelector<HTMLElement>('a')?.focus();
  });
  menu.querySelector('.close-menu')?.addEventListener('click', (event) => {
    event.preventDefault();
    close();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.classList.contains('open')) close();
  });
  menu.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function openSearch(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.search');
  const button = document.querySelector<HTMLButtonElement>('.open-search');
  if (!dialog || !button) return;
  const open = searchIn(dialog);
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const typing = (event.target as Element).closest('input, textarea, select, [contenteditable]');
    const asked = (event.key === '/' && !typing) || (event.key === 'k' && (event.ctrlKey || event.metaKey));
    if (!asked || dialog.open) return;
    event.preventDefault();
    open();
  });
}
