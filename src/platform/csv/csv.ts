// Tables as CSV (RFC 4180): a header row, lines that end with CRLF, quotes where they are needed. Safe to open in a spreadsheet, and
// made page by page, so that a million rows take no more memory than a thousand.

/** Text is made safe for spreadsheets; numbers stay numbers; null is an empty cell. */
export type Cell = string | number | boolean | Date | null;

/** The columns of a table: name → what stands there of a row. */
export type Columns<Row> = readonly (readonly [name: string, cellOf: (row: Row) => Cell])[];

/**
 * The same by the field that a column shows, for `Object.values`: a field that no column shows does not compile.
 * @typeParam More names of columns that show a field once more.
 */
export type ColumnOfEach<Row, More extends string = never> = Record<keyof Row | More, Columns<Row>[number]>;

/** For the reply: `streamed(200, { headers: csvHeaders('conversions.csv'), body })`. */
export function csvHeaders(fileName: string): Record<string, string> {
  return {
    'Content-Type': 'text/csv; charset=utf-8; header=present',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
}

/** The table, one piece of text for each page of rows; the header comes with the first one, or alone where there are no rows. */
export async function* toCsv<Row>(
  columns: Columns<Row>,
  pages: AsyncIterable<readonly Row[]>,
): AsyncGenerator<string> {
  let header = toLine(columns.map(([name]) => name));
  for await (const rows of pages) {
    yield header + rows.map((row) => toLine(columns.map(([, cellOf]) => cellOf(row)))).join('');
    header = '';
  }
  if (header !== '') yield header;
}

/** One record with its end of line. */
export function toLine(cells: readonly Cell[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

function toCell(value: Cell): string {
  if (value === null) return '';
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Semicolons and tabs need none by RFC 4180, but a spreadsheet told to split at them as well then keeps the text whole. */
const NEEDS_QUOTES = /[",;\t\r\n]/;

/** What a formula begins with. East Asian spreadsheets take the full-width characters for the same. */
const SIGNS = '=+\\-@＝＋－＠';
/** Blanks, invisible characters and quotes are no beginning to one spreadsheet or the other. Nor are apostrophes, or `=1` and `'=1` would be written alike. */
const READ_OVER = `'*(?:(?![\\t\\r\\n])[\\p{Z}\\p{Cc}\\p{Cf}"])*`;
const AT_THE_BEGINNING = new RegExp(`^(?=${READ_OVER}[${SIGNS}\\t\\r\\n])`, 'u');
/** What some spreadsheet splits at. One that splits at semicolons does not see the quotes: to it, they stand within a cell. */
const SPLIT = /[;|\t\r\n]/;
const BEHIND_A_SPLIT = new RegExp(`(?<=${SPLIT.source})(?=${READ_OVER}[${SIGNS}])`, 'gu');

/**
 * Spreadsheets carry out what begins like a formula, whoever wrote it: an order id may come from anybody. An apostrophe keeps it text,
 * wherever a cell may begin. Whoever takes one away in each such place has what was written; the contract says so.
 */
function harmless(text: string): string {
  const begun = text.replace(AT_THE_BEGINNING, "'");
  return SPLIT.test(begun) ? begun.replace(BEHIND_A_SPLIT, "'") : begun;
}
