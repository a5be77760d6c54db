// What is wrong with a reply, given its request: against the contract, and against what is promised of all replies.
import type { IncomingHttpHeaders } from 'node:http';
import { operations } from '#generated/operations.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import { isDecodable, type OperationId } from '#platform/contract/routes.js';
import { ajvOf, document, pointer, sealed } from '../contract/support/document.js';
import { schemaAccepts } from '../contract/support/verdict.js';
import { pathOf } from '../independent/declared.js';
import { checkReply, type Reply } from '../support/call.js';
import { bodyOf, targetOf, type Draft } from './draft.js';
import { shapes } from './shapes.js';
import { SECRET, type Tenant, type World } from './world.js';

export interface Fault {
  /** The same for the same fault of another request. */
  kind: string;
  words: string;
}

const MOST_ERROR_BYTES = 16 * 1024;
/** A page that says so has the menu of all pages, which has a line for each operation. */
const MOST_PAGE_BYTES = 32 * 1024;
/** Node's own limit for the head of a request, less what Node adds to it. */
const HEAD_BYTES = 16_000;
const WELL_FORMED_ID = /^[A-Za-z0-9._-]{1,128}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const REFUSED = [400, 413, 422];
/** They tell what was done in both modes of a merchant. */
const OF_BOTH_MODES: readonly OperationId[] = ['listAuditLog', 'exportAuditLog'];
const PUBLIC_IDS = /\b(?:cmp|aff|cnv|cmm|rfd|pay|whe|whd)_[0-9a-z]{26}\b/g;

/** Whatever is wrong; nothing, if all is well. */
export function faultsOf(draft: Draft, reply: Reply<unknown>, world: World): Fault[] {
  const landed = landedAt(draft);
  const found = [
    reply.status >= 500 ? fault('a failure', `it answered ${reply.status}`) : null,
    isTooLong(draft) ? mustBe(reply, [400], 'a head that is too long') : expectation(draft, landed, reply),
    landed === null || isTooLong(draft) ? undeclared(draft, reply) : declared(landed, draft, reply),
    envelope(landed, draft, reply),
    requestId(draft, reply),
    leak(landed, draft, reply, world),
    repeated(reply),
  ];
  return found.filter((one) => one !== null);
}

function fault(kind: string, words: string): Fault {
  return { kind, words };
}

/**
 * The operation that path and method belong to; null when none. Leading slashes are read as one, a trailing one is forgiven. What cannot
 * be decoded is an unknown path where a key is wanted, and elsewhere a name that there is not.
 */
export function landedAt(draft: Draft): OperationId | null {
  const path = draft.path.replace(/^\/+/, '/').replace(/(.)\/$/, '$1');
  const template = pathOf(document, path);
  const method = draft.method === 'HEAD' ? 'get' : draft.method.toLowerCase();
  const found = Object.entries(operations).find(
    ([, facts]) =>
      facts.path === template &&
      facts.method === method &&
      (!['key', 'session'].includes(facts.security) || isDecodable(path)),
  );
  return (found?.[0] ?? null) as OperationId | null;
}

function isTooLong(draft: Draft): boolean {
  const sizes = Object.entries(draft.headers).map(([name, value]) => name.length + value.length + 4);
  return targetOf(draft).length + sizes.reduce((sum, size) => sum + size, 0) > HEAD_BYTES;
}

/** The statuses that the order of checks (path and method, key, size and form, content) leaves for such a request. */
function expectation(draft: Draft, landed: OperationId | null, reply: Reply<unknown>): Fault | null {
  if (landed === null) return mustBe(reply, [404, 405], 'a path or method that the contract does not name');
  const facts: OperationFacts = operations[landed];
  const { caller } = draft;
  const hasKey = draft.headers['authorization'] !== undefined;
  const isForPeople = facts.security === 'session';
  // An odd cookie of that name is no session: those that there are look like this.
  const bringsSession = /rc_session=[\w-]{43}(;|$)/.test(draft.headers['cookie'] ?? '');
  const hasSession = facts.sessions && bringsSession && (isForPeople || !hasKey);
  if (isForPeople && !hasSession) return mustBe(reply, [401], 'no session');
  if (!hasSession && (facts.security === 'key' || (facts.security === 'optional' && hasKey))) {
    if (caller.name.startsWith('a locked')) return mustBe(reply, [403], caller.name);
    if (caller.tenant === null || !hasKey) return mustBe(reply, [401], caller.name);
  }
  if (facts.statuses.includes(422) && hasUnknownQuery(draft, landed))
    return mustBe(reply, REFUSED, 'an unknown query parameter');
  const body = verdictOnBody(draft, landed);
  if (body === 'refused') return mustBe(reply, REFUSED, 'a body that the schema refuses');
  // Of a text that `JSON.stringify` would not write no schema can tell that a field is in it twice, which is 400.
  if (body === 'accepted' && draft.raw === undefined && (reply.status === 400 || reply.status === 413))
    return fault('a good body is refused', `it answered ${reply.status} to a body that the schema accepts`);
  return null;
}

function mustBe(reply: Reply<unknown>, statuses: readonly number[], what: string): Fault | null {
  if (statuses.includes(reply.status)) return null;
  return fault(
    `wrong answer to ${what}`,
    `${what} was answered ${reply.status}, not ${statuses.join(' or ')}`,
  );
}

