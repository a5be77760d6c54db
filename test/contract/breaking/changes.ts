// One pair of small contracts for every kind of change: the breaking ones, each of which must be found, and the harmless ones, none of
// which may be. The kinds are the words of docs/decisions/0012-what-counts-as-breaking.md; a test holds page and list together.
import type { Json } from '../support/document.js';

/** What one path is before and after the change. A missing side: the path is not there. */
export interface Change {
  kind: string;
  before?: Json;
  after?: Json;
  /** The components that both sides refer to, where the change is in one of these. Names are of this change alone. */
  components?: { before: Json; after: Json };
}

const JSON_TYPE = 'application/json';
const text: Json = { type: 'string' };
const thing: Json = { type: 'object', required: ['name'], properties: { name: text, note: text } };

const bodyOf = (schema: Json): Json => ({ required: true, content: { [JSON_TYPE]: { schema } } });
const done: Json = { '200': { description: 'Done.' } };
const post = (operation: Json): Json => ({ post: { responses: done, ...operation } });
const get = (operation: Json): Json => ({ get: { responses: done, ...operation } });

/** A call that takes a body of this schema. */
const taking = (schema: Json): Json => post({ requestBody: bodyOf(schema) });
/** A call whose body has the one field `name`, of this schema. */
const takingName = (name: Json): Json =>
  taking({ type: 'object', additionalProperties: false, properties: { name } });
/** A call with one query parameter. */
const asking = (parameter: Json): Json =>
  get({ parameters: [{ name: 'limit', in: 'query', schema: { type: 'integer' }, ...parameter }] });
/** A call that replies with a body of this schema. */
const replying = (schema: Json): Json =>
  get({ responses: { '200': { description: 'Done.', content: { [JSON_TYPE]: { schema } } } } });
/** A call whose reply has the one field `name`, of this schema. */
const replyingName = (name: Json): Json =>
  replying({ type: 'object', required: ['name'], properties: { name } });
const replyingWith = (reply: Json): Json => get({ responses: { '200': { description: 'Done.', ...reply } } });

const refusing: Json = { ...done, '422': { description: 'Refused.' } };
/** [words, before, after] */
const lessRepeatable: [string, unknown, unknown][] = [
  ['always → never', true, false],
  ['always → with a field', true, 'key'],
  ['with a field → never', 'key', false],
  ['with a field → with another', 'key', 'name'],
];

const calls: Change[] = [
  { kind: 'path removed', before: get({}) },
  { kind: 'operation removed', before: { ...get({}), ...post({}) }, after: get({}) },
  {
    kind: 'operationId changed',
    before: get({ operationId: 'listThings' }),
    after: get({ operationId: 'findThings' }),
  },
  { kind: 'security added', before: get({ security: [] }), after: get({ security: [{ key: [] }] }) },
  {
    kind: 'security made stricter',
    before: get({ security: [{ key: [] }, {}] }),
    after: get({ security: [{ key: [] }] }),
  },
  {
    kind: 'server removed',
    before: { ...get({}), servers: [{ url: '/' }, { url: '/old' }] },
    after: { ...get({}), servers: [{ url: '/' }] },
  },
  {
    kind: 'server of its own added to an operation',
    before: get({}),
    after: get({ servers: [{ url: 'https://other.example' }] }),
  },
  { kind: 'x-limit-bytes set lower than 64 KiB', before: post({}), after: post({ 'x-limit-bytes': 4096 }) },
  {
    kind: 'x-limit-bytes lowered',
    before: post({ 'x-limit-bytes': 1_048_576 }),
    after: post({ 'x-limit-bytes': 1_048_575 }),
  },
  {
    kind: 'x-limit-bytes above 64 KiB dropped',
    before: post({ 'x-limit-bytes': 1_048_576 }),
    after: post({}),
  },
  { kind: 'x-lenient-body dropped', before: post({ 'x-lenient-body': true }), after: post({}) },
  { kind: 'x-lenient-key dropped', before: get({ 'x-lenient-key': true }), after: get({}) },
  {
    kind: 'x-open-query dropped',
    before: get({ 'x-open-query': true, responses: refusing }),
    after: get({ responses: refusing }),
  },
  { kind: '422 added, which closes the query', before: get({}), after: get({ responses: refusing }) },
  { kind: 'x-cors dropped', before: get({ 'x-cors': true }), after: get({}) },
  {
    kind: 'x-permission: another',
    before: get({ 'x-permission': 'read' }),
    after: get({ 'x-permission': 'manage' }),
  },
  {
    kind: 'x-permission: any → one',
    before: get({ 'x-permission': 'any' }),
    after: get({ 'x-permission': 'read' }),
  },
  { kind: 'x-enveloped set to false', before: get({}), after: get({ 'x-enveloped': false }) },
  { kind: 'x-enveloped: false dropped', before: get({ 'x-enveloped': false }), after: get({}) },
  ...lessRepeatable.map(([kind, before, after]): Change => ({
    kind: `x-repeatable: ${kind}`,
    before: post({ 'x-repeatable': before }),
    after: post({ 'x-repeatable': after }),
  })),
];

