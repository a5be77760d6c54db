// Statements that are sent so often that PostgreSQL should read and plan them once a connection, not each time: planning the look-up of
// an order's evidence took longer than doing it (measured; docs/performance.md).
import { createHash } from 'node:crypto';

/** SQL with a name under which PostgreSQL keeps it. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Sql = string | Statement;

const known = new Map<string, Statement>();

/**
 * The text as a prepared statement. For constant texts only, since each is remembered for ever; and only where one plan is good for
 * all parameters: look-ups by key, many of them as one JSON parameter. Where a pooler forbids names it is sent as it stands.
 */
export function prepared(text: string): Statement {
  let statement = known.get(text);
  if (!statement) {
    const digest = createHash('sha256').update(text).digest('hex').slice(0, 16);
    statement = { name: `refcampaign_${digest}`, text };
    known.set(text, statement);
  }
  return statement;
}

/** As the driver takes it. */
export function toDriverQuery(
  sql: Sql,
  values: unknown[],
  mayPrepare: boolean,
): { name?: string; text: string; values: unknown[] } {
  if (typeof sql === 'string') return { text: sql, values };
  return mayPrepare ? { name: sql.name, text: sql.text, values } : { text: sql.text, values };
}
