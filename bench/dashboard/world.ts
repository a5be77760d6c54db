// One merchant with many orders, the service on it, and a person who is signed in there.
import { randomBytes } from 'node:crypto';
import { hashToken, makeSessionToken } from '#accounts/sessions/session.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import type { Client } from 'pg';
import { grow, settleDown, type Growth } from '../growth/preload.js';
import { recordSample } from '../growth/sample.js';
import { say, sayHowFar } from '../report/progress.js';
import type { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import type { Program } from '../stage/program.js';
import { startService } from '../stage/service.js';
import { clickMs, type Clicks } from '../world/fill.js';
import { makeTraffic, type Traffic } from '../world/orders.js';
import { clickIdOf, emailHashOf, idOf, makeShop, MODE, sessionOf, type Shop } from '../world/shops.js';

const DATABASE = 'bench_dashboard';
/** All orders are of so many days. */
const DAYS = 60;

export interface World {
  program: Program;
  traffic: Traffic;
  /** The session's token, for its cookie. */
  token: string;
  /** As X-Merchant and X-Mode name what is looked at. */
  tenant: { merchant: string; mode: string };
  /** Of one order among many: what its page and "Why?" are asked with. */
  example: Record<'conversionId' | 'affiliateId' | 'clickId' | 'sessionId' | 'emailHash', string>;
  /** How many conversions there are now. */
  count(): Promise<number>;
}

/** @param orders how many the merchant has before anything is measured */
export async function openWorld(end: End, cluster: Cluster, orders: number): Promise<World> {
  const shop = makeShop(0, { campaigns: 5, affiliates: 200 });
  const stepMs = Math.max(1, Math.floor(((DAYS - 1) * DAY_MS) / orders));
  const startMs = Date.now() - DAYS * DAY_MS;
  const clicksUpTo = (to: number): Clicks => ({ from: 0, to: to - 1, startMs, stepMs });
  await cluster.createDatabase(DATABASE);
  say('recording a sample of orders');
  const growth: Growth = { cluster, database: DATABASE, shops: [shop], sample: 0 };
  await recordSample(end, growth, clicksUpTo);
  await grow(growth, clicksUpTo(orders), (done) => sayHowFar('orders', done, orders));
  say('vacuum, analyze, checkpoint');
  await settleDown(cluster, DATABASE);
  const client = await cluster.connect(DATABASE);
  const merchantId = idOf('merchant', 0, 0);
  const token = await signIn(client, merchantId);
  const program = await startService(end, cluster, DATABASE);
  const count = async () =>
    (await client.query<{ count: number }>('select count(*)::int from conversions')).rows[0]?.count ?? 0;
  return {
    program,
    traffic: makeTraffic({ shops: [shop], clicks: clicksUpTo(orders) }),
    token,
    tenant: { merchant: toPublicId('mer', merchantId), mode: MODE },
    example: exampleOf(shop, clicksUpTo(orders)),
    count,
  };
}

/** An owner with a session, written as the service would have. @returns the session's token */
async function signIn(client: Client, merchantId: string): Promise<string> {
  const personId = newId();
  const token = makeSessionToken();
  await client.query(
    `insert into people (id, email, name, language, time_zone, password_hash, created_at)
     values ($1, $2, 'Ada Lovelace', 'en', 'Europe/Paris', null, now())`,
    [personId, `ada-${randomBytes(4).toString('hex')}@example.com`],
  );
  await client.query(
    `insert into memberships (merchant_id, person_id, role, created_at) values ($1, $2, 'OWNER', now())`,
    [merchantId, personId],
  );
  await client.query(
    `insert into person_sessions (token_hash, id, person_id, device, address, created_at, last_used_at, confirmed_at)
     values ($1, $2, $3, 'Benchmark', '127.0.0.0', now(), now(), now())`,
    [Buffer.from(hashToken(token), 'hex'), newId(), personId],
  );
  return token;
}

/** From the middle of all there is: what is asked for seldom is in no cache. */
function exampleOf({ number, affiliates }: Shop, clicks: Clicks): World['example'] {
  const middle = Math.floor(clicks.to / 2) & ~3; // every fourth session was identified
  const ms = clickMs(clicks, middle);
  return {
    conversionId: toPublicId('cnv', idOf('conversion', number, middle, ms)),
    affiliateId: toPublicId('aff', idOf('affiliate', number, middle % affiliates)),
    clickId: clickIdOf(number, middle, ms),
    sessionId: sessionOf(number, middle),
    emailHash: emailHashOf(number, middle),
  };
}
