// The client: a method for each operation (generated), made into tries with waits between them.
import { CsvFile } from './csv-file.js';
import { RefCampaignError } from './errors.js';
import { asOurs, csvOf, exchange, readEnvelope, readPage } from './exchange.js';
import { Methods } from './generated/methods.js';
import type { OperationFacts } from './generated/operations.js';
import type { Meta, PagedMeta } from './generated/types.js';
import { List } from './list.js';
import {
  checkedRetries,
  checkedTimeout,
  settingsFrom,
  type ClientOptions,
  type Settings,
} from './options.js';
import type { CallOptions, Reply, Values } from './reply.js';
import { toRequest, type Request } from './request.js';
import { delayMs, mayRepeat } from './retry.js';

/** The API, with one key. Keep one for the life of your process; it has no state but its settings. */
export class RefCampaign extends Methods {
  // Private names are shown by no console, no JSON and no inspection.
  readonly #apiKey: string;
  readonly #settings: Settings;

  /** @throws UsageError for options that cannot be used, and in a web page. */
  constructor(options: ClientOptions) {
    super();
    this.#settings = settingsFrom(options);
    this.#apiKey = options.apiKey;
  }

  protected async call<Data, Status extends number>(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions = {},
  ): Promise<Reply<Data, Status>> {
    const request = this.#requestOf(operation, path, params, options);
    return this.#send(request, options, async (response) => {
      const { data, meta } = await readEnvelope(request, response);
      return { data: data as Data, meta: meta as Meta, status: response.status as Status };
    });
  }

  protected list<Item>(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions = {},
  ): List<Item> {
    return new List<Item>(async (cursor) => {
      const at: Values = cursor === null ? { ...params } : { ...params, offset: undefined, cursor };
      const request = this.#requestOf(operation, path, at, options);
      return this.#send(request, options, async (response) => {
        const { data, meta } = await readPage(request, response, at['cursor']);
        return { data: data as Item[], meta: meta as PagedMeta, status: 200 };
      });
    });
  }

  protected async csv(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions = {},
  ): Promise<CsvFile> {
    const request = this.#requestOf(operation, path, params, options);
    const timeoutMs = options.timeoutMs ?? this.#settings.timeoutMs;
    return this.#send(request, options, async (response) => {
      const { headers } = response;
      return new CsvFile({
        bytes: await csvOf(request, response),
        requestId: headers.get('x-request-id') ?? request.requestId,
        filename: /filename="?([^";]+)"?/.exec(headers.get('content-disposition') ?? '')?.[1] ?? null,
        timeoutMs,
        signal: options.signal,
        toError: (error, timedOut) => asOurs(error, request, timedOut ? timeoutMs : null),
      });
    });
  }

  #requestOf(operation: OperationFacts, path: Values, params: object, options: CallOptions): Request {
    const at = { baseUrl: this.#settings.baseUrl, apiKey: this.#apiKey };
    return toRequest(at, operation, path, params, options.requestId);
  }

  /** Tries until one succeeds, may not be repeated, or was the last. */
  async #send<Result>(
    request: Request,
    options: CallOptions,
    read: (response: Response) => Promise<Result>,
  ): Promise<Result> {
    const limits = {
      timeoutMs: checkedTimeout(options.timeoutMs ?? this.#settings.timeoutMs),
      signal: options.signal,
    };
    const maxRetries = checkedRetries(options.maxRetries ?? this.#settings.maxRetries);
    for (let retries = 0; ; retries++) {
      try {
        return await exchange(this.#settings.fetch, request, limits, read);
      } catch (error) {
        const isOurs = error instanceof RefCampaignError;
        if (!isOurs || retries >= maxRetries || !mayRepeat(error, request.isRepeatable)) throw error;
        await wait(delayMs(retries, error.retryAfterSeconds, Math.random()), options.signal);
      }
    }
  }
}

/** @throws the signal's reason as soon as it is given. */
async function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted(); // an abort of before is not told again
  await new Promise<void>((resolve) => {
    const timeout = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
    function done(): void {
      clearTimeout(timeout);
      signal?.removeEventListener('abort', done);
      resolve();
    }
  });
  signal?.throwIfAborted();
}
