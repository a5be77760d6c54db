// What the contract's schema says about a body: ajv's verdict, and the promises no JSON Schema keyword can hold, written a second
// time here so that src/platform/contract/sanitize.ts and mend.ts are compared with something.
import { closestName } from '#platform/errors/did-you-mean.js';
import { ajvOf, document, pointer, resolve, type Json } from './document.js';

const DEEPEST = 32;

/** Whether the contract accepts `body` as components.schemas[name]. */
export function schemaAccepts(name: string, body: unknown): boolean {
  const ref = `#/components/schemas/${name}`;
  const validate = ajvOf(document).getSchema(pointer(ref))!;
  const schema = resolve({ $ref: ref });
  return validate(body) === true && !isMisspelt(body as Json, schema) && isKept(body, schema, 0);
}

/** Whether a field that is not named resembles one that is, where that is refused. */
function isMisspelt(body: Json, schema: Json): boolean {
  if (schema['x-refuse-misspelt'] !== true) return false;
  const names = Object.keys(schema['properties'] as Json);
  return Object.keys(body).some((name) => !names.includes(name) && closestName(name, names) !== null);
}

/** Every text can be stored, every number is one, nothing is nested deeper than promised. */
function isKept(value: unknown, schema: Json | undefined, depth: number): boolean {
  if (schema?.['x-kept-as'] !== undefined) return true; // nothing is refused for it
  if (typeof value === 'string') return schema?.['x-any-characters'] === true || isStorable(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value) && isOfAnything(schema)) return true;
  const properties = (schema?.['properties'] ?? {}) as Record<string, Json>;
  // Of an open object, what has no name in the contract is not looked at, and not kept.
  const isOpen = schema?.['additionalProperties'] === true && schema['properties'] !== undefined;
  return Object.entries(value).every(
    ([key, inner]) =>
      (isOpen && !Object.hasOwn(properties, key)) ||
      (isStorable(key) &&
        isKept(inner, Object.hasOwn(properties, key) ? resolve(properties[key]!) : undefined, depth + 1)),
  );
}

/** A list whose items are looked at one by one, later. */
function isOfAnything(schema: Json | undefined): boolean {
  const items = schema?.['items'] as Json | undefined;
  return (
    items !== undefined &&
    Object.keys(items).every((keyword) => ['description', 'x-item-schema'].includes(keyword))
  );
}

function isStorable(text: string): boolean {
  return !text.includes('\0') && (text as unknown as { isWellFormed: () => boolean }).isWellFormed();
}
