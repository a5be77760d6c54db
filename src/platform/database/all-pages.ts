// All rows of a list that is too long for one look: page after page by the last row's id, each a statement of its own. No transaction
// is held open, and nothing is read before the page is asked for.

/** Rows of one page: a few milliseconds of the database, and two hundred kilobytes here. */
export const ROWS_A_PAGE = 500;

/**
 * Every page that has rows.
 * @param read the rows behind the one with this id (null: from the beginning), in the one order, at most `limit`; none only at the end.
 */
export async function* allPages<Row extends { id: string }>(
  read: (afterId: string | null, limit: number) => Promise<Row[]>,
  rowsAPage = ROWS_A_PAGE,
): AsyncGenerator<Row[]> {
  let afterId: string | null = null;
  for (;;) {
    const rows = await read(afterId, rowsAPage);
    if (rows.length === 0) return;
    yield rows;
    afterId = (rows.at(-1) as Row).id;
  }
}