const parameters: Change[] = [
  { kind: 'parameter removed', before: asking({}), after: get({}) },
  { kind: 'parameter added as required', before: get({}), after: asking({ required: true }) },
  { kind: 'parameter became required', before: asking({}), after: asking({ required: true }) },
  {
    kind: 'parameter written differently',
    before: asking({ schema: { type: 'array', items: text } }),
    after: asking({ schema: { type: 'array', items: text }, explode: false }),
  },
  {
    kind: 'parameter rule tightened',
    before: asking({ schema: { type: 'integer', maximum: 100 } }),
    after: asking({ schema: { type: 'integer', maximum: 50 } }),
  },
  {
    kind: 'parameter default changed',
    before: asking({ schema: { type: 'integer', default: 25 } }),
    after: asking({ schema: { type: 'integer', default: 10 } }),
  },
  {
    kind: 'parameter default added',
    before: asking({}),
    after: asking({ schema: { type: 'integer', default: 10 } }),
  },
];

/** [rule, before, after]: a request field whose rule refuses more than it did. */
const tightened: [string, Json, Json][] = [
  ['enum value removed', { enum: ['A', 'B'] }, { enum: ['A'] }],
  ['enum added', {}, { enum: ['A', 'B'] }],
  ['const added', {}, { const: 'A' }],
  ['const changed', { const: 'A' }, { const: 'B' }],
  ['maxLength lowered', { maxLength: 64 }, { maxLength: 32 }],
  ['maxLength added', {}, { maxLength: 32 }],
  ['minLength raised', { minLength: 1 }, { minLength: 2 }],
  ['pattern added', {}, { pattern: '^a' }],
  ['pattern changed', { pattern: '^a' }, { pattern: '^b' }],
  ['format added', {}, { format: 'date-time' }],
  ['format changed', { format: 'date' }, { format: 'date-time' }],
  ['maximum lowered', { type: 'integer', maximum: 10 }, { type: 'integer', maximum: 9 }],
  ['minimum raised', { type: 'integer', minimum: 0 }, { type: 'integer', minimum: 1 }],
  ['exclusiveMaximum added', { type: 'number' }, { type: 'number', exclusiveMaximum: 1 }],
  ['exclusiveMinimum added', { type: 'number' }, { type: 'number', exclusiveMinimum: 0 }],
  ['multipleOf added', { type: 'number' }, { type: 'number', multipleOf: 2 }],
  [
    'maxItems lowered',
    { type: 'array', items: text, maxItems: 9 },
    { type: 'array', items: text, maxItems: 8 },
  ],
  ['minItems raised', { type: 'array', items: text }, { type: 'array', items: text, minItems: 1 }],
  ['uniqueItems added', { type: 'array', items: text }, { type: 'array', items: text, uniqueItems: true }],
  [
    'rule of the items tightened',
    { type: 'array', items: text },
    { type: 'array', items: { type: 'string', maxLength: 9 } },
  ],
  ['maxProperties lowered', { type: 'object', maxProperties: 9 }, { type: 'object', maxProperties: 8 }],
  ['minProperties raised', { type: 'object' }, { type: 'object', minProperties: 1 }],
  [
    'propertyNames tightened',
    { type: 'object', propertyNames: { maxLength: 9 } },
    { type: 'object', propertyNames: { maxLength: 8 } },
  ],
  ['additionalProperties closed', { type: 'object' }, { type: 'object', additionalProperties: false }],
  [
    'additionalProperties tightened',
    { type: 'object', additionalProperties: text },
    { type: 'object', additionalProperties: { type: 'string', maxLength: 9 } },
  ],
  [
    'dependentRequired added',
    { type: 'object', properties: { a: text, b: text } },
    { type: 'object', properties: { a: text, b: text }, dependentRequired: { a: ['b'] } },
  ],
  [
    'dependentRequired extended',
    { type: 'object', dependentRequired: { a: ['b'] } },
    { type: 'object', dependentRequired: { a: ['b', 'c'] } },
  ],
  ['x-max-bytes lowered', { type: 'object', 'x-max-bytes': 100 }, { type: 'object', 'x-max-bytes': 99 }],
  ['x-max-bytes added', { type: 'object' }, { type: 'object', 'x-max-bytes': 99 }],
  ['x-any-characters dropped', { 'x-any-characters': true }, {}],
  ['x-refuse-misspelt added', { type: 'object' }, { type: 'object', 'x-refuse-misspelt': true }],
  ['readOnly added', {}, { readOnly: true }],
  ['contentEncoding changed', {}, { contentEncoding: 'base64' }],
  ['contentMediaType changed', { contentMediaType: 'text/csv' }, { contentMediaType: 'text/html' }],
  ['type narrowed', { type: ['string', 'null'] }, { type: 'string' }],
  ['type changed', { type: 'string' }, { type: 'integer' }],
  ['type added', { type: undefined }, { type: 'string' }],
];

