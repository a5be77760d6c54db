// The rules by which a choice shows what belongs to it: the tab's panel, the picked example. One for each place, so they are made, not written.

/** As many as can be told apart: more would never be shown. */
export const MOST_TABS = 14;
export const MOST_TO_PICK = 12;

/** The rules; `languages` are the labels of tabs that a reader may have chosen on another page. */
export function choicesStyle(languages: readonly string[]): string {
  const tabs = places(MOST_TABS).map(
    (at) => `.tabs:has(> .tab-row > input:nth-of-type(${at}):checked) > .panel:nth-child(${at + 1})`,
  );
  const picked = places(MOST_TO_PICK).map(
    (at) => `${pickOf(`:nth-child(${at}):checked`)} > .code:nth-child(${at})`,
  );
  return [
    rule(tabs, 'block'),
    rule(picked, 'block'),
    rule([`${pickOf(':not(:first-child):checked')} > .code:first-child`], 'none'),
    ...languages.map(rememberedStyle),
  ].join('\n');
}

/** Until the script has chosen the tab, theme.js alone knows of it, before the first paint: nothing moves afterwards. */
function rememberedStyle(label: string): string {
  const chosen = `html[data-sample='${label}'] .languages`;
  const own = `> .panel[data-label='${label}']`;
  return [
    rule([`${chosen}:has(${own}) > .panel:not([data-label='${label}'])`], 'none !important'),
    rule([`${chosen} ${own}`], 'block !important'),
  ].join('\n');
}

function pickOf(option: string): string {
  return `.pick:has(> .picker option${option}) :is(.panel, .picked)`;
}

function places(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at + 1);
}

function rule(selectors: string[], display: string): string {
  return `${selectors.join(',\n')} {\n  display: ${display};\n}`;
}
