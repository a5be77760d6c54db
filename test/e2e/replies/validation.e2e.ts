// What is against the contract is 422: all faults at once, by path and rule, never with a value, in at most 16 KiB.
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestCaller } from '../../support/makers.js';
import {
  bodyProperties,
  declaring,
  exampleBody,
  expectRefusal,
  factsOf,
  goodRequest,
  isClosed,
  parametersOf,
  withBody,
  countWritten,
  type Failing,
  leastQuery,
} from './requests.js';

let app: SharedApp;
let before: Awaited<ReturnType<typeof countWritten>>;
let caller: TestCaller;

beforeAll(async () => {
  app = await sharedApp();
  before = await countWritten(app);
  caller = await app.make.caller();
});

type Id = (typeof withBody)[number];
const INVALID = [422, 'VALIDATION_FAILED'] as const;
const marker = 'MARKER 8d2f@example.com';

function refuse(id: Id, body: object | null, query = ''): Promise<Failing> {
  const rawBody = body === null ? {} : { rawBody: JSON.stringify(body) };
  return expectRefusal(app.api, id, { ...goodRequest(id, caller), ...rawBody, query }, INVALID);
}

const pathsOf = ({ details }: Failing): string[] => details.map(({ path }) => (path ?? []).join('.'));

/** A text in each of the body's fields that hold text, or a list of texts, and may not hold any text at all. */
function inTextFields(id: Id, value: string): Record<string, string | string[]> {
  const inField: Record<string, string | string[]> = {};
  for (const [name, schema] of Object.entries(bodyProperties(id))) {
    const items = schema['items'] as { type?: string } | undefined;
    const isText = [schema['type']].flat().includes('string') && schema['x-any-characters'] !== true;
    if (items?.type === 'string') inField[name] = [value];
    else if (isText) inField[name] = value;
  }
  return inField;
}

/** Names of the fields at fault; of a list of texts the first is. */
const fieldsOf = (failing: Failing): string[] => pathsOf(failing).map((path) => path.replace(/\.0$/, ''));
/** The body's fields that hold a list. */
function listFields(id: Id): string[] {
  return Object.entries(bodyProperties(id)).flatMap(([name, schema]) =>
    [schema['type']].flat().includes('array') ? [name] : [],
  );
}

/** A structure that the field cannot be: an object for a list, a list for all else. */
const misfit = (id: Id, name: string, value: unknown): unknown =>
  listFields(id).includes(name) ? { list: value } : [value];