const requests: Change[] = [
  { kind: 'request body removed', before: taking(thing), after: post({}) },
  { kind: 'request body added as required', before: post({}), after: taking(thing) },
  {
    kind: 'request body became required',
    before: post({ requestBody: { ...bodyOf(thing), required: false } }),
    after: taking(thing),
  },
  {
    kind: 'request media type changed',
    before: taking(thing),
    after: post({ requestBody: { required: true, content: { 'text/csv': { schema: text } } } }),
  },
  {
    kind: 'request field removed',
    before: taking({ ...thing, additionalProperties: false }),
    after: taking({ ...thing, additionalProperties: false, properties: { name: text } }),
  },
  {
    kind: 'request field added as required',
    before: taking(thing),
    after: taking({
      ...thing,
      required: ['name', 'size'],
      properties: { name: text, note: text, size: text },
    }),
  },
  {
    kind: 'request field became required',
    before: taking(thing),
    after: taking({ ...thing, required: ['name', 'note'] }),
  },
  {
    kind: 'request field default changed',
    before: takingName({ type: 'string', default: 'A' }),
    after: takingName({ type: 'string', default: 'B' }),
  },
  {
    kind: 'request field default added',
    before: takingName(text),
    after: takingName({ type: 'string', default: 'A' }),
  },
  {
    kind: 'request field default removed',
    before: takingName({ type: 'string', default: 'A' }),
    after: takingName(text),
  },
  {
    kind: 'request alternative removed',
    before: takingName({ anyOf: [text, { type: 'integer' }] }),
    after: takingName({ anyOf: [text] }),
  },
  ...tightened.map(([rule, before, after]): Change => ({
    kind: `request field: ${rule}`,
    before: takingName({ type: 'string', ...before }),
    after: takingName({ type: 'string', ...after }),
  })),
];

