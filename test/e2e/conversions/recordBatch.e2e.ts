// recordBatch: each item has the result that its single call would have had, and none sinks another.
import type { components } from '#generated/schema.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique, type TestMerchant } from '../../support/makers.js';

type Item = components['schemas']['BatchItemResult'];

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
});

async function batch(conversions: unknown[], key = merchant.test) {
  return batchOfTexts(
    conversions.map((item) => JSON.stringify(item)),
    key,
  );
}

async function batchOfTexts(items: string[], key = merchant.test) {
  const rawBody = `{"conversions":[${items.join(',')}]}`;
  return (await app.api.expect('recordBatch', 200, { as: key, rawBody })).body.data;
}

const outcomes = ({ results }: { results: Item[] }) => results.map(({ result }) => result);
const none = { created: 0, replayed: 0, conflict: 0, invalid: 0, failed: 0 };

async function stored(merchantId: string): Promise<number> {
  const [row] = await app.rows.query<{ count: string }>(
    'select count(*) from conversions where merchant_id = $1',
    [merchantId],
  );
  return Number(row?.count);
}

it('gives each item its own result, in the order they were sent', async () => {
  const [known, taken] = [app.make.order(), app.make.order({ amount: 100 })];
  await batch([known, taken]);
  const fresh = app.make.order({ metadata: { note: 'new' } });
  const items = [fresh, { ...taken, amount: 200 }, 'no object', known, { ...app.make.order(), amount: 1.5 }];
  const { results, counts } = await batch(items);
  expect(results.map(({ index, result, status }) => [index, result, status])).toEqual([
    [0, 'created', 201],
    [1, 'conflict', 409],
    [2, 'invalid', 400],
    [3, 'replayed', 200],
    [4, 'invalid', 422],
  ]);
  expect(counts).toEqual({ created: 1, replayed: 1, conflict: 1, invalid: 2, failed: 0 });
  expect(results.map(({ externalId }) => externalId)).toEqual([
    fresh.externalId,
    taken.externalId,
    null,
    known.externalId,
    (items[4] as { externalId: string }).externalId,
  ]);
  for (const { data, error } of results) expect([data, error].filter((one) => one === null)).toHaveLength(1);
});

it('an attributed order earns its commission as in a call of its own', async () => {
  const link = await app.make.link(merchant.test);
  const order = app.make.order({ affiliateCode: link.code, amount: 4990 });
  const { results } = await batch([order]);
  expect(results[0]?.data).toMatchObject({ status: 'ATTRIBUTED', commissionAmount: 499, replayed: false });
  const single = await app.api.expect('recordPostback', 200, { as: merchant.test, body: order });
  expect(single.body.data).toEqual({ ...results[0]?.data, replayed: true });
  const [replay] = (await batch([order])).results;
  expect(replay?.data).toEqual(single.body.data);
});

/** Bodies that a single call refuses. */
const refused: Record<string, string> = {
  null: 'null',
  'a number': '17',
  'a text': '"order"',
  'a list': '[{}]',
  'an empty object': '{}',
  'a decimal': order('"amount":49.9'),
  'a sale of 0': order('"amount":0'),
  'no evidence': order('').replace(',"sessionId":null', ''),
  'a misspelt field': order('"sesionId":"x"'),
  'U+0000': order('"customerId":"a\\u0000b"'),
  'a lone surrogate': order('"customerId":"a\\ud800b"'),
  'dryRun in the body': order('"dryRun":true'),
  'names of objects': '{"__proto__":1,"constructor":2,"toString":3}',
  'an order of the next century': order('"occurredAt":"2126-01-01T00:00:00Z"'),
  'an email and the hash of another': order(
    `"customerEmail":"a@example.com","customerEmailHash":"${'a'.repeat(64)}"`,
  ),
  '70 KB': order(`"sessionId":"${'x'.repeat(70_000)}"`),
};

function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}

