// What is in the database, all of it, read past everything the service does.
import { Client } from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { toPublicId } from '#platform/values/ids.js';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { clientOptions } from '../support/postgres.js';

export interface StoredOrder {
  conversionId: string;
  amount: number;
  status: string;
  commissions: { commissionId: string; amount: number }[];
  /** RECORDED in its history. */
  timesRecorded: number;
}

export interface Stored {
  /** By externalId: one each, unless something is very wrong. */
  orders: Map<string, StoredOrder[]>;
  /** Clicks by session. */
  clicks: Map<string, string[]>;
  /** Sessions by the email hash they were identified with. */
  identified: Map<string, string>;
  /** The same of identities that wait for their session's first click. */
  kept: Map<string, string>;
  /** Commissions and history of no conversion. */
  strays: number;
}

/** A look at one moment. */
export async function readStored(address: PostgresAddress): Promise<Stored> {
  const client = await connect(address);
  const rows = async (sql: string) => (await client.query<Record<string, string>>(sql)).rows;
  try {
    await client.query('begin isolation level repeatable read, read only');
    // Row by row from the table itself: an index that a crash has damaged must not hide a duplicate.
    await client.query(
      'set local enable_indexscan = off; set local enable_indexonlyscan = off; set local enable_bitmapscan = off',
    );
    const conversions = await rows('select id, external_id, amount, status from conversions');
    const commissions = await rows('select id, conversion_id, amount from commissions');
    const history = await rows(`select conversion_id from conversion_history where event = 'RECORDED'`);
    const clicks = await rows('select id, session_id from clicks');
    const sessions = await rows(
      `select id, encode(email_hash, 'hex') as hash from sessions where email_hash is not null`,
    );
    const kept = await rows(
      `select session_id as id, encode(email_hash, 'hex') as hash from pending_identities`,
    );
    return {
      ...toOrders(conversions, commissions, history),
      clicks: grouped(clicks.map(({ id = '', session_id = '' }) => [session_id, toPublicId('clk', id)])),
      identified: new Map(sessions.map(({ id = '', hash = '' }) => [hash, id])),
      kept: new Map(kept.map(({ id = '', hash = '' }) => [hash, id])),
    };
  } finally {
    await client.end();
  }
}

/** Nothing that has to follow a commit is left to be done. @returns how many work rows there still are after `withinMs` */
export async function settle(address: PostgresAddress, withinMs: number): Promise<number> {
  const client = await connect(address);
  try {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const { rows } = await client.query<{ count: string }>('select count(*) from work');
      const left = Number(rows[0]?.count);
      if (left === 0 || performance.now() > deadline) return left;
      await sleep(50);
    }
  } finally {
    await client.end();
  }
}

async function connect(address: PostgresAddress): Promise<Client> {
  const client = new Client({ ...clientOptions(address), application_name: 'refcampaign audit' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

type Row = Record<string, string>;

function toOrders(conversions: Row[], commissions: Row[], history: Row[]): Pick<Stored, 'orders' | 'strays'> {
  const byId = new Map<string, StoredOrder>();
  const orders = grouped(
    conversions.map(({ id = '', external_id = '', amount, status = '' }) => {
      const conversionId = toPublicId('cnv', id);
      const order: StoredOrder = {
        conversionId,
        amount: Number(amount),
        status,
        commissions: [],
        timesRecorded: 0,
      };
      byId.set(id, order);
      return [external_id, order];
    }),
  );
  let strays = 0;
  for (const { id = '', conversion_id = '', amount } of commissions) {
    const commission = { commissionId: toPublicId('cmm', id), amount: Number(amount) };
    if (!byId.get(conversion_id)?.commissions.push(commission)) strays++;
  }
  for (const { conversion_id = '' } of history) {
    const order = byId.get(conversion_id);
    if (order) order.timesRecorded++;
    else strays++;
  }
  return { orders, strays };
}

function grouped<Value>(pairs: [string, Value][]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) {
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
