// Numbers are kept digit for digit, or refused, never changed; and a field that stands twice is no field.
import { Database } from '#platform/database/database.js';
import { toConversionFilter } from '#conversions/recording/list-filter.js';
import { ExportRepository } from '#conversions/recording/export.repository.js';
import { startApp, type TestApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique, type TestMerchant } from '../../support/makers.js';
import { readCsv } from '../../support/read-csv.js';

let app: TestApp;
let merchant: TestMerchant;
let key: string;

beforeAll(async () => {
  app = await startApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});
afterAll(() => app.close());

const AS_TEXT = 'is kept as text: many programs read such a number as another; send it as a string';

/** An order's body with further fields as they are written. */
function written(fields: string, order: object = app.make.order()): string {
  return JSON.stringify(order).replace(/\}$/, `,${fields}}`);
}

async function recorded(rawBody: string, status: 200 | 201 = 201) {
  return (await app.api.expect('recordPostback', status, { as: key, rawBody })).body.data;
}

describe('a number in metadata that many programs read as another', () => {
  it('is kept as text, digit for digit, wherever the order is read, and told', async () => {
    const rawBody = written(
      '"metadata":{"shopify_order_id":820982911946154508,"list":[1,{"n":-1e400}],"fine":12.5}',
    );
    const first = await recorded(rawBody);
    const metadata = { shopify_order_id: '820982911946154508', list: [1, { n: '-1e400' }], fine: 12.5 };
    const ignored = [
      { path: ['metadata', 'shopify_order_id'], message: AS_TEXT },
      { path: ['metadata', 'list', 1, 'n'], message: AS_TEXT },
    ];
    expect(first).toMatchObject({ metadata, ignored });
    expect(await recorded(rawBody, 200)).toEqual({ ...first, replayed: true });
    const path = { conversionId: first.conversionId as string };
    expect((await app.api.expect('getConversion', 200, { as: key, path })).body.data.metadata).toEqual(
      metadata,
    );
    const query = { externalId: first.externalId };
    const list = await app.api.expect('listConversions', 200, { as: key, query });
    expect(list.body.data.map((each) => each.metadata)).toEqual([metadata]);
    const { text } = await app.api.expect('exportConversions', 200, { as: key, query });
    const [names = [], row = []] = readCsv(text);
    expect(JSON.parse(row[names.indexOf('metadata')] ?? '')).toEqual(metadata);
  });

  it('is not equal to another, though a double holds both as one', async () => {
    const order = app.make.order();
    await recorded(written('"metadata":{"id":820982911946154508}', order));
    const again = await recorded(written('"metadata":{"id":820982911946154507}', order), 200);
    expect(again.ignored).toEqual([
      { path: ['metadata', 'id'], message: AS_TEXT },
      { path: ['metadata'], message: 'differs from the stored conversion, which stays as it is' },
    ]);
  });

  it('is kept in a batch as well', async () => {
    const rawBody = `{"conversions":[${written('"metadata":{"id":820982911946154508}')}]}`;
    const [item] = (await app.api.expect('recordBatch', 200, { as: key, rawBody })).body.data.results;
    expect(item).toMatchObject({ result: 'created', data: { metadata: { id: '820982911946154508' } } });
  });

  it('counts as the text that it becomes: 8 KiB are 8 KiB in the database too', async () => {
    const many = (count: number) => `"metadata":{"a":[${Array(count).fill('1e308').join(',')}]}`;
    expect(await recorded(written(many(1130)))).toMatchObject({
      metadata: null,
      ignored: [{ path: ['metadata'], message: 'was not kept: it must be at most 8192 bytes as JSON' }],
    });
    const { conversionId, ignored } = await recorded(written(many(1000)));
    expect(ignored).toHaveLength(50);
    const path = { conversionId: conversionId as string };
    const { body } = await app.api.expect('getConversion', 200, { as: key, path });
    expect(body.data.metadata).toEqual({ a: Array(1000).fill('1e308') });
    const [row] = await app.rows.query<{ size: number }>(
      `select max(octet_length(metadata::text)) as size from conversions where metadata ? 'a'`,
    );
    expect(row?.size).toBeLessThan(1.5 * 8192);
  });

  it('is none if it is -0 or has zeros behind it: a repeat is told nothing', async () => {
    const rawBody = written('"metadata":{"n":[-0,-0.0,1.50,4.99e3,0.000001,9007199254740991]}');
    const first = await recorded(rawBody);
    expect(first).toMatchObject({
      metadata: { n: [0, 0, 1.5, 4990, 0.000001, 9007199254740991] },
      ignored: [],
    });
    expect((await recorded(rawBody, 200)).ignored).toEqual([]);
  });
});

