// CSV: RFC 4180, harmless in a spreadsheet, page by page.
import fc from 'fast-check';
import { toCsv, toLine, type Columns } from '#platform/csv/csv.js';
import { readCsv } from '../../../support/read-csv.js';

it('separates by commas and ends with CRLF', () => {
  expect(toLine(['a', 1, -2, true, null, new Date(0)])).toBe('a,1,-2,true,,1970-01-01T00:00:00.000Z\r\n');
});

it.each([
  ['a,b', '"a,b"'],
  ['say "hi"', '"say ""hi"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  [' spaces ', ' spaces '],
  ['', ''],
  ['ünïcödé 🚀', 'ünïcödé 🚀'],
])('writes %j as %j', (text, expected) => {
  expect(toLine([text])).toBe(`${expected}\r\n`);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=1', '=HYPERLINK("http://x","y")'])(
  'the text %j is no formula any more',
  (text) => {
    expect(readCsv(toLine([text]))).toEqual([[`'${text}`]]);
  },
);

it('numbers stay numbers, negative ones too', () => {
  expect(toLine([-5, 0, 1e12])).toBe('-5,0,1000000000000\r\n');
});

it('reads back as it was written, whatever it was', () => {
  const text = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const written = rows.map((row) => toLine(row)).join('');
      const expected = rows.map((row) =>
        row.map((cell) => (/^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : cell)),
      );
      expect(readCsv(written)).toEqual(expected);
    }),
  );
});

describe('a table', () => {
  const columns: Columns<number> = [
    ['n', (n) => n],
    ['text', (n) => `row ${n}`],
  ];
  async function* pages(...all: number[][]): AsyncGenerator<number[]> {
    for (const page of all) yield await Promise.resolve(page);
  }
  const piecesOf = async (...all: number[][]) => {
    const pieces: string[] = [];
    for await (const piece of toCsv(columns, pages(...all))) pieces.push(piece);
    return pieces;
  };

  it('has its header once, with the first page, and a piece for each page', async () => {
    expect(await piecesOf([1, 2], [3])).toEqual(['n,text\r\n1,row 1\r\n2,row 2\r\n', '3,row 3\r\n']);
  });

  it('without rows is its header', async () => {
    expect(await piecesOf()).toEqual(['n,text\r\n']);
  });
});
