// CSV: RFC 4180, harmless in a spreadsheet, page by page.
import fc from 'fast-check';
import { toCsv, toLine, type Columns } from '#platform/csv/csv.js';
import { readCsv, toWritten } from '../../../support/read-csv.js';

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
    expect(readCsv(toLine([text]))[0]![0]).toMatch(/^'/);
  },
);

it.each([
  ["a;=cmd|'/c calc'!A1;x", "a;'=cmd|'/c calc'!A1;x"],
  ['x;=HYPERLINK("http://x")', 'x;\'=HYPERLINK("http://x")'],
  ['x; =1', "x;' =1"],
  ['x;"=1', 'x;\'"=1'],
  ['x\t=1', "x\t'=1"],
  ['x|@SUM(1)', "x|'@SUM(1)"],
  ['two\n-lines', "two\n'-lines"],
  ['two\r\n+lines', "two\r\n'+lines"],
  ['＝1+1', "'＝1+1"],
  ['－1;＋1;＠x', "'－1;'＋1;'＠x"],
  ['\uFEFF=1', "'\uFEFF=1"],
  ['\u200B\u00A0 =1', "'\u200B\u00A0 =1"],
  ['"=1', '\'"=1'],
  ["'=1", "''=1"],
  ["x;'=1", "x;''=1"],
])('%j is harmless wherever a spreadsheet may begin a cell: %j', (text, expected) => {
  expect(readCsv(toLine([text]))).toEqual([[expected]]);
});

it.each([
  'order-10001',
  'a=b',
  'a + b',
  'mila@example.com',
  'a; b; c',
  "it's; 'quoted'",
  'two\r\n\r\nparagraphs\n\tindented',
  'a,-b',
  '{"a": ";", "-b": "="}',
])('what nobody takes for a formula stays as it is: %j', (text) => {
  expect(readCsv(toLine([text]))).toEqual([[text]]);
});

it('a text with what others split at is quoted, so that who splits at commas too keeps it whole', () => {
  expect(toLine(['a;b', 'a\tb'])).toBe('"a;b","a\tb"\r\n');
});

it('numbers stay numbers, negative ones too', () => {
  expect(toLine([-5, 0, 1e12])).toBe('-5,0,1000000000000\r\n');
});

const pieces = fc.constantFrom(...'=+-@＝＋－＠;|,"\'\t\r\n x1\uFEFF\u200B\u00A0\u0001');
const hostile = fc.array(pieces, { maxLength: 12 }).map((some) => some.join(''));
const texts = fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 20 }));

it('reads back as it was written, whatever it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(texts, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read = readCsv(rows.map((row) => toLine(row)).join(''));
      expect(read.map((row) => row.map(toWritten))).toEqual(rows);
    }),
    { numRuns: 1000 },
  );
});

it('whoever splits a line at commas, semicolons, bars, tabs or lines, by quotes or not, finds no cell that begins a formula', () => {
  const formula = /^[\p{Z}\p{C}"]*[=+\-@＝＋－＠]/u;
  fc.assert(
    fc.property(hostile, (text) => {
      const line = toLine(['id', text, 'x']);
      const cells = [...readCsv(line).flat(), ...line.split(/[;|\t\r\n]/)];
      expect(cells.filter((cell) => formula.test(cell))).toEqual([]);
    }),
    { numRuns: 3000 },
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
