// Lists: what a request asks for, and the page that answers it.
import fc from 'fast-check';
import { newId } from '#platform/values/ids.js';
import { pagingRule, toPage, toPageRequest } from '#platform/values/paging.js';

const rows = (count: number) => Array.from({ length: count }, () => ({ id: newId() })).reverse();
const idOf = (row: { id: string }) => row.id;

describe('a list request', () => {
  it('asks for 25 rows, and for 100 at most', () => {
    expect(toPageRequest({})).toEqual({ limit: 25, offset: 0, afterId: null });
    expect(toPageRequest({ limit: 1000, offset: 7 })).toEqual({ limit: 100, offset: 7, afterId: null });
    expect(toPageRequest({ limit: 1 }).limit).toBe(1);
  });

  it('goes on after the last row of the page before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), (limit) => {
        const some = rows(limit + 1);
        const { items, page } = toPage(some, { limit, offset: 0, afterId: null }, idOf);
        const cursor = page.nextCursor ?? undefined;
        expect(pagingRule(undefined, { cursor })).toEqual([]);
        expect(items).toEqual(some.slice(0, limit));
        expect(toPageRequest({ cursor }).afterId).toBe(items.at(-1)?.id);
      }),
    );
  });

  it('has no next page when no row is left over', () => {
    for (const count of [0, 1, 25]) {
      const some = rows(count);
      const page = toPage(some, { limit: 25, offset: 0, afterId: null }, idOf);
      expect(page).toEqual({ items: some, page: { nextCursor: null, hasMore: false } });
    }
  });

  it('is refused with a cursor that is not ours', () => {
    const cursor = toPage(rows(2), { limit: 1, offset: 0, afterId: null }, idOf).page.nextCursor!;
    for (const bad of [
      '',
      'x',
      `${cursor}A`,
      `${cursor}=`,
      cursor.slice(1),
      `${cursor.slice(0, -1)}B`,
      'a+b/'.repeat(5) + 'aa',
      '\u0000',
    ]) {
      expect(pagingRule(undefined, { cursor: bad })).toEqual([
        { path: ['cursor'], message: 'must be a nextCursor of an earlier page' },
      ]);
    }
  });

  it('is refused with a cursor and an offset', () => {
    const cursor = toPage(rows(2), { limit: 1, offset: 0, afterId: null }, idOf).page.nextCursor!;
    expect(pagingRule(undefined, { cursor, offset: 5 })).toEqual([
      { path: ['offset'], message: 'cannot be used together with cursor' },
    ]);
    expect(pagingRule(undefined, { cursor, offset: 0 })).toEqual([]);
  });

  it('judges nothing that the contract refuses already', () => {
    for (const query of [undefined, null, 5, {}, { cursor: 5 }, { cursor: ['x'] }])
      expect(pagingRule(undefined, query)).toEqual([]);
  });
});
