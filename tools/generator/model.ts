// Request schemas, read into the few kinds of property the DTO classes can hold. Whatever does not fit is refused here.
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
  | { kind: 'free'; maxProperties?: number; maxKeyLength?: number; maxBytes?: number }
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
  free: ['type', 'additionalProperties', 'maxProperties', 'propertyNames', 'x-max-bytes'],
  object: ['$ref'],
  list: ['type', 'items', 'minItems', 'maxItems'],
  texts: ['type', 'items', 'minItems', 'maxItems'],
  anything: ['type', 'items', 'minItems', 'maxItems'],
};
const CLOSED_OBJECT = ['type', 'properties', 'required', 'additionalProperties'];

/**
 * The properties of an object schema (`components.schemas[name]`), which must be closed.
 * @param open it must be open instead: what it does not name is ignored.
 */
export function propertiesOf(document: OpenApiDocument, name: string, open = false): Property[] {
  const where = `components.schemas.${name}`;
  const schema = document.components.schemas[name];
  if (!schema) throw new ContractError(where, 'is not there', 'define it');
  allowOnly(where, schema, CLOSED_OBJECT);
  if (schema.type !== 'object' || schema['additionalProperties'] !== open) {
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
    if (['free', 'object', 'list', 'texts', 'anything'].includes(property.rule.kind) || property.nullable) {
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
  const nullable = types.includes('null');
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
  if (schema.enum || schema.const !== undefined) return toChoice(where, schema);
  switch (types.length === 1 ? types[0]! : 'several') {
    case 'string':
      return toText(where, schema);
    case 'integer':
    case 'number':
      return { kind: 'number', integer: types[0] === 'integer', ...pick(schema, ['minimum', 'maximum']) };
    case 'boolean':
      return { kind: 'flag' };
    case 'object':
      return toFree(where, schema);
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

function toFree(where: string, schema: Schema): Rule {
  if (schema['additionalProperties'] !== true || schema.properties) {
    throw new ContractError(
      where,
      'is neither closed by $ref nor free',
      '$ref a closed schema, or additionalProperties: true',
    );
  }
  const names = (schema['propertyNames'] ?? {}) as Schema;
  const surplus = Object.keys(names).find((keyword) => keyword !== 'maxLength' && keyword !== 'type');
  if (surplus)
    throw new ContractError(where, `propertyNames.${surplus} is not supported`, 'only maxLength is');
  const rule: Rule = { kind: 'free', ...pick(schema, ['maxProperties']) };
  if (names['maxLength'] !== undefined) rule.maxKeyLength = names['maxLength'] as number;
  if (schema['x-max-bytes'] !== undefined) rule.maxBytes = schema['x-max-bytes'] as number;
  return rule;
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
  const keywords = ['minLength', 'maxLength', 'pattern'];
  allowOnly(`${where}[]`, items, ['type', ...keywords]);
  if (items['pattern'] !== undefined) checkPattern(`${where}[]`, items['pattern'] as string);
  return { kind: 'texts', item: pick(items, keywords), ...pick(schema, ['minItems', 'maxItems']) };
}
