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
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spreadsheets carry out what begins like a formula, whoever wrote it: an order id may come from anybody. */
function harmless(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}
