// Reads CSV as RFC 4180 has it, written a second time for comparison: records of cells, quotes taken off.

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
