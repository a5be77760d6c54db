// The column beside the text: the request with its examples to pick from, and the responses by status. Picking works by the style alone;
// web/docs/browser/examples.ts lets the two follow each other.
import { MOST_TO_PICK } from './choices-style.js';
import { codeBlock, tabs } from './code-block.js';
import { escaped } from './html.js';
import { exampleId } from './responses.js';
import type { CallExample, ResponseTab } from './sections.js';
import type { Words } from './words.js';

/** How the texts of the contract are marked on the page of another language: ` lang="en"`, or nothing. */
interface Wording {
  words: Words;
  foreign: string;
}

/** A call in each language; with several examples, each of them. */
export function requestCard(calls: CallExample[], { words, foreign }: Wording): string {
  const languages = calls[0]?.programs ?? [];
  const panels = languages.map((_, at) => calls.map(({ programs }) => codeBlock(programs[at]!)).join(''));
  const labels = languages.map(({ label }) => label);
  const shown = tabs({ name: 'language', title: words.language, kind: 'languages', labels, panels });
  return `<div class="pick">${picker(calls, { words, foreign })}${shown}</div>`;
}

/** What comes back, by status; an event has but one, and no tab for it. */
export function responseCard(responses: ResponseTab[], wording: Wording): string {
  const panels = responses.map((response) => panel(response, wording));
  if (panels.length === 1) return panels.join('');
  const labels = responses.map(({ status }) => status);
  const chosen = responses.findIndex(({ open }) => open);
  return tabs({ name: 'status', title: wording.words.status, kind: 'statuses', labels, panels, chosen });
}

function panel({ status, examples }: ResponseTab, wording: Wording): string {
  const blocks = examples.map(({ name, code }) =>
    codeBlock(code, ` id="${exampleId(status, name)}" data-example="${escaped(name)}"`),
  );
  const content = blocks.length > 0 ? blocks.join('') : `<p>${escaped(wording.words.noBody)}</p>`;
  return `<div class="pick">${picker(examples, wording)}<div class="picked">${content}</div></div>`;
}

/** @throws Error for more than the style can show. */
function picker(examples: { name: string; title: string }[], { words, foreign }: Wording): string {
  if (examples.length < 2) return '';
  if (examples.length > MOST_TO_PICK) throw new Error(`${examples.length} examples: site.css picks fewer`);
  const options = examples.map(
    ({ name, title }) => `<option value="${escaped(name)}"${foreign}>${escaped(title)}</option>`,
  );
  return `<label class="picker"><span>${escaped(words.example)}</span> <select autocomplete="off">${options.join('')}</select></label>`;
}
