// An insert of many rows made on the server, with each column beside what goes into it.

/** @param values SQL expressions by column  @param from what they are made of, after FROM */
export function insertSql(table: string, values: Record<string, string>, from: string): string {
  return `insert into ${table} (${Object.keys(values).join(', ')}) select ${Object.values(values).join(', ')} from ${from}`;
}
