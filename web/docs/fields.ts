// A schema or a list of parameters as a Markdown table: field, type and rules, meaning with an example. Nested fields are named
// by their way from the top: `tiers[].threshold`.
import type { Json, Parameter, Schema } from './contract.js';
import { resolve } from './contract.js';
import type { Words } from './words.js';

interface Row {
  name: string;
  required: boolean;
  schema: Schema;
  description: string;
  example: unknown;
}

/** The fields of an object, its own and those inside it. Empty text for a schema without fields. */
export function fieldTable(document: Json, schema: Schema, words: Words): string {
  return table(rowsOf(document, resolve(document, schema), '', []), document, words);
}

/** The parameters of a call. Empty text when there are none. */
export function parameterTable(document: Json, parameters: Parameter[], words: Words): string {
  const rows = parameters.map((one) => ({
    name: one.name,
    required: one.required === true,
    schema: resolve(document, one.schema),
    description: one.description ?? '',
    example: exampleOf(one),
  }));
  return table(rows, document, words);
}

/** What a parameter's example is, wherever the contract has put it. */
export function exampleOf(parameter: Parameter): unknown {
  if (parameter.example !== undefined) return parameter.example;
  const named = Object.values(parameter.examples ?? {})[0];
  return named ? named.value : parameter.schema.examples?.[0];
}

/** `above` holds the schemas we are inside of: a type that contains itself is named once. */
function rowsOf(document: Json, schema: Schema, prefix: string, above: Schema[]): Row[] {
  if (above.includes(schema)) return [];
  const inside = [...above, schema];
  if (schema.oneOf)
    return schema.oneOf.flatMap((one) => rowsOf(document, resolve(document, one), prefix, inside));
  if (schema.items) return rowsOf(document, resolve(document, schema.items), `${prefix}[]`, inside);
  return Object.entries(schema.properties ?? {}).flatMap(([name, raw]) => {
    const written = resolve(document, raw);
    const field = { ...written, ...written['x-kept-as'] }; // as it is meant to be sent; the description says what becomes of the rest
    const path = prefix === '' ? name : `${prefix}.${name}`;
    const row: Row = {
      name: path,
      required: schema.required?.includes(name) ?? false,
      schema: field,
      description: raw.description ?? field.description ?? '',
      example: raw.examples?.[0] ?? field.examples?.[0],
    };
    return [row, ...rowsOf(document, field, path, inside)];
  });
}

function table(rows: Row[], document: Json, words: Words): string {
  if (rows.length === 0) return '';
  const head = `| ${words.field} | ${words.type} | ${words.meaning} |\n| --- | --- | --- |\n`;
  const lines = withoutRepeats(rows).map((row) => {
    const name = `\`${row.name}\`${row.required ? ` *${words.required}*` : ''}`;
    const example = row.example === undefined ? '' : ` ${words.example} ${code(JSON.stringify(row.example))}`;
    return `| ${name} | ${cell(rulesOf(row.schema, document, words))} | ${cell(row.description + example)} |`;
  });
  return `${head}${lines.join('\n')}\n`;
}

/** Of the forms a reply may take, a field they share is shown once. */
function withoutRepeats(rows: Row[]): Row[] {
  return rows.filter((row, index) => rows.findIndex(({ name }) => name === row.name) === index);
}

/** `string, 1–255 characters`: the type first, then what else a value has to be. */
export function rulesOf(schema: Schema, document: Json, words: Words): string {
  const parts = [typeOf(schema, document, words)];
  if (schema.format !== undefined) parts.push(schema.format);
  if (schema.enum) parts.push(`${words.oneOf} ${schema.enum.map((value) => code(String(value))).join(' ')}`);
  if (schema.const !== undefined) parts.push(`${words.always} ${code(JSON.stringify(schema.const))}`);
  parts.push(...rangesOf(schema, words));
  if (schema.pattern !== undefined) parts.push(`${words.pattern} ${code(schema.pattern)}`);
  if (schema.default !== undefined) {
    parts.push(`${words.defaultIs} ${code(JSON.stringify(schema.default))}`);
  }
  return parts.join(', ');
}

function rangesOf(schema: Schema, words: Words): string[] {
  return [
    range(schema.minimum, schema.maximum, '', words),
    range(schema.minLength, schema.maxLength, words.characters, words),
    range(schema.minItems, schema.maxItems, words.items, words),
    range(schema.minProperties, schema.maxProperties, words.entries, words),
    range(undefined, schema['x-max-bytes'], words.bytes, words),
  ].filter((part) => part !== '');
}

function range(least: number | undefined, most: number | undefined, unit: string, words: Words): string {
  const size = sizeOf(least, most, words);
  return unit === '' || size === '' ? size : `${size} ${unit}`;
}

function sizeOf(least: number | undefined, most: number | undefined, words: Words): string {
  const shown = (value: number) => value.toLocaleString(words.locale);
  if (least === undefined) return most === undefined ? '' : `${words.atMost} ${shown(most)}`;
  if (most === undefined) return `${words.atLeast} ${shown(least)}`;
  return least === most ? shown(least) : `${shown(least)}–${shown(most)}`;
}

function typeOf(schema: Schema, document: Json, words: Words): string {
  if (schema.items) {
    const types = [schema.type].flat().filter((type) => type !== 'array');
    const named = schema.items['x-item-schema'];
    const item = resolve(document, schema.items);
    const list = `${words.listOf} ${named === undefined ? itemRules(item, document, words) : code(named)}`;
    return [list, ...types].join(` ${words.or} `);
  }
  if (schema.oneOf) {
    const types = schema.oneOf.map((one) => typeOf(resolve(document, one), document, words));
    return [...new Set(types)].join(` ${words.or} `);
  }
  if (schema.type === undefined) return schema.const === undefined ? 'any' : typeof schema.const;
  return [schema.type].flat().join(` ${words.or} `);
}

/** What each item of a list has to be; the fields of an object have rows of their own. */
function itemRules(item: Schema, document: Json, words: Words): string {
  return item.properties ? typeOf(item, document, words) : `(${rulesOf(item, document, words)})`;
}

/** Code inside a table's cell: a backtick in it needs longer fences, a pipe an escape. */
function code(text: string): string {
  const fence = text.includes('`') ? '``' : '`';
  return `${fence}${text}${fence}`;
}

/** One line, and no pipe that would end the cell; items of a list begin a line each. */
function cell(text: string): string {
  return text
    .trim()
    .replace(/\s*\n\s*- /g, '<br>• ')
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|');
}