/** The last of two fields of one name counts. */
function order(fields: string): string {
  const base =
    '{"externalId":"refused-1","conversionType":"SALE","amount":100,"currency":"EUR","sessionId":null';
  return fields === '' ? `${base}}` : `${base},${fields}}`;
}

/** An item's error has no docUrl: a batch of a thousand would say it a thousand times. */
function errorOfItem({ error: { docUrl, ...error } }: { error: Record<string, unknown> }): object {
  expect(docUrl).toEqual(expect.any(String));
  return error;
}

it.each(Object.keys(refused))('what a single call refuses is invalid in the same words: %s', async (name) => {
  const rawBody = refused[name] as string;
  const single = await app.api.call('recordPostback', { as: merchant.live, rawBody });
  const { results } = await batchOfTexts([rawBody], merchant.live);
  expect(results).toEqual([
    {
      index: 0,
      externalId: rawBody.includes('"refused-1"') ? 'refused-1' : null,
      result: 'invalid',
      status: single.status,
      data: null,
      error: errorOfItem(single.body as { error: Record<string, unknown> }),
    },
  ]);
  const stored = 'select 1 from conversions where merchant_id = $1 and mode = $2';
  expect(await app.rows.query(stored, [merchant.id, 'live'])).toEqual([]);
});

it('what a single call takes without some of it is taken in the same words', async () => {
  const items = [
    `"metadata":${nested(33)}`,
    `"metadata":${nested(5000)}`,
    '"metadata":[]',
    '"metadata":{"note":"caf\\ud83d"},"loyaltyTier":"gold"',
    '"customerEmailHash":"ann@example.com"',
  ];
  for (const fields of items) {
    const named = (name: string) => order(fields).replace('refused-1', name);
    const [one, other] = [`single-${unique()}`, `item-${unique()}`];
    const single = await app.api.expect('recordPostback', 201, { as: merchant.test, rawBody: named(one) });
    const { results } = await batchOfTexts([named(other)]);
    const { data } = results[0] as { data: typeof single.body.data };
    expect(results[0]?.result).toBe('created');
    const { ignored, metadata, attribution } = single.body.data;
    expect(data).toMatchObject({ ignored, metadata });
    expect(data.attribution.attempts).toEqual(attribution.attempts);
  }
});

it('of many faults an item names ten, and one at least; of what was ignored as many', async () => {
  const wrong = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`externalId${n}`, n]));
  const unknown = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`unknownField${n}`, n]));
  const { results } = await batch([
    wrong,
    { ...app.make.order(), ...unknown },
    { ...app.make.order(), metadata: JSON.parse(deepFaults()) as object },
  ]);
  expect(results[0]?.error?.details).toHaveLength(10);
  expect(results[1]?.data?.ignored).toHaveLength(10);
  expect(results[2]?.data?.ignored).toHaveLength(1);
});

/** A fault below names so long that its path alone fills what an item may say. */
function deepFaults(): string {
  const name = '😀'.repeat(60);
  return `${`{"${name}":`.repeat(12)}["\\u0000","\\u0000"]${'}'.repeat(12)}`;
}

it('items with all their faults take at most 3 KiB of the reply each', async () => {
  const wrong = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`externalId${n}`, n]));
  const body = { conversions: Array.from({ length: 200 }, () => wrong) };
  const reply = await app.api.expect('recordBatch', 200, { as: merchant.test, body });
  expect(reply.body.data.counts).toEqual({ ...none, invalid: 200 });
  expect(Buffer.byteLength(reply.text)).toBeLessThan(200 * 3 * 1024);
});

