// How PostgreSQL would carry out a statement, and what is wrong with that: anything that reads more than an index leads it to.
import type { Client } from 'pg';
import { parameterText, type Statement } from '../../../bench/floor/capture.js';

interface Node {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: Node[];
}

/** The indexes that each of the two plans reads. */
export async function indexesOf(client: Client, statement: Statement): Promise<string[][]> {
  const plans = [await customPlan(client, statement), await genericPlan(client, statement)];
  return plans.map((plan) =>
    [...new Set(nodesOf(plan).flatMap(({ node }) => node['Index Name'] ?? []))].sort(),
  );
}

/** Statements that PostgreSQL makes no plan for. */
const PLANLESS =
  /^\s*(begin|commit|rollback|set|reset|prepare|deallocate|explain|savepoint|release|create|alter|truncate|vacuum|analyze)\b/i;

/** Of tables that have one row for each merchant and mode, or a few dozen at most. */
const WHOLE_KEYS = ['site_installations_pk', 'site_origins_pk', 'event_feeds_pk', 'webhook_endpoints_pk'];

/** Of PostgreSQL's own catalogue, which is small and which the service looks at once a second. */
const CATALOGUE = /\bpg_stat_user_tables\b/;

/** Who has a feed is read as a whole, a row for each merchant and mode that has one: a merchant that has none then costs no statement. */
const FEEDS = /^\s*select merchant_id, mode from event_feeds\s*$/;

export function hasPlan({ sql }: Statement): boolean {
  return !PLANLESS.test(sql) && !CATALOGUE.test(sql) && !FEEDS.test(sql);
}

/**
 * Faults of the plan that PostgreSQL makes for these parameters, and of the one it would make for any (which it takes for a
 * prepared statement that was used a few times).
 */
export async function planFaults(client: Client, statement: Statement): Promise<string[]> {
  const plans = {
    custom: await customPlan(client, statement),
    generic: await genericPlan(client, statement),
  };
  const text = statement.sql.replace(/\s+/g, ' ').trim();
  return Object.entries(plans).flatMap(([kind, plan]) =>
    nodesOf(plan)
      .flatMap(faultOf)
      .map((fault) => `${fault} (${kind} plan) in: ${text}`),
  );
}

async function customPlan(client: Client, { sql, parameters }: Statement): Promise<Node> {
  return toPlan(await client.query({ text: `explain (format json) ${sql}`, values: parameters }));
}

async function genericPlan(client: Client, { sql, parameters }: Statement): Promise<Node> {
  const values = parameters.map((value) =>
    value === null || value === undefined ? 'null' : client.escapeLiteral(parameterText(value)),
  );
  const given = values.length > 0 ? `(${values.join(', ')})` : '';
  await client.query('set plan_cache_mode = force_generic_plan');
  await client.query(`prepare explained as ${sql}`);
  try {
    return toPlan(await client.query(`explain (format json) execute explained${given}`));
  } finally {
    await client.query('deallocate explained');
    await client.query('reset plan_cache_mode');
  }
}

function toPlan({ rows }: { rows: unknown[] }): Node {
  const [row] = rows as { 'QUERY PLAN': { Plan: Node }[] }[];
  const plan = row?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('EXPLAIN gave no plan');
  return plan;
}

interface Place {
  node: Node;
  /** Somebody above takes a few rows and asks for no more. */
  isLimited: boolean;
}

function nodesOf(node: Node, isLimited = false): Place[] {
  const below = isLimited || node['Node Type'] === 'Limit';
  return [{ node, isLimited }, ...(node.Plans ?? []).flatMap((child) => nodesOf(child, below))];
}

function faultOf({ node, isLimited }: Place): string[] {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, 'Index Cond': condition } = node;
  if (type === 'Seq Scan' || type === 'Sample Scan' || type === 'Tid Scan') return [`${type} on ${table}`];
  if (!/^(Index Scan|Index Only Scan|Bitmap Index Scan)$/.test(type)) return [];
  if (condition === undefined) return [`${type} of all of ${index}`];
  const columns = [...condition.matchAll(/(\w+)"?\)?(?:::\w+)? (?:=|<|>|<=|>=|IS) /g)].map(
    ([, column]) => column,
  );
  if (WHOLE_KEYS.includes(index ?? '')) return [];
  const isOfAllRows = columns.every((column) => column === 'merchant_id' || column === 'mode');
  return isOfAllRows && !isLimited ? [`${type} of all rows of a merchant in ${index}`] : [];
}
