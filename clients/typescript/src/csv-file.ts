// A CSV export: read as it comes, however large it is.

import { UsageError } from './errors.js';

const CANCELLED = 'The export was cancelled.';

/** What a file is made of. */
export interface CsvSource {
  bytes: ReadableStream<Uint8Array>;
  requestId: string;
  filename: string | null;
  /** How long a piece may take. */
  timeoutMs: number;
  /** The caller's, to end the download. */
  signal: AbortSignal | undefined;
  /** What to throw for a failure of the stream. */
  toError: (error: unknown, timedOut: boolean) => unknown;
}

/**
 * Iterate it for its bytes, piece by piece, or pass it on: Node's `writeFile(name, file)` takes it as it is. Can be read once, and must be:
 * until it is read to its end or cancelled, its connection stays open.
 */
export class CsvFile implements AsyncIterable<Uint8Array> {
  readonly #source: CsvSource;
  #reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  #isCancelled = false;
  /** By which the call is found in the service's log. */
  readonly requestId: string;
  /** The name that the service suggests, or `null`. */
  readonly filename: string | null;

  constructor(source: CsvSource) {
    this.#source = source;
    this.requestId = source.requestId;
    this.filename = source.filename;
  }

  /** As a web stream. */
  stream(): ReadableStream<Uint8Array> {
    const pieces = this[Symbol.asyncIterator]();
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      // Not by ending the pieces: before the first one, that ends nothing.
      cancel: () => this.cancel(),
    });
  }

  /** Ends the download, begun or not. Whoever is reading gets a UsageError, so that no short file is taken for a whole one. */
  async cancel(): Promise<void> {
    this.#isCancelled = true;
    this.#reader ??= this.#source.bytes.getReader();
    await this.#reader.cancel().catch(() => undefined);
  }

  /** All of it at once, in memory: for exports that are known to be small. */
  async text(): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of this) text += decoder.decode(piece, { stream: true });
    return text + decoder.decode();
  }

  /**
   * The file's bytes.
   * @throws ConnectionError if it breaks off, TimeoutError if no piece comes for as long as a try may take, the signal's reason,
   * UsageError after cancel().
   */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array, void, undefined> {
    if (this.#isCancelled) throw new UsageError(CANCELLED);
    const reader = (this.#reader = this.#source.bytes.getReader());
    try {
      for (;;) {
        const { done, value } = await this.#next(reader);
        if (done) return;
        yield value;
      }
    } finally {
      // Who stops early ends the download too. What is over already has nothing to cancel.
      await reader.cancel().catch(() => undefined);
    }
  }

  async #next(reader: ReadableStreamDefaultReader<Uint8Array>) {
    const { signal, timeoutMs, toError } = this.#source;
    let timedOut = false;
    const end = () => void reader.cancel().catch(() => undefined);
    const timeout = setTimeout(() => {
      timedOut = true;
      end();
    }, timeoutMs);
    signal?.addEventListener('abort', end, { once: true });
    try {
      signal?.throwIfAborted();
      const piece = await reader.read();
      if (this.#isCancelled) throw new UsageError(CANCELLED);
      if (timedOut) throw new Error('No piece came in time.');
      signal?.throwIfAborted();
      return piece;
    } catch (error) {
      signal?.throwIfAborted();
      if (error instanceof UsageError) throw error;
      throw toError(error, timedOut);
    } finally {
      clearTimeout(timeout);
      signal?.removeEventListener('abort', end);
    }
  }
}
