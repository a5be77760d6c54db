// generated/ is what the generator makes of openapi.yaml and openapi/ today, and the generator says no to what it cannot express.
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parseContract, operationsOf } from '../../tools/generator/document.js';
import { generateDto } from '../../tools/generator/dto.js';
import { main } from '../../tools/generator/main.js';
import { generateOperations } from '../../tools/generator/operations.js';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const GENERATOR = join(ROOT, 'tools/generator/run.mjs');
const FIXTURE = readFileSync(new URL('fixtures/small.yaml', import.meta.url), 'utf8');

/** The DTO and operations files of the fixture, with one text replaced. */
function generateWith(from = '', to = ''): string {
  if (!FIXTURE.includes(from)) throw new Error(`fixture does not hold ${from}`);
  const document = parseContract(FIXTURE.replace(from, to));
  const operations = operationsOf(document);
  return generateDto(document, operations) + generateOperations(document, operations);
}

it('generated/ is fresh', async () => {
  await expect(run('node', [GENERATOR, '--check'])).resolves.toBeDefined();
});

it('a stale generated/ is refused, naming the files and the cure', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'generated-'));
  const said = vi.spyOn(console, 'error').mockReturnValue();
  try {
    expect(await main(['--check', join(ROOT, 'openapi.yaml'), empty])).toBe(1);
    expect(said.mock.calls.flat().join('\n')).toMatch(
      /openapi\.yaml, dto\.ts, operations\.ts, schema\.ts, openapi\.json, client\/types\.ts, .*sdk\.js.*npm run generate/,
    );
  } finally {
    said.mockRestore();
    rmSync(empty, { recursive: true });
  }
});

it('nested classes stand before their users, and @IsOptional is never used', () => {
  const text = generateWith();
  expect(text.indexOf('export class Tier ')).toBeLessThan(text.indexOf('export class MakeThingBody '));
  expect(text).toContain('list: () => Tier, maxItems: 3');
  expect(text).not.toContain('IsOptional');
  expect(text).toContain("makeThing: { method: 'post', path: '/things/{thingId}'");
});

