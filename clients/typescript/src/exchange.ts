// One try: a request out, a reply in, within its time. Every failure leaves as one of our errors.
import { codedCause, inWords } from './connection.js';
import {
  ConnectionError,
  errorClassOf,
  RefCampaignError,
  TimeoutError,
  UnexpectedReplyError,
  type Failure,
} from './errors.js';
import type { ErrorCode, Fault } from './generated/types.js';
import type { Settings } from './options.js';
import type { Request } from './request.js';
import { retryAfterSeconds } from './retry.js';

/** The others are in `details`. */
const MOST_FAULTS_TOLD = 3;

/** The time of one try, and the caller's own wish to end it. */
export interface Limits {
  timeoutMs: number;
  signal: AbortSignal | undefined;
}

/** An envelope, as far as it can be trusted before it is looked at. */
export interface Envelope {
  success?: unknown;
  data?: unknown;
  meta?: unknown;
  error?: { code?: unknown; reason?: unknown; message?: unknown; details?: unknown; docUrl?: unknown };
}

/** Sends it and hands the successful response to `read`, within the time. @throws RefCampaignError, or the signal's reason. */
export async function exchange<Result>(
  fetch: Settings['fetch'],
  request: Request,
  limits: Limits,
  read: (response: Response) => Promise<Result>,
): Promise<Result> {
  const timer = new AbortController();
  const timeout = setTimeout(() => timer.abort(), limits.timeoutMs);
  const abort = () => timer.abort();
  limits.signal?.addEventListener('abort', abort, { once: true });
  try {
    limits.signal?.throwIfAborted();
    const response = await fetch(request.url, {
      method: request.operation.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      // Followed by itself, a redirect would carry the key to wherever it leads.
      redirect: 'manual',
      signal: timer.signal,
    });
    if (response.status < 200 || response.status > 299) throw await toError(request, response);
    return await read(response);
  } catch (error) {
    limits.signal?.throwIfAborted();
    throw asOurs(error, request, timer.signal.aborted ? limits.timeoutMs : null);
  } finally {
    clearTimeout(timeout);
    limits.signal?.removeEventListener('abort', abort);
  }
}

/** The envelope of a success. @throws UnexpectedReplyError for anything else. */
export async function readEnvelope(request: Request, response: Response): Promise<Envelope> {
  const envelope = parsed(await response.text());
  if (envelope?.success === true && envelope.data !== undefined && isObject(envelope.meta)) return envelope;
  throw unexpected(request, response, 'something that is not a reply of the API');
}

/**
 * The envelope of a list's page.
 * @param cursor where the page begins; a page that leads back there would never end
 * @throws UnexpectedReplyError for anything else
 */
export async function readPage(request: Request, response: Response, cursor: unknown): Promise<Envelope> {
  const envelope = await readEnvelope(request, response);
  const { page } = envelope.meta as { page?: unknown };
  if (!Array.isArray(envelope.data) || !isObject(page))
    throw unexpected(request, response, 'something that is not a page of a list');
  const next = (page as { nextCursor?: unknown }).nextCursor ?? null;
  if (next !== null && (typeof next !== 'string' || next === cursor))
    throw unexpected(request, response, 'a page whose nextCursor leads nowhere');
  return envelope;
}

/** The bytes of an export. @throws UnexpectedReplyError for anything that does not call itself text/csv. */
export async function csvOf(request: Request, response: Response): Promise<ReadableStream<Uint8Array>> {
  const type = response.headers.get('content-type') ?? '';
  if (response.body !== null && /^text\/csv\s*(;|$)/i.test(type)) return response.body;
  await response.body?.cancel();
  throw unexpected(request, response, 'something that is not a CSV file');
}

function unexpected(request: Request, response: Response, what: string): UnexpectedReplyError {
  const { status } = response;
  return new UnexpectedReplyError(failureOf(request, `was answered ${status} with ${what}.`, { status }));
}

/**
 * What fetch or a body fails with, as an error of ours. Whatever it is, no whole reply came; `cause` is what the runtime says, the error
 * with the code (`ECONNREFUSED` and the like) if there is one.
 * @param timedOutMs after how long it was given up; `null` if it failed by itself
 */
export function asOurs(error: unknown, request: Request, timedOutMs: number | null): RefCampaignError {
  if (error instanceof RefCampaignError) return error;
  if (timedOutMs !== null)
    return new TimeoutError(failureOf(request, `had no whole reply after ${timedOutMs} ms.`), {
      cause: error,
    });
  const coded = codedCause(error);
  const what = `had no whole reply: ${inWords(coded, request.url)}.`;
  return new ConnectionError(failureOf(request, what), { cause: coded ?? error });
}

async function toError(request: Request, response: Response): Promise<Error> {
  const { status } = response;
  const { error } = parsed(await response.text()) ?? {};
  const isOurs = typeof error?.code === 'string' && typeof error.message === 'string';
  const what = isOurs
    ? `was answered ${status} ${error.code as string}: ${error.message as string}${faultsIn(error.details)}`
    : `was answered ${status}, and not by the API.${isRedirect(status) ? ' Redirects are not followed: set baseUrl to where it leads.' : ''}`;
  const failure = failureOf(request, what, {
    status,
    code: isOurs ? (error.code as ErrorCode) : null,
    reason: isOurs ? textOf(error.reason) : null,
    docUrl: isOurs ? textOf(error.docUrl) : null,
    details: isOurs && Array.isArray(error.details) ? error.details.filter(isObject) : [],
    requestId: response.headers.get('x-request-id') ?? request.requestId,
    retryAfterSeconds: retryAfterSeconds(response.headers.get('retry-after'), Date.now()),
  });
  return new (errorClassOf(status))(failure);
}

/** The first faults of a 422, by field and rule; the API never repeats a value in them. */
function faultsIn(details: unknown): string {
  const words = (Array.isArray(details) ? details : [])
    .filter(isFault)
    .map(({ path, message }) => `${path.join('.') || 'the body'} ${message}`);
  if (words.length === 0) return '';
  const more = words.length > MOST_FAULTS_TOLD ? `; and ${words.length - MOST_FAULTS_TOLD} more` : '';
  return ` (${words.slice(0, MOST_FAULTS_TOLD).join('; ')}${more})`;
}

function isFault(detail: unknown): detail is Fault {
  if (!isObject(detail)) return false;
  const { path, message } = detail as Partial<Fault>;
  const isStep = (step: unknown) => typeof step === 'string' || typeof step === 'number';
  return Array.isArray(path) && path.every(isStep) && typeof message === 'string';
}

/** What an older service does not say is null. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** 0 is how a web page's fetch shows a redirect that it did not follow. */
function isRedirect(status: number): boolean {
  return status === 0 || (status >= 300 && status <= 399);
}

function failureOf(request: Request, what: string, known: Partial<Failure> = {}): Failure {
  return {
    message: `${request.operation.id} ${what}`,
    status: null,
    code: null,
    reason: null,
    details: [],
    docUrl: null,
    requestId: request.requestId,
    retryAfterSeconds: null,
    operation: request.operation.id,
    ...known,
  };
}

function parsed(text: string): Envelope | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}
