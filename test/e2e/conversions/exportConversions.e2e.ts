// exportConversions: every conversion that fits, once, as CSV.
import { get, type IncomingMessage } from 'node:http';
import { DATABASE_PATIENCE_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../support/app.js';
import { triedAgain } from '../../support/connecting.js';
import { holdTime } from '../../support/held-time.js';
import { until } from '../../support/until.js';
import { insertManyConversions } from '../../support/many-conversions.js';
import { unique, type TestMerchant } from '../../support/makers.js';
import { readCsv, toWritten } from '../../support/read-csv.js';

type Row = Record<string, string>;

let app: TestApp;
let merchant: TestMerchant;
const lines: string[] = [];

beforeAll(async () => {
  app = await startApp({ onLog: (line) => lines.push(line) });
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

async function exported(query: Record<string, string> = {}, key = merchant.test): Promise<Row[]> {
  return toRows((await app.api.expect('exportConversions', 200, { as: key, query })).text);
}

function toRows(text: string): Row[] {
  const [names = [], ...records] = readCsv(text);
  expect(records.filter((record) => record.length !== names.length)).toEqual([]);
  return records.map((record) =>
    Object.fromEntries(names.map((name, index) => [name, record[index] as string])),
  );
}

async function record(fields: Parameters<typeof app.make.order>[0] = {}, key = merchant.test) {
  return (await app.api.expect('recordPostback', 201, { as: key, body: app.make.order(fields) })).body.data;
}

/** What a reply says of itself as the cells of those columns that bear its fields' names; what has parts is looked at apart. */
function asCells({ attribution, ...fields }: Awaited<ReturnType<typeof record>>, row: Row): Row {
  const told = Object.entries({ ...fields, matchedBy: attribution.matchedBy }).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null ? [] : [[name, value === null ? '' : String(value)] as const],
  );
  return Object.fromEntries(told.filter(([name]) => name in row));
}

const namesOf = (rows: Row[]) => rows.map((row) => row['externalId']);

it('has a row for each conversion, the newest first, with everything that the conversion says of itself', async () => {
  const link = await app.make.link(merchant.test);
  const bare = await record({ conversionType: 'LEAD', amount: 0 });
  const paid = await record({ affiliateCode: link.code, metadata: { note: 'a "gift", for you', n: 1 } });
  const reply = await app.api.expect('exportConversions', 200, { as: merchant.test });
  expect(reply.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="conversions.csv"',
    'cache-control': 'no-store',
    'transfer-encoding': 'chunked',
  });
  expect(reply.headers['content-length']).toBeUndefined();
  const [first, second] = toRows(reply.text);
  expect(first).toEqual({ ...first, ...asCells(paid, first!), commissionResult: 'EARNED' });
  expect(first).toMatchObject({
    commissionStatus: 'PENDING',
    commissionEarned: '499',
    commissionAmount: '499',
  });
  expect(JSON.parse(first?.['metadata'] as string)).toEqual(paid.metadata);
  expect(second).toEqual({ ...second, ...asCells(bare, second!), commissionResult: 'UNATTRIBUTED' });
  for (const name of ['matchedBy', 'commissionStatus', 'commissionEarned', 'metadata'])
    expect([name, second![name]]).toEqual([name, '']);
});

it('what a spreadsheet would take for a formula is text, in whatever it splits at; what is quoted comes back whole', async () => {
  const shop = await app.make.merchant();
  const formulas = [
    '=cmd()',
    '+1',
    '-1',
    '@x',
    '\tx',
    '\rx',
    '＝1',
    "'=1",
    '\uFEFF=1',
    "a;=cmd|'/c calc'!A1;x",
  ];
  const names = [...formulas, 'a,b', 'a"b', 'a\r\nb', ' plain ', '日本,🚀'];
  for (const externalId of names) await record({ externalId }, shop.test);
  const found = namesOf(await exported({}, shop.test)).reverse();
  expect(found.map((name) => toWritten(name ?? ''))).toEqual(names);
  expect(found.slice(formulas.length)).toEqual(names.slice(formulas.length));
  expect(found.slice(0, formulas.length)).toEqual([
    ...formulas.slice(0, -1).map((name) => `'${name}`),
    "a;'=cmd|'/c calc'!A1;x",
  ]);
});

it('takes the filters of the list, alone and together, and finds what the list finds', async () => {
  const shop = await app.make.merchant();
  const links = [await app.make.link(shop.test), await app.make.link(shop.test)] as const;
  const day = (number: number) => new Date(Date.now() - number * 86_400_000).toISOString();
  for (const [index, days] of [30, 20, 10, 5].entries()) {
    await record({ affiliateCode: links[index % 2]?.code ?? '', occurredAt: day(days) }, shop.test);
    await record({ occurredAt: day(days) }, shop.test);
  }
  const { externalId } = await record({}, shop.test);
  const [one] = links;
  const queries: Record<string, string>[] = [
    {},
    { externalId },
    { status: 'ATTRIBUTED' },
    { affiliateId: one.affiliateId },
    { campaignId: one.campaignId },
    { from: day(15) },
    { to: day(15) },
    { from: day(25), to: day(7), status: 'UNATTRIBUTED' },
    { affiliateId: one.affiliateId, campaignId: one.campaignId, status: 'ATTRIBUTED', from: day(25) },
    { affiliateId: one.affiliateId, status: 'UNATTRIBUTED' },
    { affiliateId: 'aff_nonsense' },
  ];
  const sizes: number[] = [];
  for (const query of queries) {
    const list = await app.api.expect('listConversions', 200, { as: shop.test, query });
    const expected = list.body.data.map((conversion) => conversion.externalId);
    expect([query, namesOf(await exported(query, shop.test))]).toEqual([query, expected]);
    sizes.push(expected.length);
  }
  expect(sizes).toEqual([9, 1, 4, 2, 2, 5, 4, 2, 1, 0, 0]);
});

it('is its header alone where there is nothing, and shows nothing of others', async () => {
  const stranger = await app.make.merchant();
  await record();
  const { text } = await app.api.expect('exportConversions', 200, { as: stranger.test });
  expect(text).toMatch(/^conversionId,externalId,.*,metadata(,\w+)*\r\n$/);
  expect(await exported({}, merchant.live)).toEqual([]);
});

it.each([
  ['a status that does not exist', 'status=PAID'],
  ['a period that ends before it begins', 'from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z'],
  ['a page', 'limit=10'],
  ['a misspelt filter', 'externalID=x'],
])('%s is 422, as JSON', async (_, query) => {
  const reply = await app.api.expect('exportConversions', 422, { as: merchant.test, query });
  expect(reply.body.error.details).toHaveLength(1);
});

it('HEAD says what it would be', async () => {
  const reply = await app.api.expect('exportConversions', 200, { as: merchant.test, method: 'HEAD' });
  expect([reply.text, reply.headers['content-disposition']]).toEqual([
    '',
    'attachment; filename="conversions.csv"',
  ]);
});

/** More than fits between the service and a reader who does not read. */
describe('of 14 MB', () => {
  const COUNT = 2_400;
  let shop: TestMerchant;

  beforeAll(async () => {
    shop = await app.make.merchant();
    await insertManyConversions(app.rows, shop.id, 'test', COUNT, 6000);
  });

  function open(requestId = unique()): Promise<IncomingMessage> {
    const headers = { authorization: `Bearer ${shop.test}`, 'x-request-id': requestId };
    return new Promise((resolve, reject) => {
      get(`${app.api.baseUrl}/api/v1/conversions/export`, { headers, agent: false }, resolve).on(
        'error',
        reject,
      );
    });
  }

  async function textOf(reply: IncomingMessage): Promise<string> {
    let text = '';
    for await (const chunk of reply.setEncoding('utf8')) text += chunk as string;
    return text;
  }

  /** Exports that hold a connection while they do not read. */
  const holding = () =>
    app.rows.query(
      `select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'
         and query like '%commission_earned%'`,
    );

  it('each is there once, in one order, also those a page ends with', async () => {
    const rows = await exported({}, shop.test);
    expect(namesOf(rows)).toEqual(Array.from({ length: COUNT }, (_, n) => `many-${COUNT - n}`));
    expect(rows.filter((row) => row['commissionAmount'] === '499')).toHaveLength(COUNT / 2);
  });

  it('what is recorded while it is read is not in it, and takes nothing from it', async () => {
    const reply = await open();
    for (let n = 0; n < 5; n++) await record({}, shop.test);
    expect(namesOf(toRows(await textOf(reply)))).toHaveLength(COUNT);
    expect(await exported({ externalId: 'many-17' }, shop.test)).toHaveLength(1);
  });

  it('readers who do not read hold no transaction, and nobody else up', async () => {
    const replies = await Promise.all(Array.from({ length: 12 }, () => open()));
    for (let times = 0; times < 20; times++) {
      expect(await holding()).toEqual([]);
      await record({}, shop.live);
    }
    for (const reply of replies) reply.destroy();
  });

  it('when the database goes away for long, the file breaks off for all to see, and the log says why', async () => {
    const requestId = unique();
    const reply = await open(requestId);
    await app.gate.shut();
    const time = holdTime();
    let end: unknown = null;
    void textOf(reply).then(
      () => (end = 'an orderly end'),
      (error: unknown) => (end = error),
    );
    // It comes to the database when its reader has taken what is there already.
    await until(() => {
      time.advance(DATABASE_PATIENCE_MS / 10);
      return end !== null;
    });
    time.release();
    expect(end).toMatchObject({ code: 'ECONNRESET' });
    await app.gate.open();
    const logged = lines.filter((line) => line.includes(requestId)).map((line) => JSON.parse(line) as Row);
    expect(logged).toContainEqual(
      expect.objectContaining({
        msg: 'the reply broke off after its beginning',
        operation: 'exportConversions',
      }),
    );
  });

  it('a short outage is waited out', async () => {
    const reply = await open();
    await app.gate.shut();
    const text = textOf(reply);
    await triedAgain(20); // those who look now and then try too
    await app.gate.open();
    expect(toRows(await text).length).toBeGreaterThanOrEqual(COUNT);
  });

  it('a service that stops ends it in time', async () => {
    const replica = await startApp({ sharing: app });
    const url = `${replica.api.baseUrl}/api/v1/conversions/export`;
    const headers = { authorization: `Bearer ${shop.test}` };
    const reply = await new Promise<IncomingMessage>((resolve) =>
      get(url, { headers, agent: false }, resolve),
    );
    const broken = new Promise((resolve) => reply.on('error', resolve));
    await replica.close(); // it would never end if it waited for this reader
    reply.resume();
    expect(await broken).toMatchObject({ code: 'ECONNRESET' });
  });
});
