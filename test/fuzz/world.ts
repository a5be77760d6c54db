// Who calls in a fuzz run, and what they have: two merchants, each with a live and a test world, and whatever the replies have named.
// What a tenant writes carries a word of its own, so that a reply to somebody else that holds it is seen.
import type { TestApp } from '../support/app.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { sessionHeaders } from '../support/call.js';
import { makeLockedKey, makeRevokedKey } from '../support/refused-keys.js';

/** A merchant in one mode. */
export interface Tenant {
  name: string;
  /** In whatever this tenant writes, and in nothing that others write. */
  word: string;
  /** In the merchant's own name, which both its modes may see. */
  merchantWord: string;
  key: string;
  /** The headers of a person who is signed in, for this merchant and mode. */
  session: Record<string, string>;
  /** What replies to it have named: ids by their prefix, other things by the name of their field. */
  known: Map<string, string[]>;
}

/** With which key, and whose. */
export interface Caller {
  name: string;
  /** null: no key that is good for anything. */
  tenant: Tenant | null;
  /** The Authorization header; null when there is none. */
  authorization: string | null;
}

export interface World {
  tenants: Tenant[];
  callers: (readonly [Caller, weight: number])[];
  /** What anonymous replies have named: sessions, clicks. */
  shared: Map<string, string[]>;
  /** Whose an id is. */
  owners: Map<string, Tenant>;
}

/** In all keys and emails that are sent and that no error and no log line may repeat. */
export const SECRET = 'zzsecret9';
const PUBLIC_ID = /^(cmp|aff|clk|rcs|cnv|cmm|rfd|pay|whe|whd)_[0-9a-z]{26}$/;
const KEPT_FIELDS = new Set(['code', 'externalId', 'nextCursor', 'payoutKey', 'email', 'siteToken']);
const ANONYMOUS = new Set(['clk', 'rcs']);
/** Of a kind a tenant remembers this many, the latest. */
const MOST_KNOWN = 150;

/** Two merchants and all kinds of keys, on a fresh service. */
export async function openWorld(app: TestApp): Promise<World> {
  const tenants: Tenant[] = [];
  for (const letter of ['a', 'b']) {
    const merchantWord = `zq${letter}m9`;
    const merchant = await app.make.merchant(`Shop ${merchantWord}`);
    for (const mode of ['live', 'test'] as const) {
      const word = `zq${letter}${mode[0]}9`;
      // The service's clock runs ahead in a run: who they are was said in its last hour.
      const { session } = await app.make.person(merchant.id, { at: new Date(Date.now() + DAY_MS) });
      const headers = sessionHeaders({ ...session, mode });
      tenants.push({
        name: `${letter} ${mode}`,
        word,
        merchantWord,
        key: merchant[mode],
        session: headers,
        known: new Map(),
      });
    }
  }
  const world = { tenants, callers: [], shared: new Map(), owners: new Map() };
  return { ...world, callers: await callersOf(app, tenants) };
}

async function callersOf(app: TestApp, tenants: Tenant[]): Promise<World['callers']> {
  const { id } = await app.make.merchant();
  const without = (name: string, authorization: string | null): Caller => ({
    name,
    tenant: null,
    authorization,
  });
  const revoked = await makeRevokedKey(app, id);
  const locked = await makeLockedKey(app);
  const weights = [40, 25, 10, 10];
  return [
    ...tenants.map((tenant, index) => {
      const caller = { name: tenant.name, tenant, authorization: `Bearer ${tenant.key}` };
      return [caller, weights[index] ?? 1] as const;
    }),
    [without('a revoked key', `Bearer ${revoked}`), 2],
    [without("a locked merchant's key", `Bearer ${locked}`), 2],
    [without('an unknown key', `Bearer rc_live_${SECRET}${'0'.repeat(34)}`), 2],
    [without('a malformed key', `Bearer ${SECRET}`), 2],
    [without('another scheme', `Basic ${SECRET}`), 1],
    [without('no key', null), 4],
  ];
}

/** Remembers what a reply names. @param tenant whose reply it is; null for an anonymous one */
export function learn(world: World, tenant: Tenant | null, body: unknown, field = ''): void {
  if (typeof body === 'string') {
    const prefix = PUBLIC_ID.exec(body)?.[1];
    if (prefix !== undefined) {
      const known = tenant === null || ANONYMOUS.has(prefix) ? world.shared : tenant.known;
      if (tenant !== null && !ANONYMOUS.has(prefix) && !world.owners.has(body))
        world.owners.set(body, tenant);
      remember(known, prefix, body);
    } else if (tenant !== null && KEPT_FIELDS.has(field)) remember(tenant.known, field, body);
  } else if (typeof body === 'object' && body !== null) {
    for (const [name, value] of Object.entries(body)) learn(world, tenant, value, name);
  }
}

function remember(known: Map<string, string[]>, kind: string, value: string): void {
  const values = known.get(kind) ?? [];
  known.set(kind, values);
  if (values.includes(value)) return;
  values.push(value);
  if (values.length > MOST_KNOWN) values.shift();
}