describe('an amount', () => {
  const DIGITS = 'must not have more digits than a double holds (15 always fit)';
  const RANGE = 'must be an integer from 0 to 1000000000000';
  it.each<[string, string[]]>([
    ['4990.0000000000004', [DIGITS]],
    ['4989.99999999999999', [DIGITS]],
    ['12345678901234567890123', [DIGITS, RANGE]],
    ['1e400', [DIGITS, RANGE]],
    ['1e-7', [RANGE]],
    ['1e21', [RANGE]],
  ])('%s is refused, alone and in a batch', async (amount, messages) => {
    const order = { ...app.make.order(), amount: undefined };
    const rawBody = written(`"amount":${amount}`, order);
    const { error } = (await app.api.expect('recordPostback', 422, { as: key, rawBody })).body;
    const details = messages.map((message) => ({ path: ['amount'], message }));
    expect(error.details).toEqual(details);
    const batch = { as: key, rawBody: `{"conversions":[${rawBody}]}` };
    const [item] = (await app.api.expect('recordBatch', 200, batch)).body.data.results;
    expect(item).toMatchObject({ result: 'invalid', error: { details } });
  });

  it.each(['4990.0', '4.99e3', '499000E-2', '4990.00000000000000000000'])(
    '%s is the integer 4990',
    async (amount) => {
      const data = await recorded(written(`"amount":${amount}`, { ...app.make.order(), amount: undefined }));
      expect(data.amount).toBe(4990);
    },
  );

  it('of a refund, an adjustment, a rate and a page is refused as well, and a number is no id', async () => {
    const body = app.make.order();
    await app.api.expect('recordPostback', 201, { as: key, body });
    const refund = `{"externalId":"${body.externalId}","amount":1.0000000000000001}`;
    await app.api.expect('refundConversion', 422, { as: key, rawBody: refund });
    const { campaignId } = await app.make.link(key);
    for (const rawBody of [
      '{"commissionRate":10.0000000000000001}',
      '{"attributionWindowDays":30.0000000000000001}',
    ])
      await app.api.expect('updateCampaign', 422, { as: key, path: { campaignId }, rawBody });
    const query = invalid({ limit: '25.0000000000000001' });
    await app.api.expect('listConversions', 422, { as: key, query });
    const id = written('"externalId":820982911946154508', { ...body, externalId: undefined });
    const { error } = (await app.api.expect('recordPostback', 422, { as: key, rawBody: id })).body;
    expect(error.details).toContainEqual({ path: ['externalId'], message: 'must be a string' });
    const noObjects = { as: key, rawBody: '{"conversions":[820982911946154508]}' };
    const [item] = (await app.api.expect('recordBatch', 200, noObjects)).body.data.results;
    expect(item).toMatchObject({ result: 'invalid', error: { reason: 'NOT_AN_OBJECT' } });
  });
});

describe('a field that stands twice', () => {
  it('at the top of a body is 400, whichever it is, and nothing is recorded', async () => {
    for (const fields of ['"amount":5000', '"amount":4990', String.raw`"\u0061mount":4990`, '"x":1,"x":1']) {
      const order = app.make.order({ amount: 4990 });
      const rawBody = written(fields, order);
      const { error } = (await app.api.expect('recordPostback', 400, { as: key, rawBody })).body;
      expect(error).toMatchObject({
        code: 'INVALID_REQUEST',
        reason: 'REPEATED_FIELD',
        message: 'The body holds a field twice. Send each field once.',
      });
      await recorded(JSON.stringify(order), 201);
    }
  });

  it('in an item of a batch refuses this item alone', async () => {
    const [good, bad] = [app.make.order(), app.make.order()];
    const rawBody = `{"conversions":[${written('"amount":1', bad)},${JSON.stringify(good)}]}`;
    const { results } = (await app.api.expect('recordBatch', 200, { as: key, rawBody })).body.data;
    expect(results).toMatchObject([
      { result: 'invalid', externalId: bad.externalId, error: { reason: 'REPEATED_FIELD' } },
      { result: 'created' },
    ]);
  });

  it('in metadata costs no order: the last one is kept', async () => {
    expect(await recorded(written('"metadata":{"a":1,"a":2}'))).toMatchObject({
      metadata: { a: 2 },
      ignored: [],
    });
  });
});

it('a page of an export ends where its metadata are large, and the export has every row', async () => {
  const { id: merchantId, test } = await app.make.merchant();
  const names: string[] = [];
  for (let n = 0; n < 10; n++) {
    const body = app.make.order({ externalId: `large-${unique()}`, metadata: { n } });
    await app.api.expect('recordPostback', 201, { as: test, body });
    names.unshift(body.externalId);
  }
  // As versions that measured numbers as they were sent have kept 7.9 kB: 352 kB as text. Every third is small, or has none.
  const large = `jsonb_build_object('a', (select jsonb_agg(1e308) from generate_series(1, 1130)))`;
  await app.rows.query(
    `update conversions set metadata = case (metadata->>'n')::int % 3 when 0 then null else ${large} end where merchant_id = $1`,
    [merchantId],
  );
  const exporting = app.service.app.get(ExportRepository, { strict: false });
  const database = app.service.app.get(Database, { strict: false });
  const filter = toConversionFilter({ limit: 25, offset: 0 })!;
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const rows = await exporting.page(database.atOnce, { merchantId, mode: 'test' }, filter, after, 500);
    if (rows.length === 0) break;
    const bytes = rows.reduce((sum, row) => sum + Buffer.byteLength(row.metadata ?? ''), 0);
    expect(bytes).toBeLessThan(1024 * 1024 + 400_000);
    seen.push(...rows.map((row) => row.external_id));
    after = rows.at(-1)!.id;
  }
  expect(seen).toEqual(names);
  const { text } = await app.api.expect('exportConversions', 200, { as: test });
  expect(
    readCsv(text)
      .slice(1)
      .map((row) => row[1]),
  ).toEqual(names);
});
