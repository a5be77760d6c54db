// Fields as the page shows them: each with a place of its own, those inside it folded.
import type { Field } from './fields.js';
import { code } from './fields.js';
import { escaped } from './html.js';
import type { PageMarkdown } from './markdown.js';
import type { Words } from './words.js';

/** What a list of fields needs to become HTML. */
export interface FieldListing {
  words: Words;
  markdown: PageMarkdown;
  /** ` lang="en"` where the texts are in another language than the page. */
  foreign: string;
}

/** The fields as a list, one under the other. */
export function fieldList(fields: Field[], listing: FieldListing): string {
  const items = fields.map((field) => item(field, listing));
  return `<ul class="fields">${items.join('\n')}</ul>\n`;
}

function item(field: Field, listing: FieldListing): string {
  const { words, markdown, foreign } = listing;
  const { id, required, rules, says, example, children } = field;
  const marked = required ? ` <em>${escaped(words.required)}</em>` : '';
  const shown =
    example === null
      ? ''
      : `<p class="example">${escaped(words.exampleIs)} ${markdown.inline(code(example))}</p>`;
  return `<li id="${markdown.place(id)}"><p class="field-name"><a href="#${id}">${nameOf(field)}</a> <span>${markdown.inline(rules)}</span>${marked}</p>
<div${foreign}>${markdown.html(says)}</div>${shown}${children.length > 0 ? folded(field, listing) : ''}</li>`;
}

/** Its last part stands out; the way to it may be broken at its dots. */
function nameOf({ path }: Field): string {
  const [name = '', ...above] = path.split('.').reverse();
  const way = above.reverse().map((part) => `${escaped(part)}.<wbr>`);
  return `<code>${way.length > 0 ? `<span>${way.join('')}</span>` : ''}${escaped(name)}</code>`;
}

function folded({ path, children }: Field, listing: FieldListing): string {
  const title = `${escaped(listing.words.fieldsOf)} <code>${escaped(path)}</code>`;
  return `<details><summary>${title}</summary>${fieldList(children, listing)}</details>`;
}
