// The generated DTO classes accept exactly what the schemas of openapi.yaml accept: two validators, thousands of spoiled payloads.
import fc from 'fast-check';
import { dtos } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import type { DtoClass } from '#platform/contract/dto.js';
import type { Issue } from '#platform/errors/failure.js';
import { ValidationFailure } from '#platform/errors/failure.js';
import { Issues } from '#platform/errors/issues.js';
import { mend } from '#platform/contract/mend.js';
import { schemaChecks } from '#platform/contract/schema-check.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import { usable, validate } from '#platform/contract/validation.js';
import { ajvOf, document, eachOperation, resolve, type Json } from './support/document.js';
import { spoiled } from './support/spoil.js';
import { schemaAccepts } from './support/verdict.js';

type Id = keyof typeof operations;
const RUNS = 600;
const SEED = 20261122;
const now = new Date('2026-11-22T12:00:00Z');

interface Body {
  id: Id;
  schema: string;
  valid: Json[];
}

const bodies: Body[] = [...eachOperation()].flatMap(([id, operation]) => {
  const media = (operation['requestBody'] as { content: Record<string, Json> } | undefined)?.content[
    'application/json'
  ];
  if (!media) return [];
  const examples = Object.values(media['examples'] as Record<string, Json>).map(
    (example) => resolve(example)['value'] as Json,
  );
  return [
    {
      id: id as Id,
      schema: ((media['schema'] as Json)['$ref'] as string).split('/').pop()!,
      valid: examples,
    },
  ];
});

/** The faults the DTO finds; what it made of the body otherwise. */
function byDto(
  id: Id,
  body: object | undefined,
  queryString: string,
): { faults: readonly Issue[]; body?: object | undefined; query?: object; ignored?: readonly Issue[] } {
  const facts: OperationFacts = operations[id];
  if (facts.body?.lenient) return byLeniency(id, body as object);
  const { body: bodyClass, query } = dtos[id] as { body: DtoClass | null; query: DtoClass | null };
  try {
    return {
      faults: [],
      ...validate({ body: bodyClass, query, openQuery: false, rules: [] }, { body, queryString, now }),
    };
  } catch (error) {
    if (!(error instanceof ValidationFailure)) throw error;
    return { faults: error.details };
  }
}

/** What an operation makes of a body that refuses none: it ignores what it does not know, and does nothing about the rest. */
function byLeniency(id: Id, sent: object): { faults: readonly Issue[]; body?: object } {
  const body = usable(sent, { body: dtos[id].body, query: null, openQuery: true, rules: [] }, now);
  return body === null ? { faults: [{ path: [], message: 'cannot be used' }] } : { faults: [], body };
}

/** What the fast path says of a body and makes of it, null for one it refuses; it fills in defaults, so it is given a copy. */
function fastPath(id: Id): ((body: Json) => { body: object; ignored: readonly Issue[] } | null) | null {
  const check = schemaChecks().get(id);
  const { body: dto, query } = dtos[id] as { body: DtoClass | null; query: DtoClass | null };
  if (!check || !dto) return null;
  return (sent) => {
    const told = { ignored: new Issues(), issues: new Issues() };
    const body = mend(structuredClone(sent), dto, query, told);
    return check(body) && told.issues.list.length === 0 ? { body, ignored: told.ignored.list } : null;
  };
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

it('the fast path has a check for the body of every hot operation, and for no other', () => {
  const expected = bodies.filter(({ id }) => operations[id].fastPath).map(({ id }) => id);
  expect([...schemaChecks().keys()].sort()).toEqual(expected.sort());
  expect(expected.length).toBeGreaterThan(3);
});

describe.each(bodies)('$schema', ({ id, schema, valid }) => {
  const hot = fastPath(id);

  it('the DTO accepts exactly what the schema accepts, and so does the check of a hot operation', () => {
    let refused = 0;
    fc.assert(
      fc.property(spoiled(resolve({ $ref: `#/components/schemas/${schema}` }), valid), (body) => {
        const { faults, ...made } = byDto(id, body, '');
        if (faults.length > 0) refused++;
        expect([faults, faults.length === 0]).toEqual([faults, schemaAccepts(schema, body)]);
        if (hot) {
          const same = faults.length === 0 ? { body: made.body, ignored: made.ignored } : null;
          expect([body, asJson(hot(body))]).toEqual([body, asJson(same)]);
        }
        expect(JSON.stringify(faults).length).toBeLessThan(16 * 1024);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(refused).toBeGreaterThan(RUNS / 5);
    expect(refused).toBeLessThan(RUNS);
    expect(({} as Json)['polluted']).toBeUndefined();
  });

  it('the DTO holds what was sent, and defaults for what was not', () => {
    for (const body of valid) {
      const { faults, body: instance } = byDto(id, body, '');
      expect(faults).toEqual([]);
      expect(JSON.parse(JSON.stringify(instance))).toMatchObject(body);
    }
  });
});

const queries = [...eachOperation()].flatMap(([id, operation]) => {
  const parameters = ((operation['parameters'] ?? []) as Json[])
    .map((parameter) => resolve(parameter))
    .filter((parameter) => parameter['in'] === 'query');
  return parameters.length === 0 || operations[id as Id].openQuery ? [] : [{ id: id as Id, parameters }];
});

const TEXTS = [
  '',
  '0',
  '1',
  '-1',
  '25',
  '100',
  '101',
  '1e2',
  '0x10',
  ' 5',
  '5 ',
  '1.0',
  '1.5',
  'true',
  'false',
  'TRUE',
  '1',
  'null',
  'x',
  'ACTIVE',
  'active',
  'UNATTRIBUTED',
  '2026-11-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-11-01',
  '\0',
  'a'.repeat(64),
  'a'.repeat(65),
  '😀'.repeat(64),
  'cmp_01h455vb4pex5vsknk084sn02q',
  '999999999999999999999',
];

/** What a query parameter's text means, by its schema: written a second time, for comparison. */
function read(text: string, schema: Json): unknown {
  if (schema['type'] === 'integer' || schema['type'] === 'number')
    return /^-?\d{1,20}(\.\d{1,20})?$/.test(text) ? Number(text) : text;
  if (schema['type'] === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  return text;
}

describe.each(queries)('query of $id', ({ id, parameters }) => {
  it('the DTO accepts exactly what the parameters’ schemas accept', () => {
    const one = fc
      .constantFrom(...parameters)
      .chain((parameter) => fc.constantFrom(...TEXTS).map((text) => ({ parameter, text })));
    fc.assert(
      fc.property(one, ({ parameter, text }) => {
        const schema = resolve(parameter['schema'] as Json);
        const accepted =
          ajvOf(document).validate(schema, read(text, schema)) === true && !text.includes('\0');
        const { faults } = byDto(
          id,
          undefined,
          new URLSearchParams([[parameter['name'] as string, text]]).toString(),
        );
        expect([faults, faults.length === 0]).toEqual([faults, accepted]);
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('an unknown parameter and a repeated one are faults', () => {
    const name = parameters[0]!['name'] as string;
    expect(byDto(id, undefined, 'constructor=1&__proto__=2').faults.map(({ path }) => path)).toEqual([
      ['constructor'],
      ['__proto__'],
    ]);
    expect(byDto(id, undefined, `${name}=1&${name}=1`).faults).toContainEqual({
      path: [name],
      message: 'must be given only once',
    });
  });
});

it('the mutations are two thousand or more', () => {
  expect(bodies.length * RUNS).toBeGreaterThanOrEqual(2000);
});
