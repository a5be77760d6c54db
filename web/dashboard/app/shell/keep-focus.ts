// The keyboard's place on the page. What has the focus may be taken away by what it began, or by a look at the service: then the focus goes to
// what is left around it. Whoever goes back to a page is where they left it, and not at its heading, far above what they see.
import type { RouterHistory } from '@tanstack/react-router';
import { focusBack, focusPlace, isGone, type FocusPlace } from '../../../ui/focus.js';

/** Once, for as long as the page is there. */
export function keepFocus(history: RouterHistory): void {
  keepWhenGone();
  keepWhereLeft(history);
}

function keepWhenGone(): void {
  let place: FocusPlace | null = null;
  document.addEventListener('focusin', () => (place = focusPlace()));
  document.addEventListener('focusout', () => {
    // Left by a click beside everything: nothing is missed. What is removed is looked for below.
    setTimeout(() => {
      if (place && !focusPlace() && document.hasFocus() && !isGone(place)) place = null;
    });
  });
  const look = () => {
    if (place && !focusPlace() && isGone(place)) focusBack(place);
  };
  // After what the change itself does about the focus: a screen's heading, a window that closes.
  new MutationObserver(() => setTimeout(look)).observe(document, {
    subtree: true,
    childList: true,
    attributeFilter: ['hidden', 'open', 'disabled'],
  });
}

/** By which link each page of this visit was left: it is the one to go on from for who comes back. */
function keepWhereLeft(history: RouterHistory): void {
  const leftBy = new Map<string, string>();
  let page = keyOf(history);
  let wanted: string | undefined;
  history.subscribe(({ action }) => {
    const link = document.activeElement?.closest<HTMLAnchorElement>('main a[href]');
    if (link && action.type !== 'REPLACE') leftBy.set(page, link.href);
    page = keyOf(history);
    if (action.type !== 'REPLACE') wanted = action.type === 'PUSH' ? undefined : leftBy.get(page);
  });
  const look = () => {
    if (wanted === undefined || document.activeElement?.localName === 'a') return;
    const links = document.querySelectorAll<HTMLAnchorElement>('main a[href]');
    [...links].find(({ href }) => href === wanted)?.focus({ preventScroll: true });
  };
  // The list may be there before its heading takes the focus, or come long after.
  new MutationObserver(look).observe(document, { subtree: true, childList: true });
  document.addEventListener('focusin', look);
  const goOn = () => (wanted = undefined);
  for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, goOn, { capture: true });
}

function keyOf({ location: { state } }: RouterHistory): string {
  return state.__TSR_key ?? '';
}
