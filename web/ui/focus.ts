// Where the focus goes when what had it is gone: to what is left of the place where it was, and never to the top of the page without a word.

/** Something that had the focus, and what stood around it, the nearest first. */
export interface FocusPlace {
  element: HTMLElement;
  around: readonly Element[];
}

/** What has the focus now, for when it is gone; null: nothing has. */
export function focusPlace(): FocusPlace | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return null;
  const around: Element[] = [];
  for (let one = element.parentElement; one; one = one.parentElement) around.push(one);
  return { element, around };
}

/** Whether something can have the focus no more. */
export function isGone({ element }: FocusPlace): boolean {
  return !element.isConnected || !element.checkVisibility() || element.matches(':disabled');
}

/** Back to where it was; to what is left around it where that is gone. */
export function focusBack(place: FocusPlace): void {
  (isGone(place) ? leftOf(place) : place.element)?.focus();
}

/** The entry of the list in which it stood, else the heading of its window or section, else that of the page. */
function leftOf({ around }: FocusPlace): HTMLElement | null {
  for (const one of around) {
    if (!one.isConnected || !one.checkVisibility()) continue;
    const target = one.matches('main li') ? one : one.matches(PARTS) && one.querySelector('h1, h2, h3');
    if (target instanceof HTMLElement) return focusable(target);
  }
  const heading = document.querySelector('h1');
  return heading && focusable(heading);
}

const PARTS = 'dialog, section, main';

function focusable(element: HTMLElement): HTMLElement {
  if (!element.hasAttribute('tabindex')) element.tabIndex = -1;
  return element;
}
