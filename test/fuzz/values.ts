// Values as the contract's schemas allow them, also at their edges, with the ids and names of things that are really there.
import type { Random } from '#demo/random.js';
import { resolve, type Json } from '../contract/support/document.js';
import { SECRET, type Tenant, type World } from './world.js';

const ASTRAL = '😀';
const DAY_MS = 86_400_000;
const CURRENCIES = ['EUR', 'EUR', 'EUR', 'USD', 'eur', 'JPY', 'KWD'];
const PAGES = ['errors', 'getting-started', 'refunds', 'reference', 'index', 'nowhere', 'search-index.json'];
/** As a page makes them: few, so that clicks and orders meet. */
const SESSIONS = 40;
const CUSTOMERS = 30;

/** The values of one request. */
export class Values {
  constructor(
    readonly random: Random,
    private readonly world: World,
    /** Whose things are meant. */
    readonly tenant: Tenant,
    private readonly now: Date,
  ) {}

  /** A value for a field or parameter of this name. */
  of(name: string, declared: Json): unknown {
    const schema = resolve(declared);
    const types = [schema['type']].flat() as string[];
    const [type = 'string'] = types;
    if (types.includes('null') && this.random.chance(0.15)) return null;
    const named = NAMED[name];
    if (named && this.random.chance(0.93)) return named(this);
    if (Array.isArray(schema['enum'])) return this.random.pick(schema['enum'] as unknown[]);
    if (schema['const'] !== undefined) return schema['const'];
    switch (type) {
      case 'object':
        return schema['properties'] === undefined ? this.metadata() : this.object(schema);
      case 'array':
        return this.list(name, schema);
      case 'boolean':
        return this.random.chance(0.5);
      case 'integer':
      case 'number':
        return this.number(schema);
      default:
        return this.text(schema);
    }
  }

  /** All required fields, and some of the others. */
  object(schema: Json): Json {
    const required = new Set((schema['required'] ?? []) as string[]);
    const fields = Object.entries(schema['properties'] as Record<string, Json>)
      .filter(([name]) => required.has(name) || this.random.chance(0.35))
      .map(([name, property]): [string, unknown] => [name, this.of(name, property)]);
    return kept(Object.fromEntries(fields), schema);
  }

  /** Mostly one of the tenant's own, seldom another's, one that nobody has, or none at all. */
  id(prefix: string): string {
    const known = this.random.weighted([
      [this.tenant.known.get(prefix) ?? this.world.shared.get(prefix), 82],
      [this.random.pick(this.world.tenants).known.get(prefix), 10],
      [[`${prefix}_01m1dzpw00e67v766vvtayqg9r`], 5],
      [
        [
          prefix,
          `${prefix}_`,
          `${prefix}_01M1DZPW00E67V766VVTAYQG9R`,
          `${prefix}_81m1dzpw00e67v766vvtayqg9r`,
        ],
        3,
      ],
    ]);
    return known === undefined || known.length === 0 ? `${prefix}_none` : this.random.pick(known);
  }

  /** One that replies have named, or a new one. */
  known(field: string, fresh: string, chanceOfKnown = 0.6): string {
    const known = this.tenant.known.get(field) ?? [];
    return known.length > 0 && this.random.chance(chanceOfKnown) ? this.random.pick(known) : fresh;
  }

  /** A name with the tenant's word, such as nobody else has. */
  fresh(kind: string): string {
    return `${kind}-${this.random.below(1e9).toString(36)}-${this.tenant.word}`;
  }

  session(): string {
    return this.random.chance(0.3) ? this.id('rcs') : `s_session_${this.random.below(SESSIONS)}`;
  }

  email(): string {
    const name = `${SECRET}.${this.tenant.word}.${this.random.below(CUSTOMERS)}@example.com`;
    return this.random.weighted([
      [name, 8],
      [name.toUpperCase(), 1],
      [this.known('email', name), 3],
    ]);
  }

  hash(): string {
    return String(this.random.below(CUSTOMERS)).padStart(64, this.random.pick(['a', 'A', '0']));
  }

  /** Around now, seldom far. */
  time(): string {
    const days = this.random.weighted<number>([
      [this.random.next() * 2, 8],
      [this.random.next() * 400, 3],
      [-1 / 600, 1],
      [this.random.pick([400, 0, 36_500, -400]), 1],
    ]);
    const text = new Date(this.now.getTime() - days * DAY_MS).toISOString();
    return this.random.weighted([
      [text, 8],
      [text.replace('Z', '+14:00'), 1],
      [text.replace(/\.\d+Z/, 'z'), 1],
      [text.replace('Z', '999-00:00'), 1],
    ]);
  }

  trackedAddress(): string {
    const code = encodeURIComponent(this.known('code', 'nobody', 0.9));
    return this.random.pick([
      `https://go.example.com/r/${code}`,
      `https://shop.example.com/?ref=${code}`,
      `https://${this.tenant.word}.example.com/a/b?x=1&ref=${code}#top`,
    ]);
  }

  private metadata(): Json {
    const entries = Array.from({ length: this.random.pick([0, 1, 2, 50]) }, (_, index) => [
      `key${index}`,
      this.random.pick<unknown>([index, null, this.tenant.word, ASTRAL, { deeper: [1, { and: 'deeper' }] }]),
    ]);
    return Object.fromEntries(entries) as Json;
  }

