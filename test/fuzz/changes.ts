// What is done to a valid request to spoil it: its body as a value and as text, its query, path, method and headers.
import fc from 'fast-check';
import type { Random } from '#demo/random.js';
import { resolve, type Json } from '../contract/support/document.js';
import { spoiled } from '../contract/support/spoil.js';
import { bodyOf, type Draft } from './draft.js';
import * as oddAddresses from './odd-addresses.js';
import * as oddTexts from './odd-texts.js';
import type { Shape } from './shapes.js';
import type { Values } from './values.js';

interface Tools {
  shape: Shape;
  random: Random;
  values: Values;
}

export interface Change {
  name: string;
  weight: number;
  fits: (shape: Shape, draft: Draft) => boolean;
  apply: (draft: Draft, tools: Tools) => void;
}

const always = () => true;
const hasJson = (_shape: Shape, { json, raw }: Draft) => json !== undefined && raw === undefined;
const hasBody = ({ bodySchema }: Shape) => bodySchema !== null;
const hasPathParameter = ({ pathParameters }: Shape) => pathParameters.length > 0;

export const CHANGES: readonly Change[] = [
  { name: 'a spoilt body', weight: 12, fits: hasJson, apply: spoilBody },
  { name: 'a spoilt item', weight: 4, fits: hasItems, apply: spoilItem },
  { name: 'odd text for a value', weight: 4, fits: hasJson, apply: replaceInText },
  { name: 'broken text', weight: 3, fits: hasBody, apply: breakText },
  { name: 'another media type', weight: 1.5, fits: hasBody, apply: changeType },
  { name: 'an odd query', weight: 3, fits: always, apply: addQuery },
  { name: 'an odd id in the path', weight: 6, fits: hasPathParameter, apply: changeId },
  { name: 'another path', weight: 1.5, fits: always, apply: changePath },
  { name: 'another method', weight: 1.5, fits: always, apply: changeMethod },
  { name: 'an odd header', weight: 2, fits: always, apply: addHeader },
];

/** One or two fields changed, dropped or added, as the parity test of DTO classes and schemas does it. */
function spoilBody(draft: Draft, { shape, random }: Tools): void {
  const schema = resolve({ $ref: `#/components/schemas/${shape.bodySchema}` });
  draft.json = spoiltLike(schema, draft.json as Json, random);
}

function hasItems(shape: Shape, draft: Draft): boolean {
  return hasJson(shape, draft) && itemsOf(shape, draft) !== null;
}

/** A list of objects in the body, with the schema of its items. */
function itemsOf({ bodySchema }: Shape, { json }: Draft): { items: unknown[]; schema: Json } | null {
  const { properties } = resolve({ $ref: `#/components/schemas/${bodySchema}` }) as {
    properties: Record<string, Json>;
  };
  for (const [name, property] of Object.entries(properties)) {
    const items = (json as Json | null)?.[name];
    const declared = resolve(property)['items'] as Json | undefined;
    if (declared === undefined || !Array.isArray(items) || items.length === 0) continue;
    const named = declared['x-item-schema'];
    const schema = typeof named === 'string' ? { $ref: `#/components/schemas/${named}` } : declared;
    if (resolve(schema)['properties'] !== undefined) return { items, schema: resolve(schema) };
  }
  return null;
}

function spoilItem(draft: Draft, { shape, random }: Tools): void {
  const { items, schema } = itemsOf(shape, draft)!;
  const index = random.below(items.length);
  const item = items[index] as Json | null;
  items[index] =
    random.chance(0.2) || typeof item !== 'object' || item === null
      ? random.pick<unknown>([null, 1, 'x', [], [[]], {}, true])
      : spoiltLike(schema, item, random);
}

function spoiltLike(schema: Json, valid: Json, random: Random): Json {
  const seed = random.below(2 ** 31);
  return fc.sample(spoiled(schema, [valid]), { numRuns: 1, seed })[0]!;
}

/** One value of the body's text becomes what `JSON.stringify` never writes. */
function replaceInText(draft: Draft, { random }: Tools): void {
  const text = bodyOf(draft)!.toString('utf8');
  const values = [...text.matchAll(/(?<=:)("(?:[^"\\]|\\.)*"|-?[\d.eE+-]+|true|false|null)(?=[,}])/g)];
  if (values.length === 0) return;
  const { index, 0: value } = random.pick(values);
  const replacement = random.pick(oddTexts.jsonValues);
  draft.raw = Buffer.from(text.slice(0, index) + replacement + text.slice(index + value.length));
}

function breakText(draft: Draft, { random }: Tools): void {
  const text = bodyOf(draft)?.toString('utf8') ?? '{}';
  draft.raw = random.pick(oddTexts.brokenTexts)(text, random.below(Math.max(1, text.length)));
}

function changeType(draft: Draft, { random }: Tools): void {
  const type = random.pick(oddAddresses.mediaTypes);
  if (type === null) delete draft.headers['content-type'];
  else draft.headers['content-type'] = type;
}

function addQuery(draft: Draft, { shape, random }: Tools): void {
  const names = [...shape.queryParameters.map(({ name }) => name as string), 'limit', 'dryRun', 'nonsense'];
  const name = random.pick(names);
  const spelt = random.weighted([
    [name, 6],
    [random.pick(oddAddresses.namesLike(name)), 3],
  ]);
  const value = random.pick(oddAddresses.queryValues);
  const given = random.weighted([
    [`${spelt}=${value}`, 8],
    [spelt, 1],
    [random.pick(oddAddresses.queryPieces), 2],
  ]);
  const others = draft.query.filter((one) => random.chance(0.2) || !one.startsWith(`${name}=`));
  draft.query = [...others, given];
}

function changeId(draft: Draft, { shape, random }: Tools): void {
  const names = shape.pathParameters.map(({ name }) => name as string);
  const template = shape.facts.path.split('/');
  const at = template.findIndex((step) => names.some((name) => step === `{${name}}`));
  const steps = draft.path.split('/');
  steps[at] = random.pick(oddAddresses.pathSteps)(steps[at] ?? '');
  draft.path = steps.join('/');
}

function changePath(draft: Draft, { random }: Tools): void {
  draft.path = random.pick(oddAddresses.paths)(draft.path);
}

function changeMethod(draft: Draft, { random }: Tools): void {
  draft.method = random.pick(oddAddresses.methods);
  // Without a content length, Node sends a body of these chunked; what matters here is the method.
  if (draft.method === 'HEAD' || draft.method === 'TRACE') {
    delete draft.json;
    delete draft.raw;
    delete draft.headers['content-type'];
  }
}

function addHeader(draft: Draft, { random }: Tools): void {
  const [name, value] = random.pick(oddAddresses.headers);
  draft.headers[name] = value;
}
