// Writes the world of a benchmark into a database, by number and on the server: merchants with keys, campaigns, affiliates and
// links, then sessions with a click each, every fourth of them identified.
import type { Client } from 'pg';
import { insertSql } from './insert.js';
import {
  BEGINNING_MS,
  emailHashSql,
  idSql,
  IDENTIFIED_EVERY,
  keyHash,
  MODE,
  sessionSql,
  type Shop,
} from './shops.js';

const then = `to_timestamp(${BEGINNING_MS / 1000})`;
const mode = `'${MODE}'`;

export const merchantSql = (shop: string): string => idSql('merchant', shop, shop);

/** The shops themselves; clicks follow. */
export async function fillShops(client: Client, shops: readonly Shop[]): Promise<void> {
  const given = 'json_to_recordset($1) as s(number int, hash text, campaigns int, affiliates int)';
  const parameters = [JSON.stringify(shops.map((shop) => ({ ...shop, hash: keyHash(shop) })))];
  for (const sql of [...accounts(given), campaigns(given), ...affiliates(given)]) {
    await client.query(sql, parameters);
  }
}

function accounts(given: string): string[] {
  const id = merchantSql('number');
  const times = { created_at: then, changed_at: then };
  const key = { key_hash: `decode(hash, 'hex')`, id: idSql('key', 'number', 'number'), merchant_id: id };
  return [
    insertSql('merchants', { id, name: `'Shop ' || number`, ...times }, given),
    insertSql('api_keys', { ...key, mode, name: `'bench'`, last_four: `'abcd'`, ...times }, given),
  ];
}

/** One of each kind of terms: once a customer, always, a flat sum once, twelve months. */
function campaigns(given: string): string {
  const values = {
    merchant_id: merchantSql('number'),
    mode,
    id: idSql('campaign', 'number', 'c'),
    name: `'Campaign ' || c`,
    status: `'ACTIVE'`,
    landing_url: `'https://shop.example/'`,
    commission_type: `case c % 4 when 2 then 'FIXED' else 'PERCENTAGE' end`,
    commission_rate: '(array[1000, 750, 500, 2000])[c % 4 + 1]',
    currency: `'EUR'`,
    commission_recurring: 'c % 2 = 1',
    recurring_months_limit: 'case c % 4 when 3 then 12 end',
    attribution_window_days: '90',
    terms_frozen_at: then,
    created_at: then,
    updated_at: then,
  };
  return insertSql('campaigns', values, `${given}, generate_series(0, campaigns - 1) c`);
}

function affiliates(given: string): string[] {
  const from = `${given}, generate_series(0, affiliates - 1) a`;
  const tenant = { merchant_id: merchantSql('number'), mode };
  const id = idSql('affiliate', 'number', 'a');
  const code = `'bench-' || number || '-' || a`;
  const affiliate = { email: `'affiliate' || a || '@example.com'`, first_name: `'Alex'`, status: `'ACTIVE'` };
  const link = { affiliate_id: id, campaign_id: idSql('campaign', 'number', 'a % campaigns'), code };
  return [
    insertSql('affiliates', { ...tenant, id, ...affiliate, created_at: then, updated_at: then }, from),
    insertSql('tracking_codes', { ...tenant, code }, from),
    insertSql('affiliate_links', { ...tenant, ...link, created_at: then }, from),
  ];
}

export interface Clicks {
  /** Numbers of the first and the last session, and of their clicks; they are dealt to the shops in turn. */
  from: number;
  to: number;
  /** When session number 0 was made, and how long after it each next one. */
  startMs: number;
  stepMs: number;
}

export function clickMs(clicks: Clicks, index: number): number {
  return clicks.startMs + index * clicks.stepMs;
}

/** What statements know of each session `i`: its shop, the how-maniest of the shop it is, its time, its click's affiliate. */
export function numbered(shops: readonly Shop[], clicks: Clicks): string {
  const { number: first = 0, affiliates = 1, campaigns = 1 } = shops[0] ?? {};
  const ms = `${clicks.startMs}::bigint + i * ${clicks.stepMs}`;
  const round = `i / ${shops.length}`;
  return `(select i, (${first} + i % ${shops.length})::int as shop, ${round} as round, ${ms} as ms,
    to_timestamp((${ms}) / 1000.0) as at, ${round} % ${affiliates} as a, ${round} % ${affiliates} % ${campaigns} as c
    from generate_series(${clicks.from}::bigint, ${clicks.to}::bigint) i) n`;
}

/** Sessions and clicks of shops that are all of one size and numbered one after the other. */
export async function fillClicks(client: Client, shops: readonly Shop[], clicks: Clicks): Promise<void> {
  const from = numbered(shops, clicks);
  const tenant = { merchant_id: merchantSql('shop'), mode };
  const session = sessionSql('shop', 'i');
  const ifIdentified = (value: string) => `case when round % ${IDENTIFIED_EVERY} = 0 then ${value} end`;
  const identity = {
    email_hash: ifIdentified(emailHashSql('shop', 'i')),
    identified_at: ifIdentified('at'),
    vouched: ifIdentified('true'),
  };
  const click = {
    id: idSql('click', 'shop', 'i', 'ms'),
    session_id: session,
    affiliate_id: idSql('affiliate', 'shop', 'a'),
    campaign_id: idSql('campaign', 'shop', 'c'),
    source: `'REDIRECT'`,
    clicked_at: 'at',
  };
  await client.query(
    insertSql('session_directory', { ...tenant, session_id: session, created_at: 'at' }, from),
  );
  await client.query(insertSql('sessions', { ...tenant, id: session, created_at: 'at', ...identity }, from));
  await client.query(insertSql('clicks', { ...tenant, ...click }, from));
}

/**
 * Statistics of what is filled, as autovacuum would have made them, which does not look at empty tables either: told that one is
 * empty, PostgreSQL would plan for that and be wrong soon.
 */
export async function analyzeFilled(client: Client): Promise<void> {
  await client.query(
    'analyze merchants, api_keys, campaigns, affiliates, affiliate_links, tracking_codes, sessions, session_directory, clicks',
  );
}
