// A service on a database with enough rows that PostgreSQL has a choice: one merchant with 20,000 orders and campaigns and
// affiliates by the thousand, and 2,500 merchants that have a few orders each.
import { Client } from 'pg';
import { fillConversions, takeSample } from '../../../bench/growth/preload.js';
import { fillClicks, fillShops, type Clicks } from '../../../bench/world/fill.js';
import { makeTraffic } from '../../../bench/world/orders.js';
import { idOf, makeShop, type Shop } from '../../../bench/world/shops.js';
import { startApp, type TestApp } from '../../support/app.js';
import { DAY_MS } from '#platform/time/time-units.js';

const SAMPLE_ORDERS = 60;
/** Rows of others in tables that few rows of ours are in. */
const OTHERS = 20_000;
/**
 * A statement with a JSON array is planned for a hundred elements, and identifying for up to 16 sessions of each: of fewer rows than
 * this PostgreSQL would rather read them all, and be right.
 */
const MANY_OTHERS = 60_000;

export interface World {
  app: TestApp;
  /** Past the service. */
  client: Client;
  big: Shop;
  /** One of the many. */
  small: Shop;
  /** Sessions of both go by these numbers; a small merchant's are every 2,500th. */
  smalls: number;
}

export async function openWorld(): Promise<World> {
  const app = await startApp();
  const client = await app.rows.session();
  const big = makeShop(0, { campaigns: 2500, affiliates: 2500 });
  const small = Array.from({ length: 2500 }, (_, at) => makeShop(1 + at, { campaigns: 1, affiliates: 1 }));
  await fillShops(client, [big, ...small]);
  const sample = await recordSample(app, client, big);
  await fillConversions(client, { shops: [big], sample }, clicksUpTo(20_000));
  await fillConversions(client, { shops: small, sample }, clicksUpTo(10_000));
  await fillOthers(client);
  await fillPeople(client, big, small[7] as Shop);
  await client.query('analyze');
  return { app, client, big, small: small[7] as Shop, smalls: small.length };
}

/** What waits for later and keys of others: nothing that any call of today asks for. And the directory, which fillShops leaves out. */
async function fillOthers(client: Client): Promise<void> {
  const others = `from generate_series(1, ${OTHERS}) i`;
  const manyOthers = `from generate_series(1, ${MANY_OTHERS}) i`;
  for (const sql of [
    `insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
     select gen_random_uuid(), 'live', gen_random_uuid(), 'CONVERSION', i::text, now(), now() + interval '1 day', 9 ${others}`,
    `insert into pending_identities (session_id, merchant_id, mode, email_hash, created_at)
     select 'pending_' || i, gen_random_uuid(), 'live', sha256(i::text::bytea), now() ${others}`,
    `insert into awaiting_evidence (merchant_id, mode, kind, value, conversion_id)
     select gen_random_uuid(), 'live', 'SESSION', 'rcs_' || i, gen_random_uuid() ${others}`,
    `insert into api_keys (key_hash, id, merchant_id, mode, name, last_four, created_at, changed_at)
     select sha256(i::text::bytea), gen_random_uuid(), gen_random_uuid(), 'live', 'key', 'abcd',
       now() - interval '1 day', now() - interval '1 day' ${manyOthers}`,
    `insert into sessions (merchant_id, mode, id, created_at)
     select gen_random_uuid(), 'live', 'rcs_' || i, now() ${manyOthers}`,
    `insert into refunds (merchant_id, mode, id, conversion_id, name, amount, created_at)
     select gen_random_uuid(), 'live', gen_random_uuid(), gen_random_uuid(), 'rest', 1, now() ${others}`,
    `insert into kept_refunds (merchant_id, mode, external_id, name, id, created_at)
     select gen_random_uuid(), 'live', 'kept-' || i, 'rest', gen_random_uuid(), now() ${others}`,
    `insert into commission_entries (merchant_id, mode, commission_id, id, type, amount, created_at)
     select gen_random_uuid(), 'live', gen_random_uuid(), gen_random_uuid(), 'REFUND', -1, now() ${others}`,
    `insert into tier_counters (merchant_id, mode, campaign_id, affiliate_id, revenue)
     select gen_random_uuid(), 'live', gen_random_uuid(), gen_random_uuid(), 1 ${others}`,
    // A few of each affiliate: of one for each merchant, any index of the table would do, and PostgreSQL would take any.
    `insert into payouts (merchant_id, mode, id, payout_key, affiliate_id, currency, amount, commission_count, status, created_at)
     select a.merchant_id, a.mode, gen_random_uuid(), a.id::text || i, a.id,
       (array['EUR', 'CHF'])[i % 2 + 1], 1, 1, (array['PAID', 'PENDING'])[i / 2 % 2 + 1], now()
     from affiliates a, generate_series(1, 4) i`,
    `insert into payout_items (merchant_id, mode, payout_id, commission_id, amount)
     select gen_random_uuid(), 'live', gen_random_uuid(), gen_random_uuid(), 1 ${others}`,
    `insert into site_token_directory (token, merchant_id, mode)
     select 'rcst_' || i, gen_random_uuid(), 'live' ${others}`,
    `insert into site_installations (merchant_id, mode, token, created_at)
     select gen_random_uuid(), 'live', 'rcst_' || i, now() ${manyOthers}`,
    `insert into captured_sessions (merchant_id, mode, test_id, session_id, captured_at)
     select gen_random_uuid(), 'live', 'test-' || i, 'rcs_' || i, now() ${others}`,
    `insert into site_origins (merchant_id, mode, origin, first_seen_at, last_seen_at)
     select gen_random_uuid(), 'live', 'https://shop-' || i || '.example.com', now(), now() ${others}`,
    'insert into campaign_directory (campaign_id, merchant_id, mode) select id, merchant_id, mode from campaigns',
    `insert into campaign_directory (campaign_id, merchant_id, mode)
     select gen_random_uuid(), gen_random_uuid(), 'live' ${others}`,
  ]) {
    await client.query(sql);
  }
}

