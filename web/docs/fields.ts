// The fields of a schema, or a call's parameters: name, type and rules, meaning, example. As a tree for the page, and as a Markdown table
// for programs that read. Nested fields are named by their way from the top: `tiers[].threshold`.
import type { Json, Parameter, Schema } from './contract.js';
import { resolve } from './contract.js';
import type { Words } from './words.js';

export interface Field {
  /** The field's place on its page: `body-tiers.threshold`. */
  id: string;
  /** Its way from the top: `tiers[].threshold`. */
  path: string;
  required: boolean;
  /** Markdown: the type first, then what else a value has to be. */
  rules: string;
  /** Markdown. */
  says: string;
  /** JSON; null where the contract has none. */
  example: string | null;
  /** Those of an object, or of each object in a list. */
  children: Field[];
}

/** Whose fields, and what the ids of their places begin with: `body`. */
export interface FieldsWanted {
  document: Json;
  words: Words;
  place: string;
}

/** The fields of an object, each with those inside it. None for a schema without fields. */
export function fieldsOf(schema: Schema, wanted: FieldsWanted): Field[] {
  return fieldsIn(resolve(wanted.document, schema), '', [], wanted);
}

/** The parameters of a call. */
export function parametersOf(parameters: Parameter[], wanted: FieldsWanted): Field[] {
  const { document, words, place } = wanted;
  return parameters.map((one) => ({
    id: `${place}-${one.name}`,
    path: one.name,
    required: one.required === true,
    rules: rulesOf(resolve(document, one.schema), document, words),
    says: one.description ?? '',
    example: jsonOf(exampleOf(one)),
    children: [],
  }));
}

/** Fields as a Markdown table, those inside others after them. Empty text when there are none. */
export function fieldTable(fields: Field[], words: Words): string {
  if (fields.length === 0) return '';
  const head = `| ${words.field} | ${words.type} | ${words.meaning} |\n| --- | --- | --- |\n`;
  const lines = flattened(fields).map(({ path, required, rules, says, example }) => {
    const name = `\`${path}\`${required ? ` *${words.required}*` : ''}`;
    const shown = example === null ? '' : ` ${words.exampleIs} ${code(example)}`;
    return `| ${name} | ${cell(rules)} | ${cell(says + shown)} |`;
  });
  return `${head}${lines.join('\n')}\n`;
}

function flattened(fields: Field[]): Field[] {
  return fields.flatMap((field) => [field, ...flattened(field.children)]);
}

/** What a parameter's example is, wherever the contract has put it. */
export function exampleOf(parameter: Parameter): unknown {
  if (parameter.example !== undefined) return parameter.example;
  const named = Object.values(parameter.examples ?? {})[0];
  return named ? named.value : parameter.schema.examples?.[0];
}

/** `above` holds the schemas we are inside of: a type that contains itself is named once. */
function fieldsIn(schema: Schema, prefix: string, above: Schema[], wanted: FieldsWanted): Field[] {
  const { document, words, place } = wanted;
  if (above.includes(schema)) return [];
  const inside = [...above, schema];
  const into = (one: Schema, path: string) => fieldsIn(resolve(document, one), path, inside, wanted);
  if (schema.oneOf) return withoutRepeats(schema.oneOf.flatMap((one) => into(one, prefix)));
  if (schema.items) return into(schema.items, `${prefix}[]`);
  return Object.entries(schema.properties ?? {}).map(([name, raw]) => {
    const written = resolve(document, raw);
    const field = { ...written, ...written['x-kept-as'] }; // as it is meant to be sent; the description says what becomes of the rest
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return {
      id: `${place}-${path.replaceAll('[]', '')}`,
      path,
      required: schema.required?.includes(name) ?? false,
      rules: rulesOf(field, document, words),
      says: raw.description ?? field.description ?? '',
      example: jsonOf(raw.examples?.[0] ?? field.examples?.[0]),
      children: fieldsIn(field, path, inside, wanted),
    };
  });
}

/** Of the forms a value may take, a field they share is shown once, with all that is inside it in any of them. */
function withoutRepeats(fields: Field[]): Field[] {
  const known = new Map<string, Field>();
  for (const field of fields) {
    const before = known.get(field.path);
    const children = before ? withoutRepeats([...before.children, ...field.children]) : field.children;
    known.set(field.path, { ...(before ?? field), children });
  }
  return [...known.values()];
}

function jsonOf(example: unknown): string | null {
  return example === undefined ? null : JSON.stringify(example);
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

/** Code in a line: a backtick in it needs longer fences, a pipe an escape. */
export function code(text: string): string {
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
