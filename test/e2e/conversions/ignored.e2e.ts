// Nothing beside an order's own four fields loses it: what cannot be taken is left out or mended, told in `ignored`, and the order, or
// the refund, is recorded.
import { createHash } from 'node:crypto';
import { startApp, type TestApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique, type TestClick, type TestLink, type TestMerchant } from '../../support/makers.js';

const lines: string[] = [];
let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;
let click: TestClick;

beforeAll(async () => {
  app = await startApp({ onLog: (line) => lines.push(line) });
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
  click = await app.make.click(link);
});
afterAll(() => app.close());

const MENDED = 'holds U+0000 or half of a character (a lone surrogate); U+FFFD is kept in its place';
const nested = (levels: number): object => (levels === 0 ? {} : { a: nested(levels - 1) });

/** Sends an order with a good session and these fields, twice: recorded and credited, then found known, and told the same. */
async function recorded(fields: object, rawFields = '') {
  const body = { ...app.make.order(), sessionId: click.sessionId, ...fields };
  const rawBody = JSON.stringify(body).replace(/\}$/, `${rawFields}}`);
  const first = (await app.api.expect('recordPostback', 201, { as: merchant.test, rawBody })).body.data;
  expect(first).toMatchObject({ status: 'ATTRIBUTED', commissionAmount: 499, replayed: false });
  const again = (await app.api.expect('recordPostback', 200, { as: merchant.test, rawBody })).body.data;
  expect(again).toEqual({ ...first, replayed: true });
  const dry = await app.api.expect('recordPostback', 200, {
    as: merchant.test,
    rawBody: rawBody.replace(body.externalId, `dry-${unique()}`),
    query: { dryRun: true },
  });
  expect(dry.body.data.ignored).toEqual(first.ignored);
  return first;
}

describe('metadata that cannot be kept: the order is recorded without it, and told why', () => {
  it.each<[string, unknown, string]>([
    ['a list', [{ sku: 1 }], 'be an object'],
    ['the empty list of a language that has no empty object', [], 'be an object'],
    ['a text', 'note', 'be an object'],
    ['the empty text', '', 'be an object'],
    ['a number', 17, 'be an object'],
    ['a boolean', true, 'be an object'],
    ['51 keys', Object.fromEntries([...Array(51).keys()].map((n) => [`k${n}`, n])), 'have at most 50 keys'],
    ['a key of 65 characters', { ['k'.repeat(65)]: 1 }, 'have keys of at most 64 characters'],
    ['9 KiB', { note: 'x'.repeat(9 * 1024) }, 'be at most 8192 bytes as JSON'],
    ['33 levels', nested(33), 'not be nested more than 32 levels deep'],
  ])('%s', async (_, metadata, rule) => {
    expect(await recorded({ metadata })).toMatchObject({
      metadata: null,
      ignored: [{ path: ['metadata'], message: `was not kept: it must ${rule}` }],
    });
  });
});

it('a text in metadata that was cut inside an emoji, or holds U+0000, is kept with U+FFFD: the order is recorded', async () => {
  const metadata = { note: 'caf\ud83d', list: [{ 'a\u0000': '\u0000' }], fine: '😀' };
  const data = await recorded({ metadata });
  expect(data.metadata).toEqual({ note: 'caf\uFFFD', list: [{ 'a\uFFFD': '\uFFFD' }], fine: '😀' });
  expect(data.ignored).toEqual([
    { path: ['metadata', 'note'], message: MENDED },
    { path: ['metadata', 'list', 0, 'a\uFFFD'], message: MENDED },
  ]);
});

