// Lists are newest first and paged by `cursor` (stable while rows are added) or by `offset`: what a list request asks for, and
// the page that answers it. Ids are UUIDv7, so "after this id" is "older than it".
import type { Issue } from '#platform/errors/failure.js';

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

/** What every list operation takes. */
export interface PageQuery {
  limit?: number | undefined;
  offset?: number | undefined;
  cursor?: string | undefined;
}

export interface PageRequest {
  /** Rows on the page, 1 to 100. Ask the database for one more: it tells whether there is a next page. */
  limit: number;
  /** Rows to skip. */
  offset: number;
  /** Only rows with a smaller id (a UUID); null: from the newest. */
  afterId: string | null;
}

export interface Page<Row> {
  items: Row[];
  /** `meta.page` of the reply. */
  page: { nextCursor: string | null; hasMore: boolean };
}

/** The rule of every list operation, for `@Operation(id, { rules: [pagingRule] })`. */
export function pagingRule(_body: unknown, query: unknown): Issue[] {
  const { cursor, offset } = (query ?? {}) as Record<string, unknown>;
  if (typeof cursor !== 'string') return [];
  const issues: Issue[] = [];
  if (offset !== undefined && offset !== 0) {
    issues.push({ path: ['offset'], message: 'cannot be used together with cursor' });
  }
  if (idIn(cursor) === null)
    issues.push({ path: ['cursor'], message: 'must be a nextCursor of an earlier page' });
  return issues;
}

/** Reads a query that passed `pagingRule`. A limit above 100 is read as 100. */
export function toPageRequest(query: PageQuery): PageRequest {
  return {
    limit: Math.min(query.limit ?? DEFAULT_LIMIT, MAX_LIMIT),
    offset: query.offset ?? 0,
    afterId: query.cursor === undefined ? null : idIn(query.cursor),
  };
}

/** The page of a list that nothing fits. */
export function emptyPage(): Page<never> {
  return { items: [], page: { nextCursor: null, hasMore: false } };
}

/** Makes a page of up to `limit` + 1 rows, newest first. `idOf` is a row's UUID. */
export function toPage<Row>(
  rows: readonly Row[],
  request: PageRequest,
  idOf: (row: Row) => string,
): Page<Row> {
  const items = rows.slice(0, request.limit);
  const last = items.at(-1);
  const hasMore = rows.length > request.limit;
  return { items, page: { nextCursor: hasMore && last ? cursorOf(idOf(last)) : null, hasMore } };
}

/** The sixteen bytes of the last row's id: short, and opaque enough that nobody builds one by hand. */
function cursorOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** The id in a cursor; null for what cursorOf() never made. */
function idIn(cursor: string): string | null {
  const bytes = Buffer.from(cursor, 'base64url');
  if (bytes.length !== 16 || bytes.toString('base64url') !== cursor) return null;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
