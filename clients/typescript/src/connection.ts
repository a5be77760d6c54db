// Why no whole reply came, as far as the runtime says: the error that names it, and that in words. Only codes are passed on in words:
// what else an error says may be anything, with a fetch of the caller's own.

/** An error of the runtime's that says by a code what happened, such as `ECONNREFUSED`. */
export type CodedError = Error & { code: string };

/** `fetch` wraps what happened in an error of its own; so do its wrappers. */
const MOST_WRAPPED = 5;

const WORDS: readonly [codes: RegExp, words: (service: string) => string][] = [
  [/^(ECONNREFUSED|ConnectionRefused)$/, (service) => `nothing listens at ${service}`],
  [/^ENOTFOUND$/, (service) => `there is no host of the name in ${service}`],
  [/^EAI_/, (service) => `the host name in ${service} could not be looked up`],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, (service) => `${service} let no connection come about in time`],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, (service) => `there is no way to ${service}`],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, (service) => `${service} closed the connection`],
  [/^CERT_HAS_EXPIRED$/, (service) => `the certificate of ${service} has expired`],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, (service) => `the certificate of ${service} is for another name`],
  [/CERT|^UNABLE_TO_/, (service) => `the certificate of ${service} is not trusted`],
  [/^(EPROTO$|ERR_SSL_|ERR_TLS_)/, (service) => `${service} does not speak TLS as this client does`],
  [/^HPE_/, (service) => `${service} does not speak HTTP; is it https, or another port?`],
];

/** The outermost error with a code, of this one and what it wraps; `null` if there is none. */
export function codedCause(error: unknown): CodedError | null {
  let inner = error;
  for (let depth = 0; depth < MOST_WRAPPED && inner instanceof Error; depth++) {
    const { code } = inner as Partial<CodedError>;
    if (typeof code === 'string' && /^[A-Za-z][A-Za-z0-9_]{1,63}$/.test(code)) return inner as CodedError;
    inner = inner.cause;
  }
  return null;
}

/**
 * What happened, in words, with the code.
 * @param url what was asked for; of it the origin is told
 */
export function inWords(coded: CodedError | null, url: string): string {
  const service = new URL(url).origin;
  if (coded === null) return `the connection to ${service} failed`;
  const [, words] = WORDS.find(([codes]) => codes.test(coded.code)) ?? [];
  return `${words?.(service) ?? `the connection to ${service} failed`} (${coded.code})`;
}
