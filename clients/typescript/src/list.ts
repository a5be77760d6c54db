// A list: awaited it is its first page, iterated it is every item of every page.
import type { Page } from './reply.js';

/**
 * `await list` is one page, with `meta.page.nextCursor`. `for await (const item of list)` is every item, page by page, as they are
 * asked for. Nothing is sent before one of the two.
 */
export class List<Item> implements PromiseLike<Page<Item>>, AsyncIterable<Item> {
  readonly #fetchPage: (cursor: string | null) => Promise<Page<Item>>;

  /** @param fetchPage the page at a cursor; `null` is the page that the caller asked for */
  constructor(fetchPage: (cursor: string | null) => Promise<Page<Item>>) {
    this.#fetchPage = fetchPage;
  }

  then<Then = Page<Item>, Catch = never>(
    onPage?: ((page: Page<Item>) => Then | PromiseLike<Then>) | null,
    onError?: ((error: unknown) => Catch | PromiseLike<Catch>) | null,
  ): Promise<Then | Catch> {
    return this.#fetchPage(null).then(onPage, onError);
  }

  /** Every page, one after the other. @throws UnexpectedReplyError for a page that leads back to itself. */
  async *pages(): AsyncGenerator<Page<Item>, void, undefined> {
    let cursor: string | null | undefined = null;
    do {
      const page: Page<Item> = await this.#fetchPage(cursor);
      yield page;
      cursor = page.meta.page.nextCursor;
    } while (typeof cursor === 'string'); // whatever else stands there, nothing comes after it
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    for await (const page of this.pages()) yield* page.data;
  }
}
