// Fills a database with conversions of the past, as the service itself records them: a sample of its own rows, copied with new
// names and ids, each with a click, a session, a history, and a commission, a claim or a wait for evidence where the sample has one.
import type { Client } from 'pg';
import type { Cluster } from '../stage/cluster.js';
import { fillClicks, merchantSql, numbered, type Clicks } from '../world/fill.js';
import { insertSql } from '../world/insert.js';
import { idSql, MODE, sessionSql, type Shop } from '../world/shops.js';

const CHUNK = 25_000;
/** One for each core of a small machine. */
const AT_ONCE = 2;
/** What visits and orders leave behind and is loaded here … */
const loaded = [
  ...['sessions', 'session_directory', 'clicks', 'conversions', 'commissions', 'conversion_history'],
  ...['customer_claims', 'customer_credits', 'awaiting_evidence'],
];
/** … and what is there only for a while. */
const passing = ['work', 'pending_identities'];

/** Keeps what the service has recorded so far as the sample and empties the tables. @returns how many orders it has */
export async function takeSample(client: Client): Promise<number> {
  await client.query(
    `create table bench_sample as
     select row_number() over () - 1 as sample, c.conversion_type, c.amount, c.currency, c.status, c.evidence, c.metadata,
       c.attribution, m.amount as commission, h.details,
       exists (select from customer_claims k where k.conversion_id = c.id) as has_claim,
       exists (select from customer_credits k where k.conversion_id = c.id) as has_credit,
       (select kind from awaiting_evidence w where w.conversion_id = c.id limit 1) as awaits
     from conversions c
     join conversion_history h on h.conversion_id = c.id and h.event = 'RECORDED'
     left join commissions m on m.conversion_id = c.id`,
  );
  const { rows } = await client.query<{ count: number }>('select count(*)::int from bench_sample');
  await client.query('alter table bench_sample add primary key (sample)');
  await client.query(`truncate ${[...loaded, ...passing].join(', ')}`);
  await client.query('analyze bench_sample');
  return rows[0]?.count ?? 0;
}

export interface Growth {
  cluster: Cluster;
  database: string;
  shops: readonly Shop[];
  sample: number;
}

/** Adds the conversions with these numbers, with all that belongs to them. @param onProgress told how many are in by now */
export async function grow(
  growth: Growth,
  clicks: Clicks,
  onProgress: (done: number) => void,
): Promise<void> {
  let next = clicks.from;
  let done = 0;
  const work = async () => {
    const client = await growth.cluster.connect(growth.database);
    await client.query('set synchronous_commit = off');
    while (next <= clicks.to) {
      const chunk = { ...clicks, from: next, to: Math.min(clicks.to, next + CHUNK - 1) };
      next = chunk.to + 1;
      await fillConversions(client, growth, chunk);
      onProgress((done += chunk.to - chunk.from + 1));
    }
    await client.end();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/** Conversions with these numbers, and the clicks they follow from. */
export async function fillConversions(
  client: Client,
  { shops, sample }: Pick<Growth, 'shops' | 'sample'>,
  clicks: Clicks,
): Promise<void> {
  await fillClicks(client, shops, clicks);
  const from = `${numbered(shops, clicks)} join bench_sample s on s.sample = n.i % ${sample}`;
  const ids = {
    conversion: idSql('conversion', 'shop', 'i', 'ms'),
    affiliate: idSql('affiliate', 'shop', 'a'),
    campaign: idSql('campaign', 'shop', 'c'),
  };
  for (const sql of [conversions(ids, from), history(ids, from), ...consequences(ids, from)]) {
    await client.query(sql);
  }
}

/** Statistics and visibility maps as they are after a while, and nothing left to be written. */
export async function settleDown(cluster: Cluster, database: string): Promise<void> {
  await cluster.asAdmin(`vacuum (analyze) ${loaded.join(', ')}`, database);
  await cluster.asAdmin('checkpoint');
}

type Ids = Record<'conversion' | 'affiliate' | 'campaign', string>;

const tenant = { merchant_id: merchantSql('shop'), mode: `'${MODE}'` };

function conversions(ids: Ids, from: string): string {
  const ifAttributed = (id: string) => `case when s.status = 'ATTRIBUTED' then ${id} end`;
  const values = {
    id: ids.conversion,
    external_id: `'old-' || i`,
    conversion_type: 's.conversion_type',
    amount: 's.amount',
    currency: 's.currency',
    occurred_at: 'at',
    recorded_at: 'at',
    is_synthetic: 'false',
    status: 's.status',
    evidence: 's.evidence',
    metadata: 's.metadata',
    attribution: 's.attribution',
    affiliate_id: ifAttributed(ids.affiliate),
    campaign_id: ifAttributed(ids.campaign),
    click_id: ifAttributed(idSql('click', 'shop', 'i', 'ms')),
    refunded_amount: '0',
  };
  return insertSql('conversions', { ...tenant, ...values }, from);
}

function history(ids: Ids, from: string): string {
  const id = idSql('history', 'shop', 'i', 'ms');
  const values = { conversion_id: ids.conversion, id, event: `'RECORDED'`, at: 'at', details: 's.details' };
  return insertSql('conversion_history', { ...tenant, ...values }, from);
}

function consequences(ids: Ids, from: string): string[] {
  const { conversion: conversion_id, affiliate: affiliate_id, campaign: campaign_id } = ids;
  const commission = {
    id: idSql('commission', 'shop', 'i', 'ms'),
    ...{ conversion_id, affiliate_id, campaign_id, currency: 's.currency', created_at: 'at' },
    ...{ amount: 's.commission', balance: 's.commission', status: `'PENDING'` },
  };
  const claim = { customer_key: `'id:old-' || i`, conversion_type: 's.conversion_type', campaign_id };
  const credit = { customer_id: `'old-' || i`, affiliate_id, campaign_id };
  const first = { conversion_id, first_occurred_at: 'at' };
  const wait = { kind: 's.awaits', value: sessionSql('shop', `'unknown-' || i`), conversion_id };
  return [
    insertSql('commissions', { ...tenant, ...commission }, `${from} where s.commission is not null`),
    insertSql('customer_claims', { ...tenant, ...claim, ...first }, `${from} where s.has_claim`),
    insertSql('customer_credits', { ...tenant, ...credit, ...first }, `${from} where s.has_credit`),
    insertSql('awaiting_evidence', { ...tenant, ...wait }, `${from} where s.awaits is not null`),
  ];
}
