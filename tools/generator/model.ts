// Request schemas, read into the few kinds of property the DTO classes can hold. Whatever does not fit is refused here.
import type { KeptAs } from '#platform/contract/kept.js';
import { formats } from '#platform/values/formats.js';
import type { OpenApiDocument, Parameter, Schema } from './document.js';
import { resolveRef, schemaName } from './document.js';
import { ContractError } from './contract-error.js';
import { allowOnly, ANNOTATIONS, checkPattern, pick } from './keywords.js';

export type Rule =
  | { kind: 'text'; minLength?: number; maxLength?: number; pattern?: string; format?: string }
  | { kind: 'choice'; values: (string | number | boolean)[] }
  | { kind: 'number'; integer: boolean; minimum?: number; maximum?: number }
  | { kind: 'flag' }
  | { kind: 'kept'; as: KeptAs }
  | { kind: 'object'; schema: string }
  | { kind: 'list'; schema: string; minItems?: number; maxItems?: number }
  | { kind: 'texts'; item: Record<string, unknown>; minItems?: number; maxItems?: number }
  | { kind: 'anything'; minItems?: number; maxItems?: number };

export interface Property {
  name: string;
  required: boolean;
  nullable: boolean;
  anyCharacters: boolean;
  default?: unknown;
  rule: Rule;
}

const KEYWORDS: Record<Rule['kind'], string[]> = {
  text: ['type', 'minLength', 'maxLength', 'pattern', 'format'],
  choice: ['type', 'enum', 'const'],
  number: ['type', 'minimum', 'maximum'],
  flag: ['type'],
  kept: ['x-kept-as'],
  object: ['$ref'],
  list: ['type', 'items', 'minItems', 'maxItems'],
  texts: ['type', 'items', 'minItems', 'maxItems'],
  anything: ['type', 'items', 'minItems', 'maxItems'],
};
const OBJECT = ['type', 'properties', 'required', 'additionalProperties', 'x-refuse-misspelt'];

/**
 * The properties of an object schema (`components.schemas[name]`), which must be closed.
 * @param open it must be open instead: what it does not name is ignored.
 */
export function propertiesOf(document: OpenApiDocument, name: string, open = false): Property[] {
  const where = `components.schemas.${name}`;
  const schema = document.components.schemas[name];
  if (!schema) throw new ContractError(where, 'is not there', 'define it');
  allowOnly(where, schema, OBJECT);
  // Where what is misspelt is refused, the classes see what is left when all other unknown fields are taken out.
  const isOpen = ignoresUnknown(document, name) ? false : schema['additionalProperties'];
  if (schema.type !== 'object' || isOpen !== open) {
    const problem = open ? 'is not open' : 'is not closed';
    throw new ContractError(where, problem, `such a request is an object with additionalProperties: ${open}`);
  }
  const required = schema.required ?? [];
  const properties = Object.entries(schema.properties ?? {});
  const unknown = required.find((key) => !Object.hasOwn(schema.properties ?? {}, key));
  if (unknown)
    throw new ContractError(where, `requires ${unknown}, which it does not define`, 'define it or drop it');
  return properties.map(([key, value]) =>
    toProperty(document, `${where}.${key}`, key, value, required.includes(key)),
  );
}

/** Whether a schema's unknown fields are ignored and told, unless they resemble a known one. */
export function ignoresUnknown(document: OpenApiDocument, name: string): boolean {
  const schema = document.components.schemas[name];
  return schema?.['additionalProperties'] === true && schema['x-refuse-misspelt'] === true;
}

/** Query or path parameters as properties of one class. */
export function propertiesOfParameters(
  document: OpenApiDocument,
  where: string,
  parameters: Parameter[],
): Property[] {
  return parameters.map((parameter) => {
    const at = `${where} parameter ${parameter.name}`;
    if (!parameter.schema) throw new ContractError(at, 'has no schema', 'give it one');
    const schema = resolveRef(document, parameter.schema, at);
    const property = toProperty(document, at, parameter.name, schema, parameter.required === true);
    if (['kept', 'object', 'list', 'texts', 'anything'].includes(property.rule.kind) || property.nullable) {
      throw new ContractError(
        at,
        'is not a single text, number or boolean',
        'a parameter appears once and is never null',
      );
    }
    return property;
  });
}

function toProperty(
  document: OpenApiDocument,
  where: string,
  name: string,
  written: Schema,
  required: boolean,
): Property {
  if (!/^[A-Za-z][A-Za-z0-9_]*$/.test(name))
    throw new ContractError(where, 'has an unusable name', 'letters, digits and _');
  if (name === 'constructor') throw new ContractError(where, 'is a name JavaScript needs', 'choose another');
  // A $ref may stand for a plain value (a shared enum, an id); only closed objects become classes of their own.
  const target = written.$ref === undefined ? written : resolveRef(document, written, where);
  const schema =
    written.$ref !== undefined && target.properties
      ? { $ref: written.$ref }
      : { ...target, ...annotationsOf(written) };
  const types = [schema.type ?? []].flat();
  const rule = toRule(
    document,
    where,
    schema,
    types.filter((type) => type !== 'null'),
  );
  allowOnly(where, schema, KEYWORDS[rule.kind]);
  const nullable = types.includes('null') || rule.kind === 'kept';
  if (rule.kind === 'kept' && required)
    throw new ContractError(where, 'is required, and yet nothing is refused for it', 'make it optional');
  if (nullable && schema.enum && !schema.enum.includes(null)) {
    throw new ContractError(where, 'may be null by its type but not by its enum', 'add null to the enum');
  }
  return {
    name,
    required,
    nullable,
    anyCharacters: schema['x-any-characters'] === true,
    ...(target.default === undefined ? {} : { default: target.default }),
    rule,
  };
}

