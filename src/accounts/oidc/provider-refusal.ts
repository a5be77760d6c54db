// Why a sign-in by the provider came to nothing: in a word for the dashboard, and in one for the log, with nothing in it that was sent.

/** As the contract tells the dashboard (`failed`). */
export type FailedWhy = 'CANCELLED' | 'EXPIRED' | 'REFUSED' | 'STALE' | 'TOO_MANY' | 'AWAY';

export class ProviderRefusal extends Error {
  override name = 'ProviderRefusal';

  constructor(
    readonly why: FailedWhy,
    options: { cause?: unknown } = {},
  ) {
    super(why, options);
  }
}

/** What the provider leads back with, by RFC 6749 and OpenID Connect, that is nobody's fault. */
const CANCELLED = ['access_denied', 'login_required', 'consent_required', 'interaction_required'];
const OVERLOADED = ['temporarily_unavailable', 'server_error'];
/** What openid-client calls silence, and an answer that is none of the protocol: a proxy's page. */
const SILENT = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM'];

interface Fault {
  name?: unknown;
  code?: unknown;
  /** The provider's own word. */
  error?: unknown;
}

export function toRefusal(error: unknown): ProviderRefusal {
  if (error instanceof ProviderRefusal) return error;
  const { name, code, error: word } = (error ?? {}) as Fault;
  const isIn = (words: readonly string[], one: unknown) => typeof one === 'string' && words.includes(one);
  if (name === 'AuthorizationResponseError' && isIn(CANCELLED, word))
    return new ProviderRefusal('CANCELLED', { cause: error });
  // What fetch throws where there is no connection has no code.
  const isSilence = isIn(SILENT, code) || isIn(OVERLOADED, word) || name === 'TypeError';
  return new ProviderRefusal(isSilence ? 'AWAY' : 'REFUSED', { cause: error });
}

/** For the log: codes of the libraries and words of the protocol, never a text that somebody sent. */
export function wordOf(error: unknown): string {
  const chain: unknown[] = [];
  for (let at = error; at instanceof Error && chain.length < 3; at = at.cause) chain.push(at);
  const words = chain.flatMap((one) => {
    const { name, code, error: word } = one as Fault;
    return [name, code, word].filter((text) => typeof text === 'string' && /^[A-Za-z_]{1,60}$/.test(text));
  });
  return [...new Set(words)].join(' ') || 'unknown';
}
