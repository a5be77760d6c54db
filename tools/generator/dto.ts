// generated/dto.ts: one class for each body, query and path, with class-validator's decorators and our own messages.
// Why so: docs/decisions/0002-generated-dtos.md
import type { OpenApiDocument, Operation } from './document.js';
import { schemaName } from './document.js';
import type { Property, Rule } from './model.js';
import { ignoresUnknown, propertiesOf, propertiesOfParameters } from './model.js';
import { ContractError } from './contract-error.js';

const HEADER = `// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.
import * as v from 'class-validator';
import * as c from '#platform/contract/dto.js';
`;

/** The classes an operation uses, by name; null where it takes nothing of the kind. */
interface Used {
  body: string | null;
  query: string | null;
  path: string | null;
}

/** The text of generated/dto.ts. */
export function generateDto(document: OpenApiDocument, operations: Operation[]): string {
  const nested = new Map<string, string>();
  const classes: string[] = [];
  const table = operations.map((operation) => {
    const used = classesOf(document, operation, classes, nested);
    return `  ${operation.id}: { body: ${used.body}, query: ${used.query}, path: ${used.path} },`;
  });
  const all = [...nested.values(), ...classes].join('\n');
  const imports = all.includes('@Type(') ? "import { Type } from 'class-transformer';\n" : '';
  return `${HEADER}${imports}\n${all}\n/** operationId → the classes of what it takes. */\nexport const dtos = {\n${table.join('\n')}\n} as const;\n`;
}

function classesOf(
  document: OpenApiDocument,
  operation: Operation,
  classes: string[],
  nested: Map<string, string>,
): Used {
  const name = operation.id[0]!.toUpperCase() + operation.id.slice(1);
  const used: Used = { body: null, query: null, path: null };
  const schema = bodySchema(operation);
  if (schema !== null) {
    used.body = `${name}Body`;
    const properties = propertiesOf(document, schema, isLenient(operation));
    addNested(document, properties, nested, [schema]);
    const text = emitClass(used.body, properties, false);
    classes.push(ignoresUnknown(document, schema) ? `@c.IgnoresUnknown()\n${text}` : text);
  }
  for (const place of ['query', 'path'] as const) {
    const parameters = operation.parameters.filter((parameter) => parameter.in === place);
    if (parameters.length === 0) continue;
    const className = `${name}${place === 'query' ? 'Query' : 'Path'}`;
    used[place] = className;
    classes.push(
      emitClass(className, propertiesOfParameters(document, operation.where, parameters), place === 'query'),
    );
  }
  return used;
}

/** Whether the operation takes what it can use of a body, and refuses none. */
export function isLenient(operation: Operation): boolean {
  return operation.body['x-lenient-body'] === true;
}

/** The schema of the JSON body, or null when the operation takes none. */
export function bodySchema(operation: Operation): string | null {
  const content = operation.body.requestBody?.content;
  if (!content) return null;
  // The same JSON under another name: a browser sends text without asking first.
  const types = Object.keys(content).filter((type) => !(isLenient(operation) && type === 'text/plain'));
  const ref = content['application/json']?.schema?.$ref;
  if (types.length !== 1 || ref === undefined) {
    throw new ContractError(
      operation.where,
      'has a body other than one application/json $ref',
      'define it in components.schemas',
    );
  }
  return schemaName(ref, operation.where);
}

/** Nested classes stand before their users. */
function addNested(
  document: OpenApiDocument,
  properties: Property[],
  nested: Map<string, string>,
  above: string[],
): void {
  for (const { rule } of properties) {
    if (rule.kind !== 'object' && rule.kind !== 'list') continue;
    if (above.includes(rule.schema)) {
      throw new ContractError(
        `components.schemas.${rule.schema}`,
        'contains itself',
        'requests have a fixed depth',
      );
    }
    if (nested.has(rule.schema)) continue;
    const own = propertiesOf(document, rule.schema);
    if (ignoresUnknown(document, rule.schema) || own.some((property) => property.rule.kind === 'kept')) {
      throw new ContractError(
        `components.schemas.${rule.schema}`,
        'is mended, and yet no body of its own',
        'x-refuse-misspelt and x-kept-as are looked at where a body begins',
      );
    }
    addNested(document, own, nested, [...above, rule.schema]);
    nested.set(rule.schema, emitClass(rule.schema, own, false));
  }
}

function emitClass(name: string, properties: Property[], fromText: boolean): string {
  const shapes = properties.map((property) => `  ${property.name}: ${shapeOf(property)},`).join('\n');
  const members = properties.map((property) => emitProperty(property, fromText)).join('\n');
  return `@c.Closed({\n${shapes}\n})\nexport class ${name} {\n${members}}\n`;
}

function shapeOf({ rule, anyCharacters }: Property): string {
  if (rule.kind === 'kept') return `{ kept: ${JSON.stringify(rule.as)} }`;
  if (rule.kind === 'object') return `{ object: () => ${rule.schema} }`;
  if (rule.kind === 'list') return `{ list: () => ${rule.schema}${mostItems(rule)} }`;
  if (rule.kind === 'texts') return `{ texts: ${JSON.stringify(rule.item)}${mostItems(rule)} }`;
  if (rule.kind === 'anything') return `{ anything: true${mostItems(rule)} }`;
  return anyCharacters ? '{ anyCharacters: true }' : '{}';
}

function mostItems({ maxItems }: { maxItems?: number }): string {
  return maxItems === undefined ? '' : `, maxItems: ${maxItems}`;
}