  private list(name: string, schema: Json): unknown[] {
    const items = schema['items'] as Json;
    const itemSchema = items['x-item-schema'];
    const ref = typeof itemSchema === 'string' ? { $ref: `#/components/schemas/${itemSchema}` } : items;
    const most = Math.min((schema['maxItems'] as number | undefined) ?? 5, 40);
    const length = this.random.chance(0.05) ? most : 1 + this.random.below(4);
    return Array.from({ length }, () => this.of(name.replace(/s$/, ''), ref)); // commissionIds: each a commissionId
  }

  private number(schema: Json): number {
    const least = (schema['minimum'] as number | undefined) ?? 0;
    const most = (schema['maximum'] as number | undefined) ?? 1_000;
    const usual = Math.min(most, Math.max(least, 1) + this.random.below(10_000));
    const fine = schema['type'] === 'number' && this.random.chance(0.3) ? 0.01 : 0;
    return this.random.weighted([
      [usual, 8],
      [least, 1],
      [Math.max(least, most - fine), 1],
      [Math.min(most, least + 1 + fine), 1],
    ]);
  }

  private text(schema: Json): string {
    const pattern = /\[([^\]]+)\]\{(\d+)(?:,(\d+))?\}/.exec((schema['pattern'] as string | undefined) ?? '');
    const least = Number(pattern?.[2] ?? schema['minLength'] ?? 0);
    const most = Number(pattern?.[3] ?? pattern?.[2] ?? schema['maxLength'] ?? 300);
    const length = this.random.weighted([
      [Math.min(most, least + this.random.below(20)), 6],
      [least, 1],
      [most, 1],
    ]);
    if (pattern) return 'aB3'.repeat(length).slice(0, length);
    const letters = this.random.pick(['a', 'é', ASTRAL, ' ', '"', '\\', "'", '%', '<', '\n', '=']);
    const word = length >= this.tenant.word.length + 2 ? this.tenant.word : '';
    return word + letters.repeat(length - word.length);
  }
}

/** What the fields of some names are when they are to mean something. */
const NAMED: Record<string, (values: Values) => unknown> = {
  campaignId: (values) => values.id('cmp'),
  affiliateId: (values) => values.id('aff'),
  conversionId: (values) => values.id('cnv'),
  commissionId: (values) => values.id('cmm'),
  payoutId: (values) => values.id('pay'),
  clickId: (values) => values.id('clk'),
  cid: (values) => values.id('clk'),
  sessionId: (values) => values.session(),
  session_id: (values) => values.session(),
  rcsid: (values) => values.session(),
  externalId: (values) => values.known('externalId', values.fresh('order'), 0.4),
  affiliateCode: (values) => values.known('code', values.fresh('code'), 0.9),
  code: (values) => values.known('code', values.fresh('code'), 0.2),
  email: (values) => values.email(),
  customerEmail: (values) => values.email(),
  customerEmailHash: (values) => values.hash(),
  customer_email_hash: (values) => values.hash(),
  emailHash: (values) => values.hash(),
  customerId: (values) => `customer-${values.random.below(CUSTOMERS)}-${values.tenant.word}`,
  currency: (values) => values.random.pick(CURRENCIES),
  occurredAt: (values) => values.time(),
  paidAt: (values) => values.time(),
  from: (values) => values.time(),
  to: (values) => values.time(),
  cursor: (values) => values.known('nextCursor', 'AaIDoazjdvSoNOEkUB9VxQ', 0.95),
  limit: (values) => values.random.pick([1, 2, 25, 100, 101, 1e9]),
  endpointId: (values) => values.id('whe'),
  deliveryId: (values) => values.id('whd'),
  eventId: (values) => values.id('evt'),
  after: (values) => values.known('cursor', 'AAAAAAAAAAE', 0.95),
  state: (values) => values.random.pick(['WAITING', 'DELIVERED', 'FAILED', 'SKIPPED']),
  url: (values) => `https://${values.tenant.word}.example.com/${values.fresh('hook')}`,
  landingUrl: (values) => `https://${values.tenant.word}.example.com/${values.fresh('page')}?a=b`,
  tracking_url: (values) => values.trackedAddress(),
  siteToken: (values) => values.known('siteToken', 'rcst_2r1hzq0v6d8xk9mbn4tce7wgya', 0.9),
  testId: (values) => `check-${values.random.below(5)}`,
  page: (values) => values.random.pick(PAGES),
  commissionRate: (values) => values.random.pick([0, 0.01, 5, 10, 12.5, 33.33, 99.99, 100]),
  refundId: (values) => `refund-${values.random.below(6)}`,
  adjustmentId: (values) => `adjustment-${values.random.below(6)}`,
  payoutKey: (values) => values.known('payoutKey', values.fresh('payout'), 0.3),
  status: (values) => values.random.pick(['ACTIVE', 'ACTIVE', 'ACTIVE', 'PENDING', 'PAUSED', 'SUSPENDED']),
};

/** The rules that no schema can hold, kept most of the time: else hardly an order were taken. */
function kept(body: Json, schema: Json): Json {
  if (!Object.hasOwn(schema['properties'] ?? {}, 'conversionType')) return body;
  const evidence = [
    'sessionId',
    'clickId',
    'affiliateCode',
    'customerEmailHash',
    'customerEmail',
    'customerId',
  ];
  if (body['sessionId'] !== undefined && body['rcsid'] !== undefined) delete body['rcsid'];
  if (body['clickId'] !== undefined && body['cid'] !== undefined) delete body['cid'];
  if (body['customerEmailHash'] !== undefined) delete body['customerEmail'];
  if (evidence.every((name) => body[name] === undefined)) body['sessionId'] = null;
  if (body['conversionType'] === 'SALE' && body['amount'] === 0) body['amount'] = 1;
  return body;
}
