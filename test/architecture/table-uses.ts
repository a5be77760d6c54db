// Which tables the statements in a source file touch, be they written by hand or made from an entity (`new Rows(CampaignEntity)`).
import ts from 'typescript';
import { mapped } from '../support/entities.js';
import { parse, textsOf, walk } from './source.js';

export interface TableUse {
  table: string;
  use: 'reads' | 'writes';
}

const WRITTEN =
  /\b(?:insert\s+into|update(?:\s+only)?|delete\s+from(?:\s+only)?|truncate(?:\s+table)?|lock\s+table)\s+(\w+)/gi;
const ALIAS =
  '(?:\\s+as\\s+\\w+|\\s+(?!(?:join|left|right|full|inner|cross|natural|on|using|where|group|order|limit|for|set|union)\\b)\\w+)?';
/** A table, or a list of them with their aliases. */
const READ = new RegExp(
  `\\b(?:from|join|using)\\s+(?:only\\s+)?(\\w+${ALIAS}(?:\\s*,\\s*\\w+${ALIAS})*)`,
  'gi',
);
/** What makes statements from an entity (platform/database/). */
const MAKERS = new Set(['Rows', 'tableOf']);
/** What stands for an expression (textsOf), where a table's name should be. */
const HIDDEN = /\b(?:from|join|into|update)\s+x\b/i;

/** Statements whose table nobody can see: `from ${table}`. */
export function hiddenTables(path: string, text: string): string[] {
  return textsOf(parse(path, text)).filter((sql) => HIDDEN.test(sql));
}

/** Uses of these tables in the statements of a source file, each once. What is put into a statement (`${…}`) is looked at where it is written. */
export function tableUses(path: string, text: string, known: ReadonlySet<string>): TableUse[] {
  const source = parse(path, text);
  const byHand = textsOf(source).flatMap((sql) => usesIn(sql.replaceAll(/--[^\n]*/g, '')));
  const made = entitiesOf(source).map((entity) => ({ table: tableOfClass(entity), use: 'writes' as const }));
  const found = [...byHand, ...made];
  const seen = new Map(
    found.filter(({ table }) => known.has(table)).map((use) => [`${use.use} ${use.table}`, use]),
  );
  return [...seen.values()];
}

/** The classes whose rows a file works with: whoever has a table's `Rows` may do anything to it. */
export function entitiesOf(source: ts.SourceFile): string[] {
  const found: string[] = [];
  walk(source, (node) => {
    const isMade = ts.isNewExpression(node) || ts.isCallExpression(node);
    if (isMade && MAKERS.has(node.expression.getText())) found.push(node.arguments?.[0]?.getText() ?? '');
  });
  return found;
}

/** @throws Error for what is no entity by its name: a table that nobody sees is nobody's. */
function tableOfClass(name: string): string {
  const found = mapped.find(({ entity }) => entity.name === name);
  if (found === undefined) throw new Error(`no entity is called ${name}`);
  return found.table;
}

function usesIn(sql: string): TableUse[] {
  const writes = [...sql.matchAll(WRITTEN)].map(([, table]) => ({ table: table!, use: 'writes' as const }));
  const others = sql.replaceAll(/\bdelete\s+from\b/gi, 'delete');
  const reads = [...others.matchAll(READ)].flatMap(([, list]) =>
    list!.split(',').map((one) => ({ table: one.trim().split(/\s+/)[0]!, use: 'reads' as const })),
  );
  return [...writes, ...reads];
}
