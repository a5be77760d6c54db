// One call of the contract, typed by it: call('listConversions', { query, tenant }). Whoever is asked to sign in again, or to say who
// they are, is asked once for all calls that wait for it; then the calls are sent again.
import { placeOf } from '../place.js';
import { noteAnswer } from './connection.js';
import { ApiFailure, failureOf, noAnswer } from './failure.js';
import { interrupt } from './interruptions.js';
import type { CallOptions, Reply } from './types.js';
import { ways, type CalledOperation } from './ways.js';

const PATIENCE_MS = 30_000;

interface Request {
  path?: Record<string, string>;
  query?: object;
  body?: unknown;
  tenant?: { merchantId: string; mode: string };
  signal?: AbortSignal;
  asks?: boolean;
  /** A file, which takes as long as it takes. */
  isLong?: boolean;
}

/** @throws ApiFailure */
export async function call<Id extends CalledOperation>(id: Id, options: CallOptions<Id>): Promise<Reply<Id>> {
  const response = await send(id, options);
  return (await response.json().catch((error: unknown) => {
    throw noAnswer(error);
  })) as Reply<Id>;
}

/** The same for what is no JSON. @throws ApiFailure */
export async function send(id: CalledOperation, request: Request): Promise<Response> {
  for (;;) {
    const response = await exchange(id, request);
    if (response.ok) return response;
    const failure = await failureOf(response);
    noteAnswer(id, failure);
    const asked = request.asks === false ? null : askedOf(failure);
    if (asked === null || !(await interrupt(asked, ways[id][0] !== 'get'))) throw failure;
  }
}

/** What the person has to do before the call can be sent again. */
function askedOf({ reason }: ApiFailure): 'sign-in' | 'confirm' | null {
  if (reason === 'NO_SESSION') return 'sign-in';
  return reason === 'CONFIRMATION_NEEDED' ? 'confirm' : null;
}

async function exchange(id: CalledOperation, request: Request): Promise<Response> {
  const [method] = ways[id];
  const { body, tenant, signal, isLong = false } = request;
  const limits = [signal, isLong ? undefined : AbortSignal.timeout(PATIENCE_MS)];
  try {
    return await fetch(placeOf(addressOf(id, request)), {
      method: method.toUpperCase(),
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(tenant && { 'X-Merchant': tenant.merchantId, 'X-Mode': tenant.mode }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.any(limits.filter((limit) => limit !== undefined)),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    const failure = noAnswer(error);
    noteAnswer(id, failure);
    throw failure;
  }
}

/** Path and query, without this installation's own path. */
export function addressOf(
  id: CalledOperation,
  { path = {}, query = {} }: Pick<Request, 'path' | 'query'>,
): string {
  const [, template] = ways[id];
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const sent = Object.entries(query).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[name, String(value)]]
      : [],
  );
  return sent.length === 0 ? filled : `${filled}?${new URLSearchParams(sent).toString()}`;
}
