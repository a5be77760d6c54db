// Ways to spoil a valid payload, one field at a time: what clients in many languages really send, and what attackers do.
import fc from 'fast-check';
import type { Json } from './document.js';
import { resolve } from './document.js';

const ASTRAL = '😀';

/** Values of every kind; most are wrong for most fields. */
const ANYTHING: unknown[] = [
  null,
  '',
  ' ',
  '0',
  'x',
  true,
  false,
  'true',
  0,
  -0,
  1,
  -1,
  0.5,
  1.0000001,
  1e12,
  1e12 + 1,
  2 ** 53,
  1e21,
  -1e300,
  [],
  {},
  [[]],
  [null],
  [{}],
  { length: 1 },
  { toString: 'x' },
  { then: 'x' },
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00',
  `${ASTRAL}`,
  'é',
  'e\u0301',
  '\u200d',
  '❤️',
  '2026-02-30T00:00:00Z',
  '2026-02-28T25:00:00Z',
  '2026-02-28T23:59:60Z',
  '2026-11-01t00:00:00z',
  '2026-11-01T00:00:00+14:00',
  '2026-11-01T00:00:00.123456789-00:00',
  '2026-11-01T00:00:00',
  '2026-11-01',
  '2026-11-01 00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2024-02-29T00:00:00Z',
  '2023-02-29T00:00:00Z',
  '2026-11-01T24:00:00Z',
  '2026-11-01T00:00:00+24:00',
  '+002026-11-01T00:00:00Z',
  'eur',
  'EUR',
  'EUr',
  'XXX',
  'XAU',
  'ZZZ',
  'EU',
  'EURO',
  'ＥＵＲ',
  'kwd',
  'BGN',
  'EUR\n',
  'https://shop.example',
  'http://shop.example',
  'http://localhost:3000/a',
  'http://127.0.0.1',
  'http://[::1]/',
  'http://127.0.0.1.example/',
  'https://user:pw@shop.example',
  'javascript:alert(1)',
  'https:///x',
  ' https://shop.example',
  'https://sh op.example',
  'HTTPS://SHOP.EXAMPLE/?a=b#c',
  'https://shop.example/\n',
  'http://localhost.example/',
  '//shop.example',
  'https:shop.example',
  'https://',
  'mila@example.com',
  'mila@example',
  'mila',
  '@example.com',
  'mila@@example.com',
  'mila @example.com',
  'MILA+x@EXAMPLE.co.uk',
  'm@exämple.com',
  'a'.repeat(64),
  'A'.repeat(64),
  'g'.repeat(64),
  'a'.repeat(63),
  'a'.repeat(65),
  `${'a'.repeat(64)}\n`,
  'SALE',
  'sale',
  'ACTIVE',
  'PERCENTAGE',
  'FIXED',
  'constructor',
  '__proto__',
  'rcs_01m7dkjj8rf4rbgb8mzjtf5zpa',
];

/** Objects that a free object may or may not be. */
const FREE: unknown[] = [
  { constructor: 'x' },
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { a: { b: { c: [1, 'x', null] } } },
  { 'a\0': 1 },
  { '\ud800': 1 },
  { a: '\udfff' },
  { a: ['\0'] },
  keys(50),
  keys(51),
  { ['k'.repeat(64)]: 1 },
  { ['k'.repeat(65)]: 1 },
  { [ASTRAL.repeat(64)]: 1 },
  { [ASTRAL.repeat(65)]: 1 },
  nested(31),
  nested(32),
  nested(33),
  nested(500),
  { a: 'x'.repeat(8183) },
  { a: 'x'.repeat(8184) },
  { a: 'x'.repeat(8185) },
  { a: ASTRAL.repeat(2045) },
  { a: ASTRAL.repeat(2046) },
  { a: ASTRAL.repeat(2047) },
];

const UNKNOWN_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'externalID',
  'external_id',
  'Amount',
  '',
  ' ',
  'x\0',
  'a.b',
  '0',
];

function keys(count: number): Json {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, index]));
}

function nested(levels: number): Json {
  let value: Json = {};
  for (let level = 1; level < levels; level++) value = { a: value };
  return value;
}

