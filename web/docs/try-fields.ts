// The body's fields as inputs, made from the schema: they and the raw body are the same thing (web/docs/browser/try-fields.ts).
import type { Json, Schema } from './contract.js';
import { resolve } from './contract.js';
import { escaped } from './html.js';
import type { Words } from './words.js';

/** How a field is entered: `json` for what has parts, or may be of several types. */
type Kind = 'text' | 'number' | 'choice' | 'json';

/** An input for each field of an object. What is required or stands in the example comes first, the others fold. */
export function bodyFields(document: Json, body: Schema, example: unknown, words: Words): string {
  const { properties = {}, required = [] } = resolve(document, body);
  const inExample = Object.keys(example ?? {});
  const fields = Object.entries(properties).map(([name, raw]) => {
    const isRequired = required.includes(name);
    const html = input(name, schemaOf(document, raw), isRequired, words);
    return { html, isFirst: isRequired || inExample.includes(name) };
  });
  if (fields.length === 0) return '';
  const first = fields.filter(({ isFirst }) => isFirst).map(({ html }) => html);
  const others = fields.filter(({ isFirst }) => !isFirst).map(({ html }) => html);
  const more =
    others.length === 0
      ? ''
      : `<details><summary>${escaped(words.tryMoreFields)}</summary>${others.join('\n')}</details>`;
  return `<fieldset><legend>${escaped(words.tryFields)}</legend><p>${escaped(words.tryEither)}</p>${first.join('\n')}${more}</fieldset>`;
}

function schemaOf(document: Json, raw: Schema): Schema {
  const written = resolve(document, raw);
  return { ...written, ...written['x-kept-as'] };
}

function input(name: string, schema: Schema, isRequired: boolean, words: Words): string {
  const kind = kindOf(schema);
  const note = isRequired ? ` <small>${escaped(words.required)}</small>` : '';
  const as = `data-field="${escaped(name)}" data-kind="${kind}" autocomplete="off"`;
  const control =
    kind === 'choice'
      ? `<select ${as}><option value=""></option>${choicesOf(schema).map(option).join('')}</select>`
      : `<input ${as} spellcheck="false"${kind === 'number' ? ' inputmode="decimal"' : ''}>`;
  return `<label><span><code>${escaped(name)}</code>${note}</span> ${control}</label>`;
}

function kindOf(schema: Schema): Kind {
  const types = [schema.type].flat().filter((type) => type !== 'null');
  if (choicesOf(schema).length > 0) return 'choice';
  if (types.length !== 1) return 'json';
  if (types[0] === 'string') return 'text';
  return types[0] === 'integer' || types[0] === 'number' ? 'number' : 'json';
}

/** As JSON, so that `true` is not the text "true". */
function choicesOf(schema: Schema): string[] {
  if (schema.enum) return schema.enum.filter((one) => one !== null).map((one) => JSON.stringify(one));
  return [schema.type].flat().includes('boolean') ? ['true', 'false'] : [];
}

function option(value: string): string {
  return `<option value="${escaped(value)}">${escaped(value.replaceAll('"', ''))}</option>`;
}