/** [rule, before, after]: a reply field that may now hold what it never held. */
const loosened: [string, Json, Json][] = [
  ['enum value added', { enum: ['A'] }, { enum: ['A', 'B'] }],
  ['enum dropped', { enum: ['A'] }, {}],
  ['const changed', { const: 'A' }, { const: 'B' }],
  ['const dropped', { const: 'A' }, {}],
  ['type widened', { type: 'string' }, { type: ['string', 'null'] }],
  ['type changed', { type: 'string' }, { type: 'integer' }],
  ['type dropped', { type: 'string' }, { type: undefined }],
  ['writeOnly added', {}, { writeOnly: true }],
  ['contentEncoding changed', {}, { contentEncoding: 'base64' }],
  ['contentMediaType changed', { contentMediaType: 'text/csv' }, { contentMediaType: 'text/html' }],
  ['format dropped', { format: 'date-time' }, {}],
  ['format changed', { format: 'date-time' }, { format: 'date' }],
  ['pattern dropped', { pattern: '^a' }, {}],
  ['pattern changed', { pattern: '^a' }, { pattern: '^b' }],
  ['maxLength raised', { maxLength: 9 }, { maxLength: 10 }],
  ['minLength lowered', { minLength: 2 }, { minLength: 1 }],
  ['maximum raised', { type: 'integer', maximum: 9 }, { type: 'integer', maximum: 10 }],
  ['minimum dropped', { type: 'integer', minimum: 0 }, { type: 'integer' }],
  [
    'maxItems raised',
    { type: 'array', items: text, maxItems: 9 },
    { type: 'array', items: text, maxItems: 10 },
  ],
  ['minItems lowered', { type: 'array', items: text, minItems: 1 }, { type: 'array', items: text }],
  [
    'rule of the items loosened',
    { type: 'array', items: { enum: ['A'] } },
    { type: 'array', items: { enum: ['A', 'B'] } },
  ],
  [
    'field of the items removed',
    { type: 'array', items: thing },
    { type: 'array', items: { ...thing, properties: { name: text } } },
  ],
];

const replies: Change[] = [
  {
    kind: 'reply status removed',
    before: get({ responses: { ...done, '404': { description: 'None.' } } }),
    after: get({}),
  },
  {
    kind: 'reply header removed',
    before: replyingWith({ headers: { 'X-Note': { schema: text } } }),
    after: replyingWith({}),
  },
  {
    kind: 'reply header loosened',
    before: replyingWith({ headers: { 'X-Note': { schema: { type: 'integer' } } } }),
    after: replyingWith({ headers: { 'X-Note': { schema: text } } }),
  },
  {
    kind: 'reply header no longer required',
    before: replyingWith({ headers: { 'X-Note': { required: true, schema: text } } }),
    after: replyingWith({ headers: { 'X-Note': { schema: text } } }),
  },
  {
    kind: 'reply media type changed',
    before: replying(thing),
    after: replyingWith({ content: { 'text/csv': { schema: text } } }),
  },
  {
    kind: 'reply media type added to a success',
    before: replying(thing),
    after: replyingWith({
      content: { [JSON_TYPE]: { schema: thing }, 'text/csv': { schema: text } },
    }),
  },
  {
    kind: 'reply status for a success added',
    before: get({}),
    after: get({ responses: { ...done, '202': { description: 'Later.' } } }),
  },
  {
    kind: 'reply status for a redirect added',
    before: get({}),
    after: get({ responses: { ...done, '302': { description: 'Elsewhere.' } } }),
  },
  { kind: 'reply body removed', before: replying(thing), after: get({}) },
  {
    kind: 'reply field removed',
    before: replying(thing),
    after: replying({ ...thing, properties: { name: text } }),
  },
  {
    kind: 'reply field no longer required',
    before: replying(thing),
    after: replying({ ...thing, required: [] }),
  },
  {
    kind: 'reply alternative added',
    before: replyingName({ anyOf: [text] }),
    after: replyingName({ anyOf: [text, { type: 'integer' }] }),
  },
  ...loosened.map(([rule, before, after]): Change => ({
    kind: `reply field: ${rule}`,
    before: replyingName({ type: 'string', ...before }),
    after: replyingName({ type: 'string', ...after }),
  })),
];

const referred = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const narrow: Json = { ...thing, required: ['name', 'note'] };

/** Changes in a component, seen by the calls that refer to it. */
const components: Change[] = [
  {
    kind: 'shared schema: request field became required',
    before: taking(referred('Sent')),
    after: taking(referred('Sent')),
    components: { before: { schemas: { Sent: thing } }, after: { schemas: { Sent: narrow } } },
  },
  {
    kind: 'shared schema: reply field no longer required',
    before: replying(referred('Got')),
    after: replying(referred('Got')),
    components: { before: { schemas: { Got: narrow } }, after: { schemas: { Got: thing } } },
  },
  {
    kind: 'shared schema: request default changed',
    before: taking(referred('Kept')),
    after: taking(referred('Kept')),
    components: {
      before: { schemas: { Kept: { type: 'object', properties: { a: { type: 'string', default: 'A' } } } } },
      after: { schemas: { Kept: { type: 'object', properties: { a: { type: 'string', default: 'B' } } } } },
    },
  },
  {
    kind: 'shared reply: header removed',
    before: get({ responses: { '200': { $ref: '#/components/responses/Noted' } } }),
    after: get({ responses: { '200': { $ref: '#/components/responses/Noted' } } }),
    components: {
      before: { responses: { Noted: { description: 'Done.', headers: { 'X-Note': { schema: text } } } } },
      after: { responses: { Noted: { description: 'Done.' } } },
    },
  },
  {
    kind: 'security scheme changed',
    before: get({ security: [{ badge: [] }] }),
    after: get({ security: [{ badge: [] }] }),
    components: {
      before: { securitySchemes: { badge: { type: 'http', scheme: 'bearer' } } },
      after: { securitySchemes: { badge: { type: 'apiKey', in: 'header', name: 'X-Badge' } } },
    },
  },
];