function annotationsOf(schema: Schema): Partial<Schema> {
  return Object.fromEntries(Object.entries(schema).filter(([keyword]) => ANNOTATIONS.includes(keyword)));
}

function toRule(document: OpenApiDocument, where: string, schema: Schema, types: string[]): Rule {
  if (schema.$ref !== undefined) return { kind: 'object', schema: schemaName(schema.$ref, where) };
  if (schema['x-kept-as'] !== undefined) return { kind: 'kept', as: toKeptAs(where, schema['x-kept-as']) };
  if (schema.enum || schema.const !== undefined) return toChoice(where, schema);
  switch (types.length === 1 ? types[0]! : 'several') {
    case 'string':
      return toText(where, schema);
    case 'integer':
    case 'number':
      return { kind: 'number', integer: types[0] === 'integer', ...pick(schema, ['minimum', 'maximum']) };
    case 'boolean':
      return { kind: 'flag' };
    case 'array':
      return toList(document, where, schema);
    default:
      throw new ContractError(
        where,
        `type ${JSON.stringify(schema.type)} is not one type (or one type and 'null')`,
        'say which',
      );
  }
}

function toChoice(where: string, schema: Schema): Rule {
  const values = (schema.enum ?? [schema.const]).filter((value) => value !== null);
  const usable = values.every((value) => ['string', 'number', 'boolean'].includes(typeof value));
  if (values.length === 0 || !usable)
    throw new ContractError(where, 'has an empty or structured enum', 'list plain values');
  return { kind: 'choice', values: values as string[] };
}

function toText(where: string, schema: Schema): Rule {
  const format = schema['format'] as string | undefined;
  if (format !== undefined && !Object.hasOwn(formats, format)) {
    throw new ContractError(
      where,
      `format ${format} is unknown`,
      'define it in src/platform/values/formats.ts',
    );
  }
  if (schema['pattern'] !== undefined) checkPattern(where, schema['pattern'] as string);
  return { kind: 'text', ...pick(schema, ['minLength', 'maxLength', 'pattern', 'format']) };
}

/** What is kept of a field: a text up to a length, or a free object within its limits; null too, which says nothing. */
function toKeptAs(where: string, written: unknown): KeptAs {
  const as = written as Schema;
  const types = [as.type ?? []].flat().filter((type) => type !== 'null');
  const names = (as['propertyNames'] ?? {}) as Schema;
  const isObject = types.join() === 'object';
  allowOnly(
    `${where}.x-kept-as`,
    as,
    isObject
      ? ['type', 'additionalProperties', 'maxProperties', 'propertyNames', 'x-max-bytes']
      : ['type', 'maxLength'],
  );
  allowOnly(`${where}.x-kept-as.propertyNames`, names, ['maxLength', 'type']);
  const kept: KeptAs = isObject
    ? {
        kind: 'object',
        maxKeys: as['maxProperties'] as number,
        maxKeyLength: names['maxLength'] as number,
        maxBytes: as['x-max-bytes'] as number,
      }
    : { kind: 'text', maxLength: as['maxLength'] as number };
  if ((isObject || types.join() === 'string') && Object.values(kept).every((limit) => limit !== undefined))
    return kept;
  throw new ContractError(
    `${where}.x-kept-as`,
    'is neither a text nor a free object with all its limits',
    'say maxLength; or maxProperties, propertyNames.maxLength and x-max-bytes',
  );
}

function toList(document: OpenApiDocument, where: string, schema: Schema): Rule {
  if (schema.items?.type === 'string') return toTexts(where, schema, schema.items);
  // Items of which nothing is said are handed on as they come: the handler looks at each alone.
  const says = Object.keys(schema.items ?? { nothing: 0 }).filter(
    (keyword) => !ANNOTATIONS.includes(keyword),
  );
  if (says.length === 0) return { kind: 'anything', ...pick(schema, ['minItems', 'maxItems']) };
  const ref = schema.items?.$ref;
  if (ref === undefined || !resolveRef(document, schema.items!, where).properties) {
    throw new ContractError(
      where,
      'is a list of something other than strings or a $ref to a closed object',
      'define the item as a schema',
    );
  }
  return { kind: 'list', schema: schemaName(ref, where), ...pick(schema, ['minItems', 'maxItems']) };
}

function toTexts(where: string, schema: Schema, items: Schema): Rule {
  const keywords = ['minLength', 'maxLength', 'pattern', 'enum'];
  allowOnly(`${where}[]`, items, ['type', ...keywords]);
  if (items['pattern'] !== undefined) checkPattern(`${where}[]`, items['pattern'] as string);
  return { kind: 'texts', item: pick(items, keywords), ...pick(schema, ['minItems', 'maxItems']) };
}