function hasUnknownQuery(draft: Draft, landed: OperationId): boolean {
  const { queryParameters } = shapes.find(({ id }) => id === landed)!;
  const known = new Set(queryParameters.map(({ name }) => name as string));
  const names = [...new URLSearchParams(draft.query.join('&')).keys()];
  return names.some((name) => !known.has(name));
}

/** What the contract's schema says of the body; null where there is none to judge, or headers that decide before. */
function verdictOnBody(draft: Draft, landed: OperationId): 'accepted' | 'refused' | null {
  const { body }: OperationFacts = operations[landed];
  const { bodySchema } = shapes.find(({ id }) => id === landed)!;
  const bytes = bodyOf(draft);
  const isPlain = draft.headers['content-type'] === 'application/json' && !draft.headers['content-encoding'];
  if (body === null || body.lenient || bodySchema === null || bytes === null || !isPlain) return null;
  if (bytes.length > body.limitBytes) return 'refused';
  try {
    // The byte order mark is taken off by the decoder.
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return schemaAccepts(bodySchema, parsed) ? 'accepted' : 'refused';
  } catch {
    return 'refused';
  }
}

function declared(landed: OperationId, { method }: Draft, reply: Reply<unknown>): Fault | null {
  try {
    checkReply(landed, reply, method);
    return null;
  } catch (error) {
    return fault('against the contract', (error as Error).message.slice(0, 2000));
  }
}

/** A reply of no operation is an error all the same. */
function undeclared({ method }: Draft, reply: Reply<unknown>): Fault | null {
  if (reply.status === 405 && reply.headers.allow === undefined)
    return fault('against the contract', '405 without the header Allow');
  if (method === 'HEAD') return null;
  const ajv = ajvOf(sealed);
  const validate = ajv.getSchema(pointer('#/components/schemas/ErrorReply'))!;
  if (validate(reply.body) === true) return null;
  return fault('against the contract', `no error reply: ${ajv.errorsText(validate.errors)}`);
}

function envelope(landed: OperationId | null, { method }: Draft, reply: Reply<unknown>): Fault | null {
  const isError = reply.status >= 400;
  if (method === 'HEAD') return reply.text === '' ? null : fault('the envelope', 'HEAD with a body');
  const isPage = reply.headers['content-type']?.startsWith('text/html') ?? false;
  if (isError && Buffer.byteLength(reply.text) > (isPage ? MOST_PAGE_BYTES : MOST_ERROR_BYTES))
    return fault('the envelope', `an error of ${Buffer.byteLength(reply.text)} bytes`);
  if (landed !== null && !(operations[landed] as OperationFacts).enveloped && !isError) return null;
  const body = reply.body as { success?: boolean; meta?: { requestId?: string } } | undefined;
  if (landed !== null && body === undefined && !(operations[landed] as OperationFacts).enveloped) return null;
  if (body?.success !== !isError)
    return fault('the envelope', `success is ${body?.success} at ${reply.status}`);
  if (body.meta?.requestId !== reply.headers['x-request-id'])
    return fault('the envelope', 'meta.requestId is not X-Request-Id');
  return null;
}

function requestId(draft: Draft, { headers }: { headers: IncomingHttpHeaders }): Fault | null {
  const sent = draft.headers['x-request-id'];
  const got = headers['x-request-id'];
  if (isTooLong(draft) || sent === undefined || !WELL_FORMED_ID.test(sent)) {
    return typeof got === 'string' && UUID.test(got)
      ? null
      : fault('the request id', `X-Request-Id is ${String(got)}`);
  }
  return got === sent ? null : fault('the request id', `X-Request-Id is ${String(got)}, not ${sent}`);
}

/** A word or an id of somebody else's, in a reply to a request that had it nowhere. What needs no key is for everybody. */
function leak(
  landed: OperationId | null,
  draft: Draft,
  reply: Reply<unknown>,
  { tenants, owners }: World,
): Fault | null {
  if (landed === null || (operations[landed] as OperationFacts).security === 'public') return null;
  const { tenant } = draft.caller;
  const sent = sentText(draft);
  const isOwn = (other: Tenant) =>
    other === tenant || (OF_BOTH_MODES.includes(landed) && other.merchantWord === tenant?.merchantWord);
  const words = tenants
    .filter((other) => !isOwn(other))
    .flatMap((other) =>
      other.merchantWord === tenant?.merchantWord ? [other.word] : [other.word, other.merchantWord],
    );
  const word = words.find((one) => reply.text.toLowerCase().includes(one) && !sent.includes(one));
  if (word !== undefined) return fault('a leak', `the reply to ${draft.caller.name} holds ${word}`);
  const ids = reply.text.match(PUBLIC_IDS) ?? [];
  const id = ids.find((one) => owners.has(one) && !isOwn(owners.get(one)!) && !sent.includes(one));
  return id === undefined ? null : fault('a leak', `the reply to ${draft.caller.name} names ${id}`);
}

function sentText(draft: Draft): string {
  const target = targetOf(draft);
  const body = bodyOf(draft)?.toString('utf8') ?? '';
  return `${target} ${unescape(target)} ${body}`.toLowerCase();
}

function unescape(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return '';
  }
}

/** Keys and emails are in no error. */
function repeated({ status, text }: Reply<unknown>): Fault | null {
  if (status < 400 || !text.toLowerCase().includes(SECRET)) return null;
  return fault('a secret is repeated', `the error holds a key or an email that was sent`);
}

/** What a log line may not hold. */
export function logFault(line: string): Fault | null {
  return line.toLowerCase().includes(SECRET) ? fault('a secret is logged', line.slice(0, 1000)) : null;
}
