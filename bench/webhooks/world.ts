// The shops of `npm run bench -- webhooks`, the service on them, and the server that their endpoints lead to.
import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DAY_MS } from '#platform/time/time-units.js';
import type { Client } from 'pg';
import { makeAuthority, makeCertificate } from '../../test/support/certificates.js';
import type { Cluster } from '../stage/cluster.js';
import type { End } from '../stage/end.js';
import { Program } from '../stage/program.js';
import { startService } from '../stage/service.js';
import { analyzeFilled, fillClicks, fillShops, type Clicks } from '../world/fill.js';
import { makeTraffic, type Traffic } from '../world/orders.js';
import { makeShop, type Shop } from '../world/shops.js';
import type { Arrivals } from './receiver.js';

const DATABASE = 'bench_webhooks';
const SESSIONS_EACH = 2_000;
/** Beside the one whose endpoint hangs. */
const QUICK_SHOPS = 50;
const SETTLE_WITHIN_MS = 120_000;

export interface World {
  cluster: Cluster;
  database: string;
  client: Client;
  program: Program;
  receiver: Receiver;
  /** Of nobody, of one with an endpoint, of many with one each. */
  orders: Record<'untold' | 'told' | 'many', Traffic>;
  /** The one with an endpoint, and the last of many, whose endpoint may hang. */
  told: Told;
  odd: Told;
  quickShops: number;
  /** Until nothing is left to tell. @throws Error when that takes too long */
  settle(): Promise<void>;
}

/** A shop with an endpoint. */
export interface Told {
  shop: Shop;
  endpointId: string;
  /** Of its endpoint's address. */
  path: string;
}

export async function openWorld(end: End, cluster: Cluster): Promise<World> {
  const shops = Array.from({ length: 2 + QUICK_SHOPS + 1 }, (_, number) =>
    makeShop(number, { campaigns: 5, affiliates: 50 }),
  );
  const [untold, told, ...many] = shops as [Shop, Shop, ...Shop[]];
  const startMs = Date.now() - 30 * DAY_MS;
  const clicks: Clicks = { from: 0, to: SESSIONS_EACH - 1, startMs, stepMs: DAY_MS / SESSIONS_EACH };
  const clicksOfMany: Clicks = { ...clicks, to: SESSIONS_EACH * many.length - 1, stepMs: 100 };
  await cluster.createDatabase(DATABASE);
  const client = await cluster.connect(DATABASE);
  await fillShops(client, shops);
  await fillClicks(client, [untold], clicks);
  await fillClicks(client, [told], clicks);
  await fillClicks(client, many, clicksOfMany);
  await analyzeFilled(client);
  const trusted = join(cluster.folder, 'tls');
  const receiver = await Receiver.start(end, cluster.folder, trusted);
  const program = await startService(end, cluster, DATABASE, {
    SECRET_KEY: randomBytes(32).toString('base64'),
    WEBHOOK_ALLOW: '127.0.0.1',
    NODE_EXTRA_CA_CERTS: join(trusted, 'ca.pem'),
  });
  const all: Told[] = [];
  for (const shop of [told, ...many]) all.push(await addEndpoint(program, shop, receiver.port));
  return {
    cluster,
    database: DATABASE,
    client,
    program,
    receiver,
    orders: {
      untold: makeTraffic({ shops: [untold], clicks }),
      told: makeTraffic({ shops: [told], clicks }),
      many: makeTraffic({ shops: many, clicks: clicksOfMany }),
    },
    told: all[0] as Told,
    odd: all.at(-1) as Told,
    quickShops: QUICK_SHOPS,
    settle: () => settle(client),
  };
}

/** What the receiving process is asked and told. */
class Receiver {
  private constructor(
    private readonly program: Program,
    private readonly control: string,
  ) {}

  /** @param trusted the folder in which its certificates will lie, and `ca.pem`, who signed them */
  static async start(end: End, folder: string, trusted: string): Promise<Receiver> {
    const authority = makeAuthority('Benchmark');
    const { cert, key } = makeCertificate(authority, { hosts: ['127.0.0.1'] });
    mkdirSync(trusted, { recursive: true });
    for (const [name, content] of Object.entries({
      'ca.pem': authority.cert,
      'cert.pem': cert,
      'key.pem': key,
    }))
      writeFileSync(join(trusted, name), content, { mode: 0o600 });
    const program = await Program.start(end, {
      name: 'receiver',
      args: ['--import', './bin/typescript.mjs', 'bench/webhooks/receiver.ts'],
      environment: { TLS: trusted },
      folder,
    });
    return new Receiver(program, `http://127.0.0.1:${program.metricsPort}`);
  }

  get port(): number {
    return this.program.port;
  }

  /** What came since the last time. */
  async arrivals(): Promise<Arrivals> {
    return (await (await fetch(this.control)).json()) as Arrivals;
  }

  /** This path hangs, or answers; from now on it is left out of the lags. */
  async setHanging(path: string, hangs: boolean): Promise<void> {
    await fetch(`${this.control}${path}`, { method: hangs ? 'PUT' : 'DELETE' });
  }
}

async function addEndpoint(program: Program, shop: Shop, port: number): Promise<Told> {
  const path = `/shop-${shop.number}`;
  const body = { name: 'Benchmark', url: `https://127.0.0.1:${port}${path}` };
  const { endpointId } = await call(program, shop, 'POST', '/webhook-endpoints', body);
  return { shop, endpointId: endpointId as string, path };
}

/** By the API, as its owner would. */
export async function setStatus(program: Program, { shop, endpointId }: Told, status: 'ACTIVE' | 'PAUSED') {
  await call(program, shop, 'PUT', `/webhook-endpoints/${endpointId}`, { status });
}

async function call(program: Program, shop: Shop, method: string, path: string, body: object) {
  const reply = await fetch(`http://127.0.0.1:${program.port}/api/v1${path}`, {
    method,
    headers: { Authorization: `Bearer ${shop.key}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  return ((await reply.json()) as { data: Record<string, unknown> }).data;
}

async function settle(client: Client): Promise<void> {
  const deadline = Date.now() + SETTLE_WITHIN_MS;
  for (;;) {
    const { rows } = await client.query<{ left: boolean }>(
      `select exists (select from work) or exists (select from event_outbox)
         or exists (select from webhook_endpoints e cross join lateral (
           select from webhook_deliveries d where d.state = 'WAITING'
             and (d.merchant_id, d.mode, d.endpoint_id) = (e.merchant_id, e.mode, e.id)
           order by d.due_at limit 1
         ) waiting where e.status = 'ACTIVE') as left`,
    );
    if (rows[0]?.left !== true) return;
    if (Date.now() > deadline) throw new Error('Deliveries went on for too long.');
    await sleep(200); // looking has its price too
  }
}
