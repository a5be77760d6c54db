// Reads CSV as RFC 4180 has it, written a second time for comparison: records of cells, quotes taken off; and texts as they were, by the
// rule in the contract.

/** @throws Error for what is no CSV, such as a file that was cut. */
export function readCsv(text: string): string[][] {
  const records: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const record: string[] = [];
    for (;;) {
      const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
      cell.lastIndex = at;
      const match = cell.exec(text);
      if (!match) throw new Error(`no CSV at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
      record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
      at += match[0].length;
      if (match[3] === '\r\n') break;
    }
    records.push(record);
  }
  return records;
}

const AT_THE_BEGINNING = /^'+(?:[\p{Z}\p{Cf}"]|(?![\t\r\n])\p{Cc})*[=+\-@＝＋－＠\t\r\n]/u;
const FURTHER_ON = /^'+(?:[\p{Z}\p{Cf}"]|(?![\t\r\n])\p{Cc})*[=+\-@＝＋－＠]/u;

/** The text that was written, of a cell that readCsv() gives: the apostrophes that keep it from being a formula are taken away. */
export function toWritten(cell: string): string {
  const parts = cell.split(/(?<=[;|\t\r\n])/);
  const isMarked = (part: string, index: number) => (index === 0 ? AT_THE_BEGINNING : FURTHER_ON).test(part);
  return parts.map((part, index) => (isMarked(part, index) ? part.slice(1) : part)).join('');
}