describe.each(withBody)('%s', (id) => {
  it('refuses a field it does not know, and names the one that was meant', async () => {
    const names = Object.keys(bodyProperties(id));
    const misspelt = names.map((name) => `${name.slice(0, -1)}${name.endsWith('x') ? 'y' : 'x'}`);
    const { details } = await refuse(id, Object.fromEntries(misspelt.map((name) => [name, null])));
    for (const [index, name] of names.entries()) {
      const message = `is not known here; did you mean ${name}?`;
      expect(details).toContainEqual({ path: [misspelt[index]], message });
    }
    if (!isClosed(id)) return; // told in the reply, which is test/e2e/conversions/ignored.e2e.ts
    const { details: others } = await refuse(id, { ...exampleBody(id), somethingElse: 1 });
    expect(others).toEqual([{ path: ['somethingElse'], message: 'is not known here' }]);
  });

  it('refuses a query parameter it does not know', async () => {
    const { details } = await refuse(id, null, 'somethingElse=1');
    expect(details).toEqual([{ path: ['somethingElse'], message: 'is not known here' }]);
  });

  it('refuses U+0000 and lone surrogates in every text, wherever they stand', async () => {
    for (const value of ['a\u0000b', '\ud800', 'a\udc00\ud800b']) {
      const spoilt = inTextFields(id, value);
      if (Object.keys(spoilt).length === 0) continue;
      expect(fieldsOf(await refuse(id, { ...exampleBody(id), ...spoilt }))).toEqual(
        expect.arrayContaining(Object.keys(spoilt)),
      );
    }
    if (isClosed(id)) await refuse(id, { ...exampleBody(id), ['un\u0000known\ud800']: 1 });
  });

  it('names every fault at once, of query and body together', async () => {
    const fields = Object.keys(bodyProperties(id));
    const spoilt = Object.fromEntries(fields.map((name) => [name, misfit(id, name, marker)]));
    const faults = pathsOf(await refuse(id, { ...spoilt, unknown: 1 }, 'somethingElse=1'));
    // Of a list it is the item that is wrong.
    const named = faults.map((path) => path.replace(/\.0$/, ''));
    const unknown = isClosed(id) ? ['unknown'] : [];
    for (const name of [...fields, ...unknown, 'somethingElse']) expect(named).toContain(name);
  });

  it('never repeats a value, whatever is wrong with it', async () => {
    const values = [
      marker,
      marker.repeat(150),
      [marker],
      { [`k${marker.length}`]: marker },
      [[marker]],
      `${marker}\u0000`,
    ];
    for (const value of values) {
      const spoilt = Object.fromEntries(Object.keys(bodyProperties(id)).map((name) => [name, value]));
      const error = await refuse(id, { ...spoilt, unknown: marker }, `unknown=${encodeURIComponent(marker)}`);
      expect(JSON.stringify(error)).not.toMatch(/MARKER|8d2f/);
    }
  });

  it('names 50 faults at most, in a body of at most 16 KiB', async () => {
    const [field] = Object.keys(bodyProperties(id));
    const misspelt = (n: number) => `${field}${n.toString(36).padStart(2, '0')}`;
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [misspelt(n), n]));
    expect((await refuse(id, many)).details).toHaveLength(50);
    const long = Object.fromEntries(
      Array.from({ length: 60 }, (_, n) => [`${n}${'\u0001🚀'.repeat(90)}`, n]),
    );
    const { details } = await refuse(id, long);
    expect(details.length).toBeGreaterThan(0);
  });

  it('is not led astray by names that objects have of themselves', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const pairs = names.map((name) => `"${name}":{"polluted":true}`);
    const rawBody = JSON.stringify({ ...exampleBody(id) }).replace('{', `{${pairs.join(',')},`);
    if (isClosed(id)) {
      const error = await expectRefusal(app.api, id, { ...goodRequest(id, caller), rawBody }, INVALID);
      expect(pathsOf(error)).toEqual(names);
    }
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('answers a body that is nested a thousand levels deep', async () => {
    const [lists, objects] = [
      `${'['.repeat(1000)}${']'.repeat(1000)}`,
      `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`,
    ];
    const deep = Object.keys(bodyProperties(id)).map(
      (name) => `"${name}":${listFields(id).includes(name) ? objects : lists}`,
    );
    const rawBody = `{${deep.join(',')}}`;
    await expectRefusal(app.api, id, { ...goodRequest(id, caller), rawBody }, INVALID);
  });
});

const withQuery = declaring(422).filter((id) => parametersOf(id, 'query').length > 0);

describe.each(withQuery)('the query of %s', (id) => {
  const names = parametersOf(id, 'query').map(({ name }) => name);

  const beside = (faulty: string[]) =>
    [...faulty, ...Object.entries(leastQuery(id)).map(([name, value]) => `${name}=${value}`)].join('&');

  it('may hold nothing but what the contract names; a misspelt one gets the name that was meant', async () => {
    const { details } = await refuse(id, null, beside(names.map((name) => `${name}x=1`)));
    const said = names.map((name) => ({
      path: [`${name}x`],
      message: `is not known here; did you mean ${name}?`,
    }));
    expect(details).toEqual(said);
  });

  it('may give each parameter once', async () => {
    const twice = names.map((name) => `${name}=1&${name}=1`).join('&');
    expect(pathsOf(await refuse(id, null, twice))).toEqual(expect.arrayContaining(names));
    const lists = beside(names.map((name) => `${name}[]=1`));
    expect(pathsOf(await refuse(id, null, lists))).toEqual(names.map((name) => `${name}[]`));
  });

  it('holds no empty value, no U+0000, and no value comes back', async () => {
    const empty = names.map((name) => `${name}=`).join('&');
    expect(pathsOf(await refuse(id, null, empty))).toEqual(expect.arrayContaining(names));
    const spoilt = names.map((name) => `${name}=${encodeURIComponent(`${marker}\u0000`)}`).join('&');
    const error = await refuse(id, null, spoilt);
    expect(pathsOf(error)).toEqual(expect.arrayContaining(names));
    expect(JSON.stringify(error)).not.toMatch(/MARKER|8d2f/);
  });
});

it('every operation that leaves the query alone declares so by having no 422', () => {
  for (const id of declaring(422)) expect([id, factsOf(id).openQuery]).toEqual([id, false]);
  const closed = declaring(200).filter((id) => !factsOf(id).openQuery);
  for (const id of closed) expect(declaring(422)).toContain(id);
});

it('nothing was written', async () => {
  expect(await countWritten(app)).toEqual(before);
});