/** Texts around the lengths a schema names, in ASCII and beyond it. */
function boundaryTexts(schema: Json): string[] {
  const lengths = [schema['minLength'], schema['maxLength']].filter((length) => typeof length === 'number');
  return lengths.flatMap((length) =>
    [length - 1, length, length + 1]
      .filter((count) => count >= 0)
      .flatMap((count) => [
        'a'.repeat(count),
        ASTRAL.repeat(count),
        `${ASTRAL}${'b'.repeat(Math.max(0, count - 1))}`,
      ]),
  );
}

/** Lists around the lengths a schema names, and with texts around the lengths of its items. */
function boundaryTextLists(schema: Json, valid: unknown): unknown[] {
  const items = schema['items'] as Json | undefined;
  if (items?.['type'] !== 'string' || !Array.isArray(valid)) return [];
  const some: unknown = valid[0];
  const counts = [schema['minItems'], schema['maxItems']].filter((count) => typeof count === 'number');
  return [
    ...counts.flatMap((count) =>
      [count - 1, count, count + 1].map((length) => Array.from({ length: Math.max(0, length) }, () => some)),
    ),
    ...boundaryTexts(items).map((text) => [some, text]),
    ...[null, 1, {}, [some], 'a\0', '\ud800', '\n', `${String(some)}\n`].map((item) => [some, item]),
  ];
}

function boundaryNumbers(schema: Json): number[] {
  const bounds = [schema['minimum'], schema['maximum']].filter((bound) => typeof bound === 'number');
  return bounds.flatMap((bound) => [bound - 1, bound - 0.01, bound, bound + 0.01, bound + 1]);
}

/** Lists around the lengths a schema names, of things that no list expects. */
function boundaryLists(schema: Json): unknown[][] {
  const lengths = [schema['minItems'], schema['maxItems']].filter((length) => typeof length === 'number');
  return lengths.flatMap((length) =>
    [length - 1, length, length + 1].map((count) =>
      Array.from({ length: Math.max(0, count) }, (_, index) => ANYTHING[index % ANYTHING.length]),
    ),
  );
}

/** A value for one property: near its own limits half the time, else anything. */
function valueFor(written: Json, valid: unknown): fc.Arbitrary<unknown> {
  const property = { ...written, ...(written['x-kept-as'] as Json | undefined) };
  const near: unknown[] = [
    ...boundaryTexts(property),
    ...boundaryNumbers(property),
    ...boundaryTextLists(property, valid),
    ...((property['enum'] ?? []) as unknown[]),
  ];
  if ([property['type']].flat().includes('object')) near.push(...FREE);
  if (property['type'] === 'array') near.push(...boundaryLists(property));
  const anything = fc.oneof(
    fc.constantFrom(...ANYTHING),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double(),
    fc.integer(),
    fc.jsonValue(),
  );
  return near.length === 0 ? anything : fc.oneof(fc.constantFrom(...near), anything);
}

type Change = (body: Json) => Json;

function set(name: string, value: unknown): Change {
  // Not by assignment: `__proto__` must become a property like any other.
  return (body) =>
    Object.fromEntries([...Object.entries(body).filter(([key]) => key !== name), [name, value]]);
}

/** One change to a payload of this schema: another value, a missing field, an unknown one. */
function changeOf(schema: Json, valid: Json): fc.Arbitrary<Change> {
  const properties = Object.entries(schema['properties'] as Record<string, Json>);
  const other = fc.oneof(
    ...properties.map(([name, property]) =>
      valueFor(resolve(property), valid[name]).map((value) => set(name, value)),
    ),
  );
  const missing = fc.constantFrom(...properties).map(
    ([name]): Change =>
      (body) =>
        Object.fromEntries(Object.entries(body).filter(([key]) => key !== name)),
  );
  const unknown = fc
    .tuple(fc.constantFrom(...UNKNOWN_NAMES), fc.constantFrom<unknown>(1, null, {}, 'x'))
    .map(([name, value]) => set(name, value));
  return fc.oneof(
    { weight: 8, arbitrary: other },
    { weight: 1, arbitrary: missing },
    { weight: 1, arbitrary: unknown },
  );
}

/** A valid payload with one or two changes, as JSON text would bring it. */
export function spoiled(schema: Json, valid: Json[]): fc.Arbitrary<Json> {
  const changes = fc.array(changeOf(schema, valid[0]!), { minLength: 1, maxLength: 2 });
  return fc
    .tuple(fc.constantFrom(...valid), changes)
    .map(([body, all]) => all.reduce((spoiling, change) => change(spoiling), body));
}
