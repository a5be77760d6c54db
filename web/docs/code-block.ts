// A block of code under a line that says what it is, and several of them as tabs of which one is shown.
import { MOST_TABS } from './choices-style.js';
import { highlighted } from './highlight.js';
import { escaped } from './html.js';
import type { Code } from './sections.js';

/** The line above the code has room for the copy button, which its script puts there. */
export function codeBlock({ label, language, text }: Code, attributes = ''): string {
  return `<div class="code"${attributes}><div class="code-bar"><span>${escaped(label)}</span></div><pre tabindex="0"><code>${highlighted(text.trimEnd(), language)}</code></pre></div>\n`;
}

export interface Tabs {
  /** Unique on its page. */
  name: string;
  /** What is chosen with them, for who hears the page. */
  title: string;
  /** `languages`: one choice holds for all groups of the page, and the next. */
  kind: 'languages' | 'statuses';
  labels: string[];
  /** HTML, one for each label. */
  panels: string[];
  /** From 0. */
  chosen?: number;
}

/**
 * Tabs that work by the style alone: radios, and a panel for each.
 * @throws Error for more than the style can show.
 */
export function tabs({ name, title, kind, labels, panels, chosen = 0 }: Tabs): string {
  if (labels.length > MOST_TABS) throw new Error(`${labels.length} tabs: site.css shows fewer`);
  const choices = labels.map((label, at) => {
    const id = `${name}-${at + 1}`;
    const checked = at === chosen ? ' checked' : '';
    return `<input type="radio" name="${name}" id="${id}" value="${escaped(label)}" autocomplete="off"${checked}><label for="${id}">${escaped(label)}</label>`;
  });
  const shown = panels.map(
    (panel, at) => `<div class="panel" data-label="${escaped(labels[at] ?? '')}">${panel}</div>`,
  );
  return `<div class="tabs ${kind}"><div class="tab-row" role="radiogroup" aria-label="${escaped(title)}">${choices.join('')}</div>${shown.join('')}</div>\n`;
}
