// The judge of fuzz runs on replies that break a promise each: what it does not see, no run would find.
import type { IncomingHttpHeaders } from 'node:http';
import type { Reply } from '../support/call.js';
import type { Draft } from './draft.js';
import { faultsOf, logFault } from './judge.js';
import { SECRET, type Tenant, type World } from './world.js';

const ID = '66e29503-3d9c-4516-b723-897a4e367074';
const CAMPAIGN = 'cmp_01m1dzpw00e67v766vvtayqg9r';

function tenant(letter: string): Tenant {
  const words = { word: `zq${letter}l9`, merchantWord: `zq${letter}m9` };
  return { name: letter, ...words, key: `rc_live_${letter}`, session: {}, known: new Map() };
}

const own = tenant('a');
const other = tenant('b');
const world: World = {
  tenants: [own, other],
  callers: [],
  shared: new Map(),
  owners: new Map([[CAMPAIGN, other]]),
};

function draft(fields: Partial<Draft> = {}): Draft {
  const authorization = `Bearer ${own.key}`;
  return {
    operationId: 'ping',
    changes: [],
    method: 'GET',
    path: '/api/v1/ping',
    query: [],
    headers: { authorization },
    caller: { name: own.name, tenant: own, authorization },
    ...fields,
  };
}

function reply(status: number, body: object, headers: IncomingHttpHeaders = {}): Reply<unknown> {
  const all = { 'content-type': 'application/json; charset=utf-8', 'x-request-id': ID, ...headers };
  return { status, headers: all, body, text: JSON.stringify(body) };
}

const meta = { timestamp: '2026-11-20T10:15:30.447Z', requestId: ID };

function failure(status: number, code: string, message = 'So it is.', headers: IncomingHttpHeaders = {}) {
  const details = status === 422 ? [{ path: ['amount'], message: 'must be another' }] : [];
  const error = { code, reason: code, message, details, docUrl: 'https://go.example.com/docs/errors' };
  return reply(status, { success: false, error, meta }, headers);
}

const kinds = (one: Draft, other: Reply<unknown>) => faultsOf(one, other, world).map(({ kind }) => kind);
const refused = failure(401, 'UNAUTHORIZED', 'No key.', { 'www-authenticate': 'Bearer' });
const stranger = draft({ headers: {}, caller: { name: 'no key', tenant: null, authorization: null } });
const elsewhere = draft({ path: '/api/v1/nowhere' });
const order = { externalId: 'order-1', conversionType: 'SALE', amount: 1, currency: 'EUR', sessionId: null };
const post = (fields: Partial<Draft>) =>
  draft({
    method: 'POST',
    path: '/api/v1/conversions/postback',
    headers: { authorization: 'x', 'content-type': 'application/json' },
    ...fields,
  });

it.each([
  ['a 401 to who has no key', stranger, refused],
  ['a 404 to an unknown path', elsewhere, failure(404, 'NOT_FOUND')],
  ['a 422 to a bad body', post({ json: { ...order, amount: -1 } }), failure(422, 'VALIDATION_FAILED')],
  [
    'a 422 to a body by the rules beyond the schema',
    post({ json: order }),
    failure(422, 'VALIDATION_FAILED'),
  ],
  [
    'a 400 to a head that is too long',
    draft({ query: ['x'.repeat(17_000)] }),
    failure(400, 'INVALID_REQUEST'),
  ],
])('it has nothing against %s', (_what, sent, answered) => {
  expect(faultsOf(sent, answered, world)).toEqual([]);
});

it.each([
  ['a 500', 'a failure', draft(), failure(500, 'SERVER_ERROR')],
  ['a 503', 'a failure', draft(), failure(503, 'SERVICE_UNAVAILABLE')],
  ['a status that is not declared', 'against the contract', draft(), failure(409, 'ALREADY_EXISTS')],
  ['a body against the schema', 'against the contract', draft(), reply(200, { success: true, meta })],
  ['a header that is missing', 'against the contract', stranger, failure(429, 'RATE_LIMIT_EXCEEDED')],
  ['a 200 to who has no key', 'wrong answer to no key', stranger, reply(200, { success: true, meta })],
  [
    'a 200 to an unknown path',
    'wrong answer to a path or method that the contract does not name',
    elsewhere,
    reply(200, { success: true, meta }),
  ],
  [
    'a 405 without Allow',
    'against the contract',
    draft({ method: 'PATCH' }),
    failure(405, 'METHOD_NOT_ALLOWED'),
  ],
  [
    'a 404 to a bad body',
    'wrong answer to a body that the schema refuses',
    post({ json: { ...order, amount: -1 } }),
    failure(404, 'NOT_FOUND'),
  ],
  [
    'a 409 to broken JSON',
    'wrong answer to a body that the schema refuses',
    post({ raw: Buffer.from('{"externalId":') }),
    failure(409, 'ALREADY_EXISTS'),
  ],
  [
    'a 409 to an unknown parameter',
    'wrong answer to an unknown query parameter',
    post({ json: order, query: ['dryrun=true'] }),
    failure(409, 'ALREADY_EXISTS'),
  ],
  ['a 400 to a good body', 'a good body is refused', post({ json: order }), failure(400, 'INVALID_REQUEST')],
  ['an error of a megabyte', 'the envelope', elsewhere, failure(404, 'NOT_FOUND', 'x'.repeat(1_000_000))],
  ['a body with HEAD', 'the envelope', draft({ method: 'HEAD' }), failure(401, 'UNAUTHORIZED')],
  [
    'an id in the body that is not in the header',
    'the envelope',
    elsewhere,
    failure(404, 'NOT_FOUND', 'x', { 'x-request-id': ID.replace('6', '7') }),
  ],
  [
    'another request id than was sent',
    'the request id',
    draft({ path: '/x', headers: { 'x-request-id': 'mine' } }),
    failure(404, 'NOT_FOUND'),
  ],
  ["another merchant's word", 'a leak', draft(), failure(401, 'UNAUTHORIZED', `of ${other.word}`)],
  ["another merchant's id", 'a leak', draft(), failure(401, 'UNAUTHORIZED', `of ${CAMPAIGN}`)],
  ['a key in an error', 'a secret is repeated', elsewhere, failure(404, 'NOT_FOUND', `Bearer ${SECRET}`)],
])('it sees %s', (_what, kind, sent, answered) => {
  expect(kinds(sent, answered)).toContain(kind);
});

it("what was sent may come back, if it was somebody else's", () => {
  const sent = draft({ query: [`x=${CAMPAIGN}`] });
  expect(kinds(sent, failure(401, 'UNAUTHORIZED', `of ${CAMPAIGN}`))).not.toContain('a leak');
});

it('a log line with a key or an email is one too many', () => {
  expect(logFault(`{"path":"/x","key":"${SECRET.toUpperCase()}"}`)?.kind).toBe('a secret is logged');
  expect(logFault('{"path":"/x"}')).toBeNull();
});
