// A schema of the contract as TypeScript to read: what the reference shows and what the client ships. Pure: no file is touched.
import type { OpenApiDocument, Schema } from './document.js';
import { schemaName } from './document.js';
import { ContractError } from './contract-error.js';
import { asMeant } from './keywords.js';
import { commentOf } from './type-comment.js';

const WIDTH = 110;
const STEP = '  ';

/**
 * One component schema: `export interface PostbackReply { … }`, or `export type …` for what is no object. Other schemas stand in it
 * by their names. Throws a ContractError for a schema that is not there.
 */
export function typeText(document: OpenApiDocument, name: string): string {
  const schema = document.components.schemas[name];
  if (!schema) throw new ContractError(`components.schemas.${name}`, 'is not there', 'define it');
  const comment = commentOf(schema, '', isReply(name) ? ['Later versions may add fields.'] : []);
  if (schema.type === 'object' && schema.properties)
    return `${comment}export interface ${name} ${objectText(schema, '')}\n`;
  return `${comment}export type ${name} =${unionText(alternativesOf(schema, ''), '', `export type ${name} =`)};\n`;
}

/** A schema where it is used: a name, a list of names, a union. */
export function inlineType(schema: Schema): string {
  return alternativesOf(schema, '').join(' | ');
}

/** That type and all it refers to, in reading order: the type itself first, then what it names, each once. */
export function typeTextsOf(document: OpenApiDocument, name: string): string {
  return namesUsedBy(document, name)
    .map((used) => typeText(document, used))
    .join('\n');
}

/** The name and the names of all schemas it refers to, directly or not, in reading order. */
export function namesUsedBy(document: OpenApiDocument, name: string, found: string[] = []): string[] {
  if (found.includes(name)) return found;
  found.push(name);
  const schema = document.components.schemas[name];
  if (!schema) throw new ContractError(`components.schemas.${name}`, 'is not there', 'define it');
  for (const ref of refsOf(schema)) namesUsedBy(document, schemaName(ref, name), found);
  return found;
}

function refsOf(schema: Schema): string[] {
  if (schema.$ref !== undefined) return [schema.$ref];
  const items = schema.items === undefined ? [] : [meant(schema.items)];
  const below = [...Object.values(schema.properties ?? {}), ...choicesOf(schema), ...items];
  return below.flatMap(refsOf);
}

/** By the project's naming, which the contract's tests keep: the whole of what comes back. */
function isReply(name: string): boolean {
  return name.endsWith('Reply');
}

function objectText(schema: Schema, indent: string): string {
  const inner = indent + STEP;
  const members = Object.entries(schema.properties ?? {}).map(([name, property]) =>
    propertyText(name, property, schema.required?.includes(name) === true, inner),
  );
  if (asMeant(schema)['additionalProperties'] === true) members.push(`${inner}[name: string]: unknown;\n`);
  return `{\n${members.join('')}${indent}}`;
}

/** An object of any names: what stands under each, if the schema says. */
function mapText(schema: Schema, indent: string): string {
  const further = schema['additionalProperties'];
  const value = typeof further === 'object' ? alternativesOf(further as Schema, indent) : ['unknown'];
  return `Record<string, ${value.join(' | ')}>`;
}

function propertyText(name: string, written: Schema, required: boolean, indent: string): string {
  const schema = asMeant(written);
  const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
  const start = `${indent}${key}${required ? '' : '?'}:`;
  return `${commentOf(schema, indent)}${start}${unionText(alternativesOf(schema, indent), indent, start)};\n`;
}

/** On one line if it fits; else each alternative on its own. */
function unionText(alternatives: string[], indent: string, start: string): string {
  const line = ` ${alternatives.join(' | ')}`;
  const isWide = alternatives.length > 1 && start.length + line.length + 1 > WIDTH;
  if (!isWide || line.includes('\n')) return line;
  return alternatives.map((alternative) => `\n${indent}${STEP}| ${alternative}`).join('');
}

/** The types a value may have, each as text. */
function alternativesOf(schema: Schema, indent: string): string[] {
  if (schema.$ref !== undefined) return [schemaName(schema.$ref, 'a schema')];
  if (schema.const !== undefined) return [literal(schema.const)];
  if (schema.enum !== undefined) return schema.enum.map(literal);
  // Words that a later version may add to: those known today help to complete, and any other is let through.
  const known = schema['x-extensible-enum'] as string[] | undefined;
  if (known !== undefined) return [...known.map(literal), '(string & {})'];
  const choices = choicesOf(schema);
  if (choices.length > 0) return distinct(choices.flatMap((choice) => alternativesOf(choice, indent)));
  const types = [schema.type ?? []].flat();
  return types.length === 0 ? ['unknown'] : distinct(types.map((type) => ofType(type, schema, indent)));
}

function choicesOf(schema: Schema): Schema[] {
  const refused = ['allOf', 'not'].find((keyword) => schema[keyword] !== undefined);
  if (refused)
    throw new ContractError('a schema', `has ${refused}, which has no readable type`, 'write it out');
  return (schema['oneOf'] ?? schema['anyOf'] ?? []) as Schema[];
}

function ofType(type: string, schema: Schema, indent: string): string {
  switch (type) {
    case 'string':
    case 'boolean':
    case 'null':
      return type;
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return listText(schema.items ?? {}, indent);
    case 'object':
      return schema.properties ? objectText(schema, indent) : mapText(schema, indent);
    default:
      throw new ContractError('a schema', `has the type ${type}, which JSON does not know`, 'correct it');
  }
}

function listText(items: Schema, indent: string): string {
  const item = alternativesOf(meant(items), indent).join(' | ');
  if (item.includes('{')) return `Array<${item}>`;
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
}

/** Items that are looked at one by one, and so may be anything for the schema, say by `x-item-schema` what they are meant to be. */
function meant(items: Schema): Schema {
  const name = items['x-item-schema'] as string | undefined;
  return name === undefined ? items : { $ref: `#/components/schemas/${name}` };
}

/** A value as TypeScript writes it. */
export function literal(value: unknown): string {
  return typeof value === 'string'
    ? `'${value.replace(/['\\]/g, '\\$&').replace(/\n/g, '\\n')}'`
    : JSON.stringify(value);
}

function distinct(texts: string[]): string[] {
  return [...new Set(texts)];
}