export const breakingChanges: readonly Change[] = [
  ...calls,
  ...parameters,
  ...requests,
  ...replies,
  ...components,
];

const newThing = { ...thing, properties: { name: text, note: text, size: { type: 'integer' } } };
const traceParameter: Json = { name: 'trace', in: 'query', schema: text };
const bag: Json = { type: 'object' };
const freeBag: Json = { type: 'object', minProperties: 0 };
const only: Json = { type: 'string', const: 'A' };
const one: Json = { type: 'string', enum: ['A'] };

export const harmlessChanges: readonly Change[] = [
  { kind: 'path added', after: taking(thing) },
  { kind: 'operation added', before: get({}), after: { ...get({}), ...post({}) } },
  {
    kind: 'words and examples changed',
    before: get({ summary: 'Old' }),
    after: get({ summary: 'New', description: 'More.' }),
  },
  { kind: 'tag changed', before: get({ tags: ['One'] }), after: get({ tags: ['Two'] }) },
  { kind: 'operation deprecated', before: get({}), after: get({ deprecated: true }) },
  { kind: 'security dropped', before: get({ security: [{ key: [] }] }), after: get({ security: [] }) },
  {
    kind: 'security made optional',
    before: get({ security: [{ key: [] }] }),
    after: get({ security: [{ key: [] }, {}] }),
  },
  {
    kind: 'server added',
    before: { ...get({}), servers: [{ url: '/' }] },
    after: { ...get({}), servers: [{ url: '/' }, { url: '/new' }] },
  },
  {
    kind: 'words of a server changed',
    before: { ...get({}), servers: [{ url: '/', description: 'Old.' }] },
    after: { ...get({}), servers: [{ url: '/', description: 'New.' }] },
  },
  {
    kind: 'server of all operations written at one',
    before: get({}),
    after: get({ servers: [{ url: '/' }] }),
  },
  {
    kind: 'parameters of all operations written at their path',
    before: {
      get: { responses: done, parameters: [traceParameter] },
      post: { responses: done, parameters: [traceParameter] },
    },
    after: { get: { responses: done }, post: { responses: done }, parameters: [traceParameter] },
  },
  { kind: 'rule that allows everything added', before: takingName(bag), after: takingName(freeBag) },
  { kind: 'const written as an enum of one, in a request', before: takingName(only), after: takingName(one) },
  { kind: 'enum of one written as const, in a request', before: takingName(one), after: takingName(only) },
  {
    kind: 'const written as an enum of one, in a reply',
    before: replyingName(only),
    after: replyingName(one),
  },
  { kind: 'enum of one written as const, in a reply', before: replyingName(one), after: replyingName(only) },
  {
    kind: 'x-limit-bytes raised or said as it was',
    before: { ...post({}), put: { responses: done, 'x-limit-bytes': 4096 } },
    after: { ...post({ 'x-limit-bytes': 65_536 }), put: { responses: done } },
  },
  ...['x-lenient-body', 'x-lenient-key', 'x-cors', 'x-open-query'].map((keyword): Change => ({
    kind: `${keyword} added`,
    before: post({ responses: refusing }),
    after: post({ responses: refusing, [keyword]: true }),
  })),
  {
    kind: 'x-permission: one → any',
    before: get({ 'x-permission': 'read' }),
    after: get({ 'x-permission': 'any' }),
  },
  {
    kind: 'x-permission added where every key had all',
    before: get({}),
    after: get({ 'x-permission': 'read' }),
  },
  ...lessRepeatable.slice(0, 3).map(([kind, before, after]): Change => ({
    kind: `x-repeatable, turned round: ${kind}`,
    before: post({ 'x-repeatable': after }),
    after: post({ 'x-repeatable': before }),
  })),
  {
    kind: 'request field became optional, with a default',
    before: taking(thing),
    after: taking({ ...thing, required: [], properties: { name: { ...text, default: 'A' }, note: text } }),
  },
  { kind: 'optional parameter added', before: get({}), after: asking({}) },
  {
    kind: 'optional parameter with a default added',
    before: get({}),
    after: asking({ schema: { type: 'integer', default: 1 } }),
  },
  { kind: 'parameter became optional', before: asking({ required: true }), after: asking({}) },
  {
    kind: 'parameter rule loosened',
    before: asking({ schema: { type: 'integer', maximum: 9 } }),
    after: asking({ schema: { type: 'integer', maximum: 10 } }),
  },
  { kind: 'optional request field added', before: taking(thing), after: taking(newThing) },
  {
    kind: 'optional request field added, with rules of its own',
    before: takingName(text),
    after: taking({
      type: 'object',
      additionalProperties: false,
      properties: { name: text, size: { type: 'object', dependentRequired: { a: ['b'] }, default: {} } },
    }),
  },
  { kind: 'request field became optional', before: taking(thing), after: taking({ ...thing, required: [] }) },
  {
    kind: 'request body became optional',
    before: taking(thing),
    after: post({ requestBody: { ...bodyOf(thing), required: false } }),
  },
  {
    kind: 'request media type added',
    before: taking(thing),
    after: post({
      requestBody: {
        required: true,
        content: { [JSON_TYPE]: { schema: thing }, 'text/csv': { schema: text } },
      },
    }),
  },
  {
    kind: 'request example added',
    before: takingName(text),
    after: takingName({ type: 'string', examples: ['x'] }),
  },
  {
    kind: 'shared schema, only in replies: field became required',
    before: replying(referred('Seen')),
    after: replying(referred('Seen')),
    components: { before: { schemas: { Seen: thing } }, after: { schemas: { Seen: narrow } } },
  },
  {
    kind: 'schema moved into a component',
    before: taking(thing),
    after: taking(referred('Moved')),
    components: { before: {}, after: { schemas: { Moved: thing } } },
  },
  // What a tightened request field breaks, loosening it does not: each of them turned round, but where both ways break.
  ...tightened
    .filter(([rule]) => !/changed$/.test(rule))
    .map(([rule, before, after]): Change => ({
      kind: `request field, turned round: ${rule}`,
      before: takingName({ type: 'string', ...after }),
      after: takingName({ type: 'string', ...before }),
    })),
  {
    kind: 'reply status for a failure added',
    before: get({}),
    after: get({ responses: { ...done, '404': { description: 'None.' } } }),
  },
  {
    kind: 'reply header added',
    before: replyingWith({}),
    after: replyingWith({ headers: { 'X-Note': { schema: text } } }),
  },
  { kind: 'reply body added where there was none', before: get({}), after: replying(thing) },
  {
    kind: 'reply field added',
    before: replying(thing),
    after: replying({ ...newThing, required: ['name', 'size'] }),
  },
  {
    kind: 'reply field became required',
    before: replying(thing),
    after: replying({ ...thing, required: ['name', 'note'] }),
  },
  {
    kind: 'reply alternative removed',
    before: replyingName({ anyOf: [text, { type: 'integer' }] }),
    after: replyingName({ anyOf: [text] }),
  },
  {
    kind: 'reply default changed',
    before: replyingName({ type: 'string', default: 'A' }),
    after: replyingName({ type: 'string', default: 'B' }),
  },
  {
    kind: 'reply dependentRequired added',
    before: replyingName({ type: 'object' }),
    after: replyingName({ type: 'object', dependentRequired: { a: ['b'] } }),
  },
  ...loosened
    .filter(([rule]) => !/changed$|removed$/.test(rule))
    .map(([rule, before, after]): Change => ({
      kind: `reply field, turned round: ${rule}`,
      before: replyingName({ type: 'string', ...after }),
      after: replyingName({ type: 'string', ...before }),
    })),
];