describe('customerEmailHash that is no hash: the order is recorded, the attempt is INVALID, the next evidence decides', () => {
  it.each([
    ['an email', (marker: string) => `${marker}@example.com`],
    ['an MD5', (marker: string) => createHash('md5').update(marker).digest('hex')],
    ['a hash of 63 digits', (marker: string) => createHash('sha256').update(marker).digest('hex').slice(1)],
    ['a text with U+0000', (marker: string) => `${marker}\u0000\ud800`],
    ['a page of text', (marker: string) => marker.repeat(500)],
  ])('%s; it is neither stored, nor answered, nor logged', async (_, make) => {
    const marker = `marker${unique()}`;
    const sent = make(marker);
    const seen = sent.replace('\u0000\ud800', '').slice(0, 30);
    const body = app.make.order({ customerEmailHash: sent, affiliateCode: link.code });
    const again = { ...body, affiliateCode: null, customerId: `cus-${unique()}` };
    const reply = await app.api.expect('recordPostback', 201, { as: merchant.test, body });
    expect(reply.body.data).toMatchObject({ status: 'ATTRIBUTED', attribution: { matchedBy: 'CODE' } });
    const bare = { ...again, externalId: `order-${unique()}` };
    const other = await app.api.expect('recordPostback', 201, { as: merchant.test, body: bare });
    expect(other.body.data.attribution.attempts).toMatchObject([
      { evidence: 'EMAIL', value: null, result: 'INVALID' },
      { evidence: 'CUSTOMER', result: 'NOT_FOUND' },
    ]);
    const path = { conversionId: other.body.data.conversionId as string };
    const read = await app.api.expect('getConversion', 200, { as: merchant.test, path });
    for (const text of [reply.text, other.text, read.text, lines.join('\n')])
      expect(text).not.toContain(seen);
    for (const table of ['conversions', 'awaiting_evidence', 'work', 'conversion_history']) {
      const rows = await app.rows.query(`select 1 from ${table} t where t::text like '%' || $1 || '%'`, [
        seen,
      ]);
      expect([table, rows]).toEqual([table, []]);
    }
  });

  it('blanks around a hash are trimmed, and the email beside a hash that is none counts', async () => {
    const email = `ann-${unique()}@example.com`;
    const hash = createHash('sha256').update(email).digest('hex');
    const visit = await app.make.click(link);
    const identity = { session_id: visit.sessionId, customer_email_hash: hash };
    await app.api.expect('identify', 200, { as: merchant.test, body: identity });
    for (const fields of [
      { customerEmailHash: ` ${hash.toUpperCase()}\r\n` },
      { customerEmailHash: 'none at all', customerEmail: email },
    ]) {
      const body = app.make.order(fields);
      const { data } = (await app.api.expect('recordPostback', 201, { as: merchant.test, body })).body;
      expect(data.attribution.matchedBy).toBe('EMAIL');
    }
  });
});

it.each<[string, object, string]>([
  ['a customer id of 256 characters', { customerId: 'x'.repeat(256) }, 'CUSTOMER'],
  ['an email with U+0000', { customerEmail: 'a\u0000@example.com' }, 'EMAIL'],
  ['an email cut inside an emoji', { customerEmail: 'a\ud83d@example.com' }, 'EMAIL'],
])('%s is an attempt INVALID: the order is recorded', async (_, fields, evidence) => {
  expect((await recorded(fields)).ignored).toEqual([]);
  const body = app.make.order(fields);
  const { data } = (await app.api.expect('recordPostback', 201, { as: merchant.test, body })).body;
  expect(data.attribution.attempts).toEqual([
    expect.objectContaining({ evidence, value: null, result: 'INVALID' }),
  ]);
});

it('a field that nobody knows and that resembles none of ours is ignored and told: the order is recorded', async () => {
  const data = await recorded({ loyaltyTier: 'gold', buyer: { name: 'Ann' } }, ',"__proto__":{"amount":1}');
  expect(data.ignored).toEqual(
    ['loyaltyTier', 'buyer', '__proto__'].map((name) => ({ path: [name], message: 'is not known here' })),
  );
  expect(JSON.stringify(data)).not.toMatch(/gold|Ann/);
});

