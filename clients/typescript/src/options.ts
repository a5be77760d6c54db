// What a client is made with: checked once, so that a call can rely on it. No refusal repeats the key.
import { UsageError } from './errors.js';

/** For `new RefCampaign(…)`. */
export interface ClientOptions {
  /** A secret: `rc_live_…` or `rc_test_…`. */
  apiKey: string;
  /** Where the service is, such as `https://api.example.com`, without `/api/v1`. A path in front of that is kept. */
  baseUrl: string;
  /** How long one try may take, in milliseconds. Default: 10,000. The service answers within 8 seconds. */
  timeoutMs?: number | undefined;
  /** How often a try may be repeated. Default: 3. */
  maxRetries?: number | undefined;
  /** Another `fetch`, for a proxy or for tests. */
  fetch?: typeof globalThis.fetch | undefined;
}

/** The same, checked and complete. */
export interface Settings {
  baseUrl: string;
  timeoutMs: number;
  maxRetries: number;
  fetch: typeof globalThis.fetch;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const DEFAULT_MAX_RETRIES = 3;
/** Above this, timers fire at once. */
const MOST_MILLISECONDS = 2 ** 31 - 1;

/** @throws UsageError for what cannot be used, and in a web page, where a secret is none. */
export function settingsFrom(options: ClientOptions): Settings {
  refuseBrowsers();
  // Visible characters only: whatever else fetch would refuse with a message that holds the key.
  if (typeof options.apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(options.apiKey)) {
    throw new UsageError('apiKey must be an API key: visible characters without spaces or line breaks.');
  }
  return {
    baseUrl: checkedBaseUrl(options.baseUrl),
    timeoutMs: checkedTimeout(options.timeoutMs ?? DEFAULT_TIMEOUT_MS),
    maxRetries: checkedRetries(options.maxRetries ?? DEFAULT_MAX_RETRIES),
    // Called as a function of its own: some runtimes refuse a fetch that is called as another object's method.
    fetch: options.fetch ?? ((...input) => globalThis.fetch(...input)),
  };
}

/** @throws UsageError unless it is a number of milliseconds that a timer can wait. */
export function checkedTimeout(timeoutMs: number): number {
  if (timeoutMs > 0 && timeoutMs <= MOST_MILLISECONDS) return timeoutMs;
  throw new UsageError(`timeoutMs must be more than 0 and at most ${MOST_MILLISECONDS}.`);
}

/** @throws UsageError unless it is a count. */
export function checkedRetries(maxRetries: number): number {
  if (Number.isInteger(maxRetries) && maxRetries >= 0) return maxRetries;
  throw new UsageError('maxRetries must be an integer of at least 0.');
}

function checkedBaseUrl(text: string): string {
  const problem = 'baseUrl must be an http or https URL without user name, password, query and fragment.';
  if (typeof text !== 'string' || !URL.canParse(text)) throw new UsageError(problem);
  const { protocol, username, password, search, hash, origin, pathname } = new URL(text);
  const isPlain = [username, password, search, hash].every((part) => part === '');
  if (!isPlain || !['http:', 'https:'].includes(protocol)) throw new UsageError(problem);
  const [, before] = /^(.*?)\/+api\/+v1(?:\/.*)?$/i.exec(pathname) ?? [];
  if (before !== undefined)
    throw new UsageError(
      `baseUrl must not hold /api/v1: the client adds it to each call. Here it is ${origin + before}.`,
    );
  return origin + pathname.replace(/\/+$/, '');
}

function refuseBrowsers(): void {
  const { window, document } = globalThis as { window?: unknown; document?: unknown };
  if (window === undefined || document === undefined) return;
  throw new UsageError(
    'This client runs on servers only: an API key in a web page is known to everybody who opens it.',
  );
}