/** People of all merchants, and what the audit log says they did: ten entries of each merchant, of the big one as many as there are orders; and the last requests. */
async function fillPeople(client: Client, big: Shop, watched: Shop): Promise<void> {
  const merchant = idOf('merchant', big.number, big.number);
  const entry = 'insert into audit_log (merchant_id, id, person_id, action, target, details, created_at)';
  const actions = `(array['SIGNED_IN', 'SIGNED_OUT', 'KEY_MADE', 'MEMBER_INVITED'])[i % 4 + 1]`;
  const at = `now() - interval '1 minute' * i`;
  for (const [sql, parameters] of [
    [
      `insert into people (id, email, name, language, time_zone, created_at)
       select md5('person' || i)::uuid, 'person-' || i || '@example.com', 'Somebody', 'en', 'UTC', now()
       from generate_series(0, ${OTHERS - 1}) i`,
      [],
    ],
    [
      `insert into person_sessions (token_hash, id, person_id, device, created_at, last_used_at, confirmed_at)
       select sha256(id::text::bytea), id, id, 'Firefox', now(), now(), now() from people`,
      [],
    ],
    [
      `insert into memberships (merchant_id, person_id, role, created_at)
       select coalesce(m.id, $1), p.id, 'VIEWER', now() from people p
       left join lateral (select id from merchants where p.email > 'person-2' order by id
         offset abs(hashtext(p.email)) % 2000 limit 1) m on true where p.email < 'person-3'`,
      [merchant],
    ],
    [
      `${entry} select $1, gen_random_uuid(), md5('person' || i % 300)::uuid, ${actions}, 't', '{}', ${at}
       from generate_series(1, ${OTHERS}) i`,
      [merchant],
    ],
    [
      `${entry} select m.id, gen_random_uuid(), md5('person' || i)::uuid, ${actions}, 't', '{}', ${at}
       from merchants m, generate_series(1, 10) i where m.id <> $1`,
      [merchant],
    ],
    [
      `insert into event_feeds (merchant_id, mode, last_position, created_at)
       select id, mode, 1000, now() from merchants, unnest(array['live', 'test']) mode`,
      [],
    ],
    [
      // Some wait, as after an outage.
      `insert into event_outbox (merchant_id, mode, id, written_at, happenings)
       select id, 'test', gen_random_uuid(), now(), '[]' from merchants, generate_series(1, 10) where id <> $1`,
      [merchant],
    ],
    [
      `insert into events (merchant_id, mode, position, id, event, subject_id, sequence, happened_at, numbered_at, body)
       select id, mode, i, gen_random_uuid(), 'conversion.created', gen_random_uuid(), 1, now(), now(), '{}'
       from merchants, unnest(array['live', 'test']) mode,
         lateral generate_series(1, case when id in ($1, $2) then 20000 else 10 end) i`,
      // Of a handful PostgreSQL would rather read all, and be right.
      [merchant, idOf('merchant', watched.number, watched.number)],
    ],
    [
      `insert into webhook_endpoints (merchant_id, mode, id, name, url, payload, ordering, status, secret, secret_hint, created_at, updated_at)
       select id, mode, gen_random_uuid(), 'Shop', 'https://shop.example.com/', 'FULL', 'NONE', 'PAUSED', '', 'abcd', now(), now()
       from merchants, unnest(array['live', 'test']) mode`,
      [],
    ],
    [
      `insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_position, event_id, event, subject_id, sequence, state, attempts, due_at, created_at)
       select e.merchant_id, e.mode, gen_random_uuid(), e.id, 'EVENT', i, gen_random_uuid(), 'conversion.created', gen_random_uuid(), 1,
         case i % 5 when 0 then 'WAITING' when 1 then 'FAILED' else 'DELIVERED' end, 1, now(), now() from webhook_endpoints e, generate_series(1, 10) i`,
      [],
    ],
    [
      `insert into webhook_attempts (merchant_id, mode, delivery_id, id, started_at, duration_ms, status, headers, body, is_cut)
       select merchant_id, mode, id, gen_random_uuid(), now(), 20, 200, '{}', 'ok', false from webhook_deliveries`,
      [],
    ],
    [
      // The last requests of each, as they are once two hundred have been made.
      `insert into request_batches (merchant_id, mode, failed, id, call_count, calls)
       select m.id, mode, failed, gen_random_uuid(), 20, '[]' from merchants m, unnest(array['live', 'test']) mode,
         unnest(array[true, false]) failed, generate_series(1, 10)`,
      [],
    ],
  ] as const)
    await client.query(sql, [...parameters]);
}

function clicksUpTo(count: number): Clicks {
  return {
    from: 0,
    to: count - 1,
    startMs: Date.now() - 30 * DAY_MS,
    stepMs: Math.floor((29 * DAY_MS) / count),
  };
}

/** What the service makes of some orders: all others are copies of these. */
async function recordSample(app: TestApp, client: Client, shop: Shop): Promise<number> {
  const clicks = clicksUpTo(1000);
  await fillClicks(client, [shop], clicks);
  const order = makeTraffic({ shops: [shop], clicks }).stretch('sample');
  for (let n = 0; n < SAMPLE_ORDERS; n++) {
    const { headers, body } = order(n);
    await app.api.expect('recordPostback', 201, { rawBody: body ?? '', headers: headers ?? {} });
  }
  await app.settled();
  return takeSample(client);
}