describe('equal externalIds in one batch', () => {
  it('are carried out one after the other: the first decides, the later ones find it known', async () => {
    const first = app.make.order({ amount: 100 });
    const others = Array.from({ length: 20 }, () => app.make.order());
    const items = [first, ...others, { ...first, amount: 200 }, { ...first, currency: 'USD' }, first];
    expect(outcomes(await batch(items))).toEqual([
      ...Array.from({ length: 21 }, () => 'created'),
      'conflict',
      'conflict',
      'replayed',
    ]);
  });

  it('add their evidence in their order', async () => {
    const link = await app.make.link(merchant.test);
    const one = app.make.order({ sessionId: `unknown-${unique()}` });
    const { results } = await batch([one, { ...one, affiliateCode: link.code }, one]);
    expect(results.map(({ data }) => data?.status)).toEqual(['UNATTRIBUTED', 'ATTRIBUTED', 'ATTRIBUTED']);
    expect(results.map(({ data }) => data?.replayed)).toEqual([false, true, true]);
  });

  it('an invalid one before them takes nothing from them', async () => {
    const one = app.make.order();
    expect(outcomes(await batch([{ ...one, amount: -1 }, one, { ...one, amount: 'x' }, one]))).toEqual([
      'invalid',
      'created',
      'invalid',
      'replayed',
    ]);
  });
});

it('takes a thousand items, and the whole batch repeated is replayed throughout', async () => {
  const shop = await app.make.merchant();
  const items = Array.from({ length: 1000 }, (_, n) => app.make.order({ amount: n + 1 }));
  const first = await batch(items, shop.test);
  expect(first.counts).toEqual({ ...none, created: 1000 });
  expect(first.results.map(({ externalId }) => externalId)).toEqual(
    items.map(({ externalId }) => externalId),
  );
  expect(first.results.map(({ data }) => data?.amount)).toEqual(items.map(({ amount }) => amount));
  const again = await batch(items, shop.test);
  expect(again.counts).toEqual({ ...none, replayed: 1000 });
  expect(again.results.map(({ data }) => data?.conversionId)).toEqual(
    first.results.map(({ data }) => data?.conversionId),
  );
  expect(await stored(shop.id)).toBe(1000);
});

it('a thousand equal items make one order, in time', async () => {
  const one = app.make.order();
  const { counts } = await batch(Array.from({ length: 1000 }, () => one));
  expect([counts.created, counts.conflict, counts.invalid]).toEqual([1, 0, 0]);
  expect(counts.replayed).toBeGreaterThan(100);
});

it('twenty equal batches at once make each order once', async () => {
  const shop = await app.make.merchant();
  const items = Array.from({ length: 60 }, () => app.make.order());
  const all = await Promise.all(Array.from({ length: 20 }, () => batch(items, shop.test)));
  for (const index of items.keys()) {
    const results = all.map(({ results }) => results[index] as Item);
    expect(results.map(({ result }) => result).sort()).toEqual([
      'created',
      ...Array.from({ length: 19 }, () => 'replayed'),
    ]);
    expect(new Set(results.map(({ data }) => data?.conversionId)).size).toBe(1);
  }
  expect(await stored(shop.id)).toBe(60);
});

it("the other mode's orders are others", async () => {
  const one = app.make.order();
  expect(outcomes(await batch([one], merchant.test))).toEqual(['created']);
  const shop = await app.make.merchant();
  expect(outcomes(await batch([one], shop.test))).toEqual(['created']);
  expect(outcomes(await batch([one], shop.live))).toEqual(['created']);
});

it.each([
  ['no conversions', {}],
  ['null', { conversions: null }],
  ['an object', { conversions: { 0: {} } }],
  ['an empty list', { conversions: [] }],
  ['1,001 items', { conversions: Array.from({ length: 1001 }, () => 1) }],
])('%s is 422 for the call as a whole', async (_, body) => {
  const reply = await app.api.expect('recordBatch', 422, { as: merchant.test, body: invalid(body) });
  expect(reply.body.error.details).toEqual([
    { path: ['conversions'], message: expect.stringMatching(/is required|a list|at (least|most)/) as string },
  ]);
});

it('a body of 1 MiB is taken, one byte more is 413', async () => {
  const text = JSON.stringify({ conversions: [app.make.order()] });
  const exactly = text.padEnd(1024 * 1024, ' ');
  await app.api.expect('recordBatch', 200, { as: merchant.test, rawBody: exactly });
  await app.api.expect('recordBatch', 413, { as: merchant.test, rawBody: `${exactly} ` });
});
