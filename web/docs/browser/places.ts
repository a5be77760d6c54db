// Places on the page: what is linked is unfolded, and the section that is read is marked in the list of sections.
import { showExample } from './examples.js';

/** A link into something folded opens it, and all that it is folded in; a link to an example picks it. */
export function openWhatIsLinked(): void {
  const open = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const opened = [unfold(target), showExample(target)];
    if (opened.includes(true)) target.scrollIntoView();
  };
  open();
  window.addEventListener('hashchange', open);
  document.addEventListener('click', (event) => {
    // The same place once more is no change of the address.
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    if (link && link.hash === location.hash) open();
  });
}

/** True when something was folded. A place that is folded itself opens, too. */
function unfold(target: HTMLElement): boolean {
  let opened = false;
  for (let at: Element | null | undefined = target; at; at = at.parentElement?.closest('details')) {
    if (!(at instanceof HTMLDetailsElement) || at.open) continue;
    at.open = true;
    opened = true;
  }
  return opened;
}

/** The last heading above the middle of the upper half is what is being read. */
export function markCurrentSection(): void {
  const list = document.querySelector<HTMLElement>('.outline');
  if (!list) return;
  const links = [...list.querySelectorAll('a')];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let marked: HTMLAnchorElement | undefined;
  const mark = () => {
    const passed = links.filter((link, at) => isAbove(headings[at]) && link.offsetParent !== null);
    const current = passed.at(-1) ?? links[0];
    if (current === marked || !current) return;
    marked?.removeAttribute('aria-current');
    current.setAttribute('aria-current', 'location');
    marked = current;
    bringIntoView(list, current);
  };
  mark();
  document.addEventListener('scroll', () => requestAnimationFrame(mark), { passive: true });
}

function isAbove(heading: HTMLElement | null | undefined): boolean {
  return heading ? heading.getBoundingClientRect().top < innerHeight / 4 : false;
}

/** The list alone scrolls: the page stays where its reader is. */
function bringIntoView(list: HTMLElement, link: HTMLElement): void {
  const [outer, inner] = [list.getBoundingClientRect(), link.getBoundingClientRect()];
  if (inner.left < outer.left || inner.right > outer.right - 24)
    list.scrollLeft += inner.left - outer.left - 60;
  if (inner.top < outer.top || inner.bottom > outer.bottom) list.scrollTop += inner.top - outer.top - 60;
}