function emitProperty(property: Property, fromText: boolean): string {
  const lines: string[] = [];
  const hasDefault = property.default !== undefined;
  if (!property.required) lines.push('@v.ValidateIf(c.sent)');
  if (property.nullable) lines.push('@v.ValidateIf(c.notNull)');
  if (property.required) lines.push('@c.Required()');
  lines.push(...decoratorsOf(property.rule, property.nullable));
  if (fromText && property.rule.kind === 'number') lines.push('@c.FromText(c.toNumber)');
  if (fromText && property.rule.kind === 'flag') lines.push('@c.FromText(c.toFlag)');
  const type = typeOf(property.rule) + (property.nullable ? ' | null' : '');
  const mark = hasDefault ? '' : property.required ? '!' : '?';
  const initial = hasDefault ? ` = ${JSON.stringify(property.default)}` : '';
  return [...lines, `${property.name}${mark}: ${type}${initial};`].map((line) => `  ${line}\n`).join('');
}

function typeOf(rule: Rule): string {
  if (rule.kind === 'choice') return rule.values.map((value) => JSON.stringify(value)).join(' | ');
  if (rule.kind === 'object') return rule.schema;
  if (rule.kind === 'list') return `${rule.schema}[]`;
  if (rule.kind === 'texts') {
    const words = rule.item['enum'] as string[] | undefined;
    return words ? `(${words.map((word) => JSON.stringify(word)).join(' | ')})[]` : 'string[]';
  }
  if (rule.kind === 'anything') return 'unknown[]';
  if (rule.kind === 'kept') return rule.as.kind === 'text' ? 'string' : 'Record<string, unknown>';
  return { text: 'string', number: 'number', flag: 'boolean' }[rule.kind];
}

function decoratorsOf(rule: Rule, nullable: boolean): string[] {
  const say = (message: string) => `{ message: ${JSON.stringify(message + (nullable ? ' or null' : ''))} }`;
  switch (rule.kind) {
    case 'text':
      return [`@v.IsString(${say('must be a string')})`, ...textDecorators(rule)];
    case 'choice':
      return [`@v.IsIn(${JSON.stringify(rule.values)}, ${say(`must be ${oneOf(rule.values)}`)})`];
    case 'number':
      return numberDecorators(rule, say(`must be ${numberWords(rule)}`));
    case 'flag':
      return [`@v.IsBoolean({ message: 'must be ${nullable ? 'true, false or null' : 'true or false'}' })`];
    case 'kept': // nothing is refused for it: mend.ts has looked at it before
      return ['@c.AsSent()'];
    case 'object':
      return [
        `@v.IsObject(${say('must be an object')})`,
        '@v.ValidateNested()',
        `@Type(() => ${rule.schema})`,
      ];
    case 'texts': // each text is looked at by sanitize.ts, which can say which one is at fault
      return [`@v.IsArray(${say('must be a list')})`, ...listDecorators(rule)];
    case 'list':
      return [
        `@v.IsArray(${say('must be a list')})`,
        ...listDecorators(rule),
        '@v.ValidateNested({ each: true })',
        `@Type(() => ${rule.schema})`,
      ];
    case 'anything':
      return [`@v.IsArray(${say('must be a list')})`, ...listDecorators(rule), '@c.AsSent()'];
  }
}

function oneOf(values: (string | number | boolean)[]): string {
  return values.length === 1 ? String(values[0]) : `one of ${values.join(', ')}`;
}

function textDecorators(rule: Rule & { kind: 'text' }): string[] {
  const lines: string[] = [];
  if (rule.minLength !== undefined || rule.maxLength !== undefined) {
    lines.push(`@c.LengthInCharacters(${rule.minLength ?? 0}, ${rule.maxLength ?? 'Infinity'})`);
  }
  if (rule.pattern !== undefined) {
    const message = JSON.stringify(`must match the pattern ${rule.pattern}`);
    lines.push(`@v.Matches(new RegExp(${JSON.stringify(rule.pattern)}, 'u'), { message: ${message} })`);
  }
  if (rule.format !== undefined) lines.push(`@c.HasFormat(${JSON.stringify(rule.format)})`);
  return lines;
}

function numberDecorators(rule: Rule & { kind: 'number' }, options: string): string[] {
  const lines = [rule.integer ? `@v.IsInt(${options})` : `@v.IsNumber({}, ${options})`];
  if (rule.minimum !== undefined) lines.push(`@v.Min(${rule.minimum}, ${options})`);
  if (rule.maximum !== undefined) lines.push(`@v.Max(${rule.maximum}, ${options})`);
  return lines;
}

function numberWords({ integer, minimum, maximum }: Rule & { kind: 'number' }): string {
  const noun = integer ? 'an integer' : 'a number';
  if (minimum !== undefined && maximum !== undefined) return `${noun} from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return `${noun} of at least ${minimum}`;
  return maximum === undefined ? noun : `${noun} of at most ${maximum}`;
}

function listDecorators(rule: { minItems?: number; maxItems?: number }): string[] {
  const lines: string[] = [];
  if (rule.minItems !== undefined) {
    lines.push(`@v.ArrayMinSize(${rule.minItems}, { message: 'must have at least ${rule.minItems} items' })`);
  }
  if (rule.maxItems !== undefined) {
    lines.push(`@v.ArrayMaxSize(${rule.maxItems}, { message: 'must have at most ${rule.maxItems} items' })`);
  }
  return lines;
}
