// Which SQL statements our own code sends: noted down where they leave for PostgreSQL, so that nothing here has to be changed when
// the code is.
import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';

export interface Statement {
  sql: string;
  /** As the driver gets them: text, numbers, dates, arrays. */
  parameters: unknown[];
}

type Query = (this: unknown, ...args: unknown[]) => unknown;

/** Tells of every statement that this process sends, until the function that is returned is called. */
export function overhear(tell: (statement: Statement) => void): () => void {
  const prototype = pg.Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function (...args: unknown[]) {
    tell(toStatement(args));
    return original.apply(this, args);
  };
  return () => {
    prototype.query = original;
  };
}

/** Set while `work` runs: only what it causes is noted, and no poll that happens to be due. */
const noting = new AsyncLocalStorage<Statement[]>();

/** Runs `work` and returns the statements that it sent, in order, `begin` and `commit` among them. */
export async function capture(work: () => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const stop = overhear((statement) => {
    if (noting.getStore() === statements) statements.push(statement);
  });
  try {
    await noting.run(statements, work);
  } finally {
    stop();
  }
  return statements;
}

/** A parameter as PostgreSQL reads it. */
export function parameterText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (Array.isArray(value)) {
    const items = value.map((item) =>
      item === null ? 'NULL' : `"${parameterText(item).replace(/(["\\])/g, '\\$1')}"`,
    );
    return `{${items.join(',')}}`;
  }
  return JSON.stringify(value);
}

/** `query(text, values)` or `query({ text, values })`. */
function toStatement([query, values]: unknown[]): Statement {
  if (typeof query === 'string') return { sql: query, parameters: Array.isArray(values) ? values : [] };
  const { text, values: own } = query as { text: string; values?: unknown[] };
  return { sql: text, parameters: own ?? (Array.isArray(values) ? values : []) };
}
