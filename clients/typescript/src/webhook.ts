// Receives a webhook: verifies that it comes from the service as it stands, and hands out the event, typed by its name.
import { UsageError, WebhookVerificationError } from './errors.js';
import type { ReceivedEvent, ThinWebhookEvent } from './webhook-events.js';
import { headerReader, type WebhookHeaders } from './webhook-headers.js';
import { isSigned, secretsFrom, signedBy } from './webhook-signature.js';

/** What came, and what it is checked with. */
export interface WebhookMessage {
  /** The body as it came, before anything has parsed it. */
  body: string | Uint8Array | ArrayBuffer;
  /** A `Headers` object, or what Node has in `request.headers`. Names in any case. */
  headers: WebhookHeaders;
  /**
   * The endpoint's secret, `whsec_…`. During a rotation the new one and the old one: it is enough that one of them has signed. What is
   * undefined or empty in a list is passed over, so that the old one may be a variable that is not always set.
   */
  secret: string | readonly (string | undefined)[];
  /** How far the time of sending may be off, both ways, in seconds. Default: 300. */
  toleranceSeconds?: number | undefined;
  /** Another clock, for tests. */
  now?: (() => Date) | undefined;
}

const DEFAULT_TOLERANCE_SECONDS = 300;

/**
 * Verifies a webhook and returns its event; `event.event` says which it is, and what `event.data` is. It may come again: do once what
 * `idempotencyKey` names.
 *
 * The signature of Standard Webhooks (`webhook-signature`) counts where there is one, and `X-RefCampaign-Signature` where there is none. One
 * of them alone: a wrong signature is never made good by another header.
 * @throws WebhookVerificationError for what is not to be believed: answer 400. Its `reason` says why.
 * @throws UsageError for a body that was parsed already, and for headers and secrets that are none.
 */
export async function verifyWebhook(message: WebhookMessage & { payload?: 'FULL' }): Promise<ReceivedEvent>;
/** The same for an endpoint with `payload: "THIN"`, whose events hold ids alone. */
export async function verifyWebhook(message: WebhookMessage & { payload: 'THIN' }): Promise<ThinWebhookEvent>;
export async function verifyWebhook(
  message: WebhookMessage & { payload?: 'FULL' | 'THIN' },
): Promise<ReceivedEvent | ThinWebhookEvent> {
  const body = bytesOf(message.body);
  const secrets = secretsFrom(message.secret);
  const tolerance = toleranceOf(message);
  const signed = signedBy(headerReader(message.headers));
  if (!(await isSigned(signed, body, secrets))) {
    const hint = 'The body must be given as it came, and the secret be that of this endpoint';
    throw new WebhookVerificationError('WRONG_SIGNATURE', `No signature in ${signed.header} fits. ${hint}.`);
  }
  // After the signature, so that what is said of the time is true.
  refuseOtherTimes(signed.sentAt, (message.now?.() ?? new Date()).getTime() / 1000, tolerance);
  return eventIn(body);
}

/** @throws UsageError for what is not the body as it came */
function bytesOf(body: unknown): Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return new TextEncoder().encode(body);
  if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength).slice();
  if (Object.prototype.toString.call(body) === '[object ArrayBuffer]')
    return new Uint8Array(body as ArrayBuffer);
  throw new UsageError(
    'Give the raw body, as a string or bytes. What a framework has parsed, and would be serialised again, is not what was signed: ' +
      'express.raw({ type: "application/json" }) in Express, await request.text() where there is a Request.',
  );
}

function toleranceOf({ toleranceSeconds = DEFAULT_TOLERANCE_SECONDS }: WebhookMessage): number {
  if (toleranceSeconds >= 0 && toleranceSeconds < Infinity) return toleranceSeconds;
  throw new UsageError('toleranceSeconds must be a number of at least 0.');
}

function refuseOtherTimes(sentAt: number, now: number, tolerance: number): void {
  const age = Math.floor(now) - sentAt;
  if (Math.abs(age) <= tolerance) return;
  const [reason, said] = age > 0 ? (['TOO_OLD', 'ago'] as const) : (['TOO_NEW', 'from now'] as const);
  throw new WebhookVerificationError(
    reason,
    `It was signed ${Math.abs(age)} seconds ${said}, by the clock of this machine; ${tolerance} are allowed.`,
  );
}

/** Signed, and so of the service; and yet no event if the secret signs something else, too. */
function eventIn(body: Uint8Array): ReceivedEvent {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder().decode(body));
  } catch {
    // Below.
  }
  if (typeof (value as { event?: unknown } | null | undefined)?.event === 'string')
    return value as ReceivedEvent;
  throw new WebhookVerificationError('NOT_AN_EVENT', 'The body is no event as JSON, although it is signed.');
}
