// The request's examples and the responses follow each other: who picks "A test order" sees what answers it, and the other way round.

/** Pairs by name: an example of a response answers the request's example of the same name. */
export function letExamplesFollow(): void {
  const request = document.querySelector<HTMLSelectElement>('#request ~ * .picker > select');
  const response = document.querySelector<HTMLElement>('section:has(> #response)');
  if (!request || !response) return;
  request.addEventListener('change', () => {
    const answer = response.querySelector<HTMLElement>(`[data-example="${CSS.escape(request.value)}"]`);
    if (answer) showExample(answer);
  });
  response.addEventListener('change', ({ target }) => {
    const shown = exampleIn(panelOf(response, target as Element));
    if (shown && [...request.options].some(({ value }) => value === shown)) request.value = shown;
  });
}

/** Picks an example of a response, and the status it belongs to. False when `target` is none, or is shown already. */
export function showExample(target: HTMLElement): boolean {
  const name = target.dataset['example'];
  const panel = target.closest('.panel');
  if (name === undefined) return false;
  const select = target.closest('.pick')?.querySelector<HTMLSelectElement>(':scope > .picker > select');
  if (select) select.value = name;
  const at = panel ? [...(panel.parentElement?.children ?? [])].indexOf(panel) - 1 : -1;
  const radio = panel?.parentElement?.querySelectorAll<HTMLInputElement>(':scope > .tab-row > input')[at];
  if (radio) radio.checked = true;
  return true;
}

/** The panel whose tab or picker was changed. */
function panelOf(response: HTMLElement, changed: Element): Element | null {
  if (!(changed instanceof HTMLInputElement)) return changed.closest('.pick');
  const at = [...response.querySelectorAll('.tab-row > input')].indexOf(changed);
  return response.querySelectorAll('.panel')[at] ?? null;
}

function exampleIn(panel: Element | null): string | undefined {
  const select = panel?.querySelector<HTMLSelectElement>('.picker > select');
  return select?.value ?? panel?.querySelector<HTMLElement>('[data-example]')?.dataset['example'];
}