it('a list of texts is looked at text by text', () => {
  const text = generateWith(
    "items: { $ref: '#/components/schemas/Tier' }",
    "minItems: 1, items: { type: string, minLength: 2, maxLength: 4, pattern: '^[a-z]+' }",
  );
  expect(text).toContain('tiers: { texts: {"minLength":2,"maxLength":4,"pattern":"^[a-z]+"}, maxItems: 3 }');
  expect(text).toContain('tiers?: string[];');
  expect(text).toMatch(/@v\.ArrayMinSize\(1, .*\n.*@v\.ArrayMaxSize\(3, /);
});

it('a list of words is one of these words each', () => {
  const text = generateWith(
    "items: { $ref: '#/components/schemas/Tier' }",
    'items: { type: string, enum: [one.more, two] }',
  );
  expect(text).toContain('tiers: { texts: {"enum":["one.more","two"]}, maxItems: 3 }');
  expect(text).toContain('tiers?: ("one.more" | "two")[];');
});

it('a list of whatever the sender likes is handed on as it came', () => {
  const text = generateWith();
  expect(text).toContain('others: { anything: true, maxItems: 9 }');
  expect(text).toMatch(/@v\.ArrayMaxSize\(9, .*\n *@c\.AsSent\(\)\n *others\?: unknown\[\];/);
});

it('of a field that nothing is refused for, the limits of what is kept are handed on', () => {
  const text = generateWith();
  expect(text).toContain('note: { kept: {"kind":"text","maxLength":5} }');
  expect(text).toContain('extra: { kept: {"kind":"object","maxKeys":2,"maxKeyLength":3,"maxBytes":9} }');
  expect(text).toMatch(/ {2}@c\.AsSent\(\)\n {2}note\?: string \| null;/);
  expect(text).toContain('extra?: Record<string, unknown> | null;');
});

it('a body of which only what is misspelt is refused says so', () => {
  const closed = 'ThingBody:\n      type: object\n      additionalProperties: false';
  const open = `${closed.replace('false', 'true')}\n      x-refuse-misspelt: true`;
  expect(generateWith(closed, open)).toMatch(
    /@c\.IgnoresUnknown\(\)\n@c\.Closed\([^]*?\)\nexport class MakeThingBody/,
  );
  expect(generateWith()).not.toContain('IgnoresUnknown');
});

it('a body that none is refused of may come as text, and not at all', () => {
  const text = generateWith();
  expect(text).toContain("body: { limitBytes: 65536, contentType: 'application/json', lenient: true }");
  expect(text).toMatch(/class ReportBody[^]*about\?: string/);
});

it('a key that none is refused of has no refusal', () => {
  const from = FIXTURE.slice(FIXTURE.indexOf('x-cors: true'), FIXTURE.indexOf("'422'"));
  const lenient = from.replace(
    'security: []',
    'x-lenient-key: true\n      x-permission: any\n      security: [{ apiKey: [] }, {}]',
  );
  const refusing = `${lenient}'401': { description: Unknown }\n        `;
  expect(() => generateWith(from, refusing)).toThrow(/x-lenient-key, and yet .* a status that refuses one/);
});

it('a key that none is refused of is for the handler to look at', () => {
  const lenient =
    'x-cors: true\n      x-lenient-key: true\n      x-permission: any\n      security: [{ apiKey: [] }, {}]';
  expect(generateWith('x-cors: true\n      security: []', lenient)).toContain("security: 'lenient'");
});

describe('the generator refuses, saying where and what to do', () => {
  const cases: [string, string, string, RegExp][] = [
    [
      'keywords no DTO can hold',
      'maxLength: 5',
      'maxLength: 5, not: {}',
      /ThingBody\.name: .*"not".*What to do/,
    ],
    ['combined schemas', 'maxLength: 5', 'maxLength: 5, allOf: []', /"allOf"/],
    ['unknown formats', 'maxLength: 5', 'format: phone', /format phone is unknown.*formats\.ts/],
    ['patterns that do not compile', 'maxLength: 5', "pattern: '['", /not an ECMA-262 expression/],
    ['two types', 'type: string, maxLength: 5', 'type: [string, integer]', /is not one type/],
    ['open requests', 'additionalProperties: false', 'additionalProperties: true', /is not closed/],
    ['kept texts without a limit', 'maxLength: 5 } }', '} }', /note\.x-kept-as: is neither a text nor/],
    ['kept objects without all limits', 'x-max-bytes: 9', 'minProperties: 1', /x-kept-as: .*"minProperties"/],
    [
      'required fields that nothing is refused for',
      'required: [name]',
      'required: [note]',
      /note: is required, and yet/,
    ],
    [
      'kept fields inside of others',
      'rate: { type: integer }',
      'rate: { x-kept-as: { type: string, maxLength: 9 } }',
      /Tier: is mended, and yet/,
    ],
    ['required properties that are not defined', 'required: [name]', 'required: [nom]', /requires nom/],
    [
      'lists of numbers',
      "items: { $ref: '#/components/schemas/Tier' }",
      'items: { type: integer }',
      /something other than strings or a \$ref/,
    ],
    [
      'keywords no list of texts can hold',
      "items: { $ref: '#/components/schemas/Tier' }",
      'items: { type: string, format: email }',
      /ThingBody\.tiers\[\]: .*"format"/,
    ],
    [
      'patterns of texts in lists that do not compile',
      "items: { $ref: '#/components/schemas/Tier' }",
      "items: { type: string, pattern: '[' }",
      /not an ECMA-262 expression/,
    ],
    [
      'lists as parameters',
      'schema: { type: boolean, default: false }',
      'schema: { type: array, items: { type: string } }',
      /not a single text/,
    ],
    [
      'bodies written in place',
      "schema: { $ref: '#/components/schemas/ThingBody' }",
      'schema: { type: object }',
      /one application\/json \$ref/,
    ],
    [
      'bodies of another type',
      'application/json: { schema: { $ref',
      'text/plain: { schema: { $ref',
      /one application\/json \$ref/,
    ],
    [
      'optional bodies',
      'required: true\n        content',
      'required: false\n        content',
      /optional body/,
    ],
    [
      'closed bodies that none is to be refused of',
      'additionalProperties: true',
      'additionalProperties: false',
      /ReportBody: is not open/,
    ],
    [
      'bodies that must be there, and that none is to be refused of',
      'required: false',
      'required: true',
      /x-lenient-body, and yet a body that is required/,
    ],
    [
      'refusals where none is made',
      "'204': { description: Taken }",
      "'204': { description: Taken }\n        '422': { description: Refused }",
      /x-lenient-body, and yet .* a status that refuses/,
    ],
    [
      'lenient bodies with an envelope',
      'x-enveloped: false\n      x-lenient-body',
      'x-lenient-body',
      /x-lenient-body with an envelope/,
    ],
    [
      'keys that none is to be refused of, where none is looked at',
      'x-cors: true',
      'x-cors: true\n      x-lenient-key: true',
      /x-lenient-key, and yet a key that must be there/,
    ],
    ['replies by range', "'201'", "'2XX'", /other than plain statuses/],
    ['missing operation ids', 'operationId: makeThing', 'summary: x', /no usable operationId/],
    ['unknown extensions', 'x-cors: true', 'x-corse: true', /x-corse is unknown/],
    [
      'operations that take a key and ask for nothing',
      'security: []\n      parameters',
      'security: [{ apiKey: [] }]\n      parameters',
      /does not say what a caller must be allowed to do/,
    ],
    [
      'operations that ask a key for what it never has',
      'security: []\n      parameters',
      'security: [{ apiKey: [] }, {}]\n      x-permission: own\n      parameters',
      /takes keys, which never have x-permission own/,
    ],
    [
      'operations that ask for a permission that there is not',
      'security: []\n      parameters',
      'security: [{ apiKey: [] }]\n      x-permission: write\n      parameters',
      /write x-permission: record, read, manage, pay, own, any/,
    ],
    [
      'operations that anyone may call, and that ask for something',
      'x-cors: true',
      'x-permission: read',
      /has x-permission, and yet anyone may call it/,
    ],
    ['unknown rate limits', 'x-cors: true', 'x-rate-limit: orders', /x-rate-limit orders is unknown/],
    ['references to nothing', '#/components/schemas/Tier', '#/components/schemas/Tear', /points at nothing/],
    [
      'references out of the document',
      '#/components/schemas/Tier',
      'other.yaml#/Tier',
      /leaves the document/,
    ],
    [
      'schemas that contain themselves',
      'rate: { type: integer }',
      "below: { $ref: '#/components/schemas/Tier' }",
      /contains itself/,
    ],
    ['null by type but not by enum', 'enum: [A, B, null]', 'enum: [A, B]', /add null to the enum/],
    ['names JavaScript needs', 'rate: {', 'constructor: {', /name JavaScript needs/],
    ['keys given twice', 'maxLength: 5', 'maxLength: 5, maxLength: 6', /unique/],
    ['another version of OpenAPI', 'openapi: 3.1.1', 'openapi: 3.0.3', /not an OpenAPI 3\.1/],
  ];
  it.each(cases)('%s', (_name, from, to, message) => {
    expect(() => generateWith(from, to)).toThrow(message);
  });
});
