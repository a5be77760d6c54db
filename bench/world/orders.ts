// The traffic: which orders the merchants' servers report, the same for every subject. Bodies are put together from pieces made
// beforehand, because making them takes time from what is measured.
import { createHash } from 'node:crypto';
import type { LoadRequest } from '../load/load-client.js';
import { clickMs, type Clicks } from './fill.js';
import { clickIdOf, codeOf, emailHashOf, IDENTIFIED_EVERY, sessionOf, type Shop } from './shops.js';

const POOL = 8192;
const RETURNING_CUSTOMERS = 1000;
/** No such session was ever made. */
const UNKNOWN = 'rcs_unknown';
/** No such shop either. */
const NO_SHOP = 4095;

type Evidence = Record<string, string | null>;

type Maker = (visit: Visit, random: () => number) => Evidence;

const unknownSession: Maker = (_, random) => ({ sessionId: `${UNKNOWN}${digits(random)}` });
const unknownEmail: Maker = (_, random) => ({
  customerEmailHash: emailHashOf(NO_SHOP, Math.floor(random() * 1e9)),
});
const noVisit: Maker = () => ({ sessionId: null });

/** How many of twenty orders come with which evidence. One in ten matches nothing. */
const mix: readonly (readonly [number, Maker])[] = [
  [10, bySession],
  [3, byClick],
  [3, byCode],
  [2, byEmail],
  [1, unknownSession],
  [0.5, unknownEmail],
  [0.5, noVisit],
];
const matching = new Set<Maker>([bySession, byClick, byCode, byEmail]);
/** The share of orders that find their affiliate. */
export const MATCHING_SHARE = 0.9;

interface Visit {
  shop: Shop;
  /** The number of the session and its click. */
  index: number;
  /** Sessions are dealt to the shops in turn: how many there are, and the how-maniest of its shop this one is. */
  shops: number;
  round: number;
  clicks: Clicks;
}

/** An order but for the name and, where it has one, the new customer's id. */
interface Piece {
  headers: Record<string, string>;
  /** After the external id. */
  rest: string;
  hasNewCustomer: boolean;
}

export interface Traffic {
  /** The orders of a stretch by number; stretches with different names never name the same order. */
  stretch(name: string): (n: number) => LoadRequest;
}

export interface TrafficOptions {
  shops: readonly Shop[];
  clicks: Clicks;
  /** Orders that differ in more than their name. */
  poolSize?: number;
  /** Which sessions orders follow from; default: any. Gets numbers from 0 to 1. */
  pickSession?: (random: () => number) => number;
}

export function makeTraffic({ shops, clicks, poolSize = POOL, pickSession }: TrafficOptions): Traffic {
  const random = seeded(7);
  const pick = pickSession ?? ((next) => clicks.from + Math.floor(next() * (clicks.to - clicks.from + 1)));
  const headers = shops.map((shop) => ({
    Authorization: `Bearer ${shop.key}`,
    'Content-Type': 'application/json',
  }));
  const pool = Array.from({ length: poolSize }, (): Piece => {
    const index = pick(random);
    const at = index % shops.length;
    const round = Math.floor(index / shops.length);
    const visit = { shop: shops[at] as Shop, index, shops: shops.length, round, clicks };
    return makePiece(headers[at] as Piece['headers'], makerAt(random() * 20), visit, random);
  });
  return { stretch: (name) => ordersOf(name, pool) };
}

function ordersOf(stretch: string, pool: readonly Piece[]): (n: number) => LoadRequest {
  // Somewhere else in the pool for each stretch, and at the same place for each subject.
  const from = createHash('md5').update(stretch).digest().readUInt32BE();
  return (n) => {
    const { headers, rest, hasNewCustomer } = pool[(from + n) % pool.length] as Piece;
    const customer = hasNewCustomer ? `,"customerId":"cus-${stretch}-${n}"` : '';
    const body = `{"externalId":"${stretch}-${n}"${customer}${rest}`;
    return { method: 'POST', path: '/api/v1/conversions/postback', headers, body };
  };
}

/** Every second order names its customer, one in five of these a returning one; every second has metadata. */
function makePiece(headers: Piece['headers'], maker: Maker, visit: Visit, random: () => number): Piece {
  const namesCustomer = random() < 0.5;
  // A returning customer would match an order that is to match nothing.
  const returns = namesCustomer && matching.has(maker) && random() < 0.2;
  const order = {
    conversionType: 'SALE',
    amount: 1000 + Math.floor(random() * 50_000),
    currency: 'EUR',
    ...maker(visit, random),
    ...(returns ? { customerId: `cus-${Math.floor(random() * RETURNING_CUSTOMERS)}` } : {}),
    ...(random() < 0.5 ? { metadata: { cart: `web-${digits(random)}`, items: 3 } } : {}),
  };
  return {
    headers,
    rest: `,${JSON.stringify(order).slice(1)}`,
    hasNewCustomer: namesCustomer && !returns,
  };
}

function bySession({ shop, index }: Visit): Evidence {
  return { sessionId: sessionOf(shop.number, index) };
}

function byClick({ shop, index, clicks }: Visit): Evidence {
  return { clickId: clickIdOf(shop.number, index, clickMs(clicks, index)) };
}

function byCode({ shop }: Visit, random: () => number): Evidence {
  return { affiliateCode: codeOf(shop.number, Math.floor(random() * shop.affiliates)) };
}

/** By the nearest session of the same shop, at or before this one, that was identified. */
function byEmail({ shop, index, shops, round }: Visit): Evidence {
  return { customerEmailHash: emailHashOf(shop.number, index - (round % IDENTIFIED_EVERY) * shops) };
}

function makerAt(place: number): Maker {
  let rest = place;
  for (const [share, maker] of mix) {
    if (rest < share) return maker;
    rest -= share;
  }
  return bySession;
}

function digits(random: () => number): string {
  return String(Math.floor(random() * 1e9)).padStart(9, '0');
}

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
