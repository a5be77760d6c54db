// The statements that recording one order takes, from our own code, in a form that can be sent again and again: what was new in
// that order (ids, names) is a blank to be filled in.
import type { Client } from 'pg';
import type { Caller } from '#accounts/merchants/caller.js';
import { loadConfig } from '#config.js';
import { ConversionsService } from '#conversions/recording/conversions.service.js';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { createLog } from '#platform/logging/log.js';
import { startService } from '#service.js';
import { capture, parameterText, type Statement } from './capture.js';
import { idOf, MODE, sessionOf, type Shop } from '../world/shops.js';

/** A parameter: text with blanks between its pieces, `blanks[i]` after `pieces[i]`; or null. */
export type Template = { pieces: string[]; blanks: number[] } | null;

export interface TemplateStatement {
  sql: string;
  parameters: Template[];
  /** What PostgreSQL takes each parameter for. */
  types: string[];
}

export interface Recording {
  statements: TemplateStatement[];
  /** What each blank is for: a new UUID, or the order's name. */
  blanks: ('id' | 'name')[];
}

/** One of several kinds of order, and how many of twenty are of it. */
export interface Share {
  recording: Recording;
  ofTwenty: number;
}

/** The name of the order that is recorded to see how. */
export const NAME = 'order-of-which-the-statements-are-taken';
/** A session of this number never clicked. */
const NOBODYS = 1_000_000_000;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

/**
 * The kinds of order in the traffic (bench/world), as far as their statements differ: matched without and with a customer named, and not
 * matched. What follows after the commit is not among the statements, so that the floor is rather too fast than too slow.
 */
const kinds = [
  { ofTwenty: 9, sessionIsKnown: true, customer: false },
  { ofTwenty: 9, sessionIsKnown: true, customer: true },
  { ofTwenty: 2, sessionIsKnown: false, customer: false },
];

/** Records one order of each kind through the service, in this process, and takes down what it sent. */
export async function takeRecordings(address: PostgresAddress, shop: Shop, client: Client): Promise<Share[]> {
  const config = loadConfig({ PORT: '0', DATABASE_URL: 'postgres://unused' });
  const service = await startService(config, address, createLog('silent'));
  const conversions = service.app.get(ConversionsService, { strict: false });
  try {
    const shares: Share[] = [];
    for (const [index, { ofTwenty, sessionIsKnown, customer }] of kinds.entries()) {
      const name = `${NAME}-${index}`;
      const body = {
        externalId: name,
        conversionType: 'SALE',
        amount: 4990,
        currency: 'EUR',
        sessionId: sessionOf(shop.number, sessionIsKnown ? 1 : NOBODYS),
        metadata: { cart: 'web-000000001', items: 3 },
        ...(customer ? { customerId: `cus-${name}` } : {}),
      } as const;
      const record = () => conversions.record(callerOf(shop), body, { dryRun: false });
      shares.push({ ofTwenty, recording: await toTemplates(client, await capture(record)) });
    }
    return shares;
  } finally {
    await service.stop(1000);
  }
}

async function toTemplates(client: Client, statements: readonly Statement[]): Promise<Recording> {
  const sent = untilCommit(statements);
  const types: string[][] = [];
  for (const { sql } of sent) types.push(await typesOf(client, sql));
  return toRecording(sent, types);
}

/** What follows the commit (looking for work) is not recording. */
function untilCommit(statements: readonly Statement[]): readonly Statement[] {
  const commit = statements.findIndex(({ sql }) => /^\s*commit/i.test(sql));
  return commit < 0 ? statements : statements.slice(0, commit + 1);
}

function callerOf(shop: Shop): Caller {
  return {
    keyId: idOf('key', shop.number, shop.number),
    merchantId: idOf('merchant', shop.number, shop.number),
    personId: null,
    merchantName: `Shop ${shop.number}`,
    mode: MODE,
  };
}

/** Asks PostgreSQL, which works it out from where a parameter stands. */
async function typesOf(client: Client, sql: string): Promise<string[]> {
  if (!sql.includes('$1')) return [];
  const name = `asked_${Math.random().toString(36).slice(2)}`;
  await client.query(`prepare ${name} as ${sql}`);
  const { rows } = await client.query<{ types: string[] }>(
    'select parameter_types::text[] as types from pg_prepared_statements where name = $1',
    [name],
  );
  await client.query(`deallocate ${name}`);
  return rows[0]?.types ?? [];
}

/** @throws Error when the statements do not look like a recording: then something here has to be changed. */
export function toRecording(statements: readonly Statement[], types: readonly string[][]): Recording {
  const blanks: Recording['blanks'] = [];
  const known = new Map<string, number>();
  const blankOf = (text: string): number => {
    const found = known.get(text);
    if (found !== undefined) return found;
    known.set(text, blanks.length);
    return blanks.push(text === NAME ? 'name' : 'id') - 1;
  };
  const templates = statements.map(({ sql, parameters }, index) => ({
    sql,
    parameters: parameters.map((value) => toTemplate(value, blankOf)),
    types: types[index] ?? [],
  }));
  if (!known.has(NAME) || !statements.some(({ sql }) => /insert\s+into\s+conversions/i.test(sql))) {
    throw new Error('the statements of a recorded order could not be taken down');
  }
  return { statements: templates, blanks };
}

function toTemplate(value: unknown, blankOf: (text: string) => number): Template {
  if (value === null || value === undefined) return null;
  const parts = parameterText(value).split(new RegExp(`(${NAME}|${UUID.source})`));
  const template: { pieces: string[]; blanks: number[] } = { pieces: [''], blanks: [] };
  parts.forEach((part, index) => {
    if (index % 2 === 1 && (part === NAME || isNewId(part))) {
      template.blanks.push(blankOf(part));
      template.pieces.push('');
    } else {
      template.pieces[template.pieces.length - 1] += part;
    }
  });
  return template;
}

/** Ids of the world were made at its beginning or at a click; ids of an order are made now. */
function isNewId(uuid: string): boolean {
  const madeAtMs = Number.parseInt(uuid.replace('-', '').slice(0, 12), 16);
  return Math.abs(Date.now() - madeAtMs) < 60_000;
}