describe('a repeat', () => {
  const post = (status: 200 | 201 | 409, body: object) =>
    app.api.call('recordPostback', { as: merchant.test, body: invalid(body) }).then((reply) => {
      expect(reply.status).toBe(status);
      return reply.body as { data: { ignored: unknown[]; metadata: unknown }; error: { details: unknown[] } };
    });

  it('is contradicted by nothing that was ignored, whatever stands there now', async () => {
    const body = app.make.order();
    const bad = { ...body, metadata: [1], loyaltyTier: 'gold' };
    await post(201, bad);
    const better = { ...body, metadata: 'text', loyaltyTier: 'silver' };
    expect((await post(200, better)).data.ignored).toHaveLength(2);
    expect((await post(200, body)).data.ignored).toEqual([]);
  });

  it('that contradicts the order is 409 by its own four fields alone', async () => {
    const body = { ...app.make.order(), metadata: [], loyaltyTier: 1 };
    await post(201, body);
    const { error } = await post(409, { ...body, amount: 1, metadata: 'x' });
    expect(error.details).toMatchObject([{ field: 'amount', yours: 1, ours: 4990 }]);
    expect(error.details).toHaveLength(1);
  });

  it('that brings metadata which the first call could not is told that it comes too late', async () => {
    const body = app.make.order();
    await post(201, { ...body, metadata: [] });
    const { data } = await post(200, { ...body, metadata: { a: 1 } });
    expect(data.metadata).toBeNull();
    expect(data.ignored).toEqual([
      { path: ['metadata'], message: 'differs from the stored conversion, which stays as it is' },
    ]);
  });
});

describe('a refund is recorded whatever its reason is', () => {
  async function refund(fields: object, ifUnknown?: 'keep') {
    const externalId = `order-${unique()}`;
    if (!ifUnknown) {
      const order = app.make.order({ externalId, affiliateCode: link.code });
      await app.api.expect('recordPostback', 201, { as: merchant.test, body: order });
    }
    const body = invalid({ externalId, ...(ifUnknown && { ifUnknown }), ...fields });
    const call = () => app.api.call('refundConversion', { as: merchant.test, body });
    const [first, again] = [await call(), await call()];
    expect([first.status, again.status]).toEqual(ifUnknown ? [202, 202] : [200, 200]);
    const [told, toldAgain] = [first, again].map(
      (reply) => (reply.body as { data: { ignored: unknown[] } }).data.ignored,
    );
    expect(toldAgain).toEqual(told);
    const kept = ifUnknown ? 'kept_refunds' : 'refunds';
    const rows = await app.rows.query<{ reason: string | null }>(
      `select reason from ${kept} where merchant_id = $1 order by id desc limit 1`,
      [merchant.id],
    );
    return { reason: rows[0]?.reason, ignored: told };
  }
  const told = (message: string) => [{ path: ['reason'], message }];
  const cut = 'is longer than 500 characters; the first 500 are kept';

  it.each<[string, unknown, string | null, unknown[]]>([
    ['empty', '', null, []],
    ['too long', `${'x'.repeat(499)}😀😀`, `${'x'.repeat(499)}😀`, told(cut)],
    ['cut inside an emoji', 'broken \ud83d', 'broken \uFFFD', told(MENDED)],
    ['with U+0000', 'a\u0000', 'a\uFFFD', told(MENDED)],
    ['no text', 42, null, told('was not kept: it must be a string')],
  ])('%s', async (_, reason, kept, ignored) => {
    expect(await refund({ reason })).toEqual({ reason: kept, ignored });
    expect(await refund({ reason }, 'keep')).toEqual({ reason: kept, ignored });
  });

  it('with a field that nobody knows, which is told', async () => {
    const { ignored } = await refund({ restocked: true });
    expect(ignored).toEqual([{ path: ['restocked'], message: 'is not known here' }]);
  });
});
