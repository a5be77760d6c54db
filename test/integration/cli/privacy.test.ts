// A person who is erased is in no column of any table, and the merchant's money is what it was.
import type { components } from '#generated/schema.js';
import { privacyCommand } from '#cli/privacy.command.js';
import { SystemClock } from '#platform/time/clock.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { hashEmail } from '#conversions/recording/email.js';
import { startApp, type TestApp } from '../../support/app.js';
import { sessionName, unique, type TestLink, type TestMerchant } from '../../support/makers.js';
import { numbered, openFeed } from '../../support/events.js';
import { callCommand, urlOf, type Ended } from './calling.js';

type Body = components['schemas']['RecordPostbackBody'];

let app: TestApp;
let merchant: TestMerchant;
/** Pays a customer's first order only. */
let link: TestLink;
beforeAll(async () => {
  app = await startApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
  await openFeed(app, merchant.test);
});
afterAll(() => app.close());

function privacy(args: string): Promise<Ended> {
  const command = (line: Parameters<typeof privacyCommand>[0]) => privacyCommand(line, new SystemClock(), 2);
  return callCommand(command, args, { DATABASE_URL: urlOf(app.gate.address) });
}

async function erase(args: string, of = merchant) {
  const { code, stdout, stderr } = await privacy(
    `erase --merchant ${toPublicId('mer', of.id)} --json ${args}`,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { conversions, firsts, sessions, pendingIdentities } = JSON.parse(stdout) as Record<string, number>;
  return { conversions, firsts, sessions, pendingIdentities };
}

async function record(fields: Partial<Body>, status: 200 | 201 = 201) {
  const body = app.make.order(fields);
  return {
    body,
    data: (await app.api.expect('recordPostback', status, { as: merchant.test, body })).body.data,
  };
}

async function identify(sessionId: string, hash: string, as?: string): Promise<void> {
  const body = { session_id: sessionId, customer_email_hash: hash };
  await app.api.expect('identify', 200, { ...(as === undefined ? {} : { as }), body });
}

/** "table.column" of every text, jsonb or bytea that holds the value in any row. */
async function placesOf(value: string): Promise<string[]> {
  const columns = await app.rows.query<{ table: string; column: string; type: string }>(
    `select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = 'public' and data_type in ('text', 'jsonb', 'bytea')`,
  );
  const places: string[] = [];
  for (const { table, column, type } of columns) {
    const text = type === 'bytea' ? `encode(${column}, 'hex')` : `${column}::text`;
    const rows = await app.rows.query(`select 1 from ${table} where position($1 in ${text}) > 0 limit 1`, [
      value,
    ]);
    if (rows.length > 0) places.push(`${table}.${column}`);
  }
  return places.sort();
}

interface Person {
  email: string;
  hash: string;
  customerId: string;
  /** Ids of the conversions, and the bodies they were recorded with. */
  orders: { conversionId: string; body: Body }[];
}

/** Leaves traces wherever a person can leave some. */
async function somebody(): Promise<Person> {
  const [email, customerId] = [`buyer-${unique()}@example.com`, `cus-${unique()}`];
  const hash = hashEmail(email);
  const both = { customerEmailHash: hash, customerId };
  const { sessionId } = await app.make.click(link);
  await identify(sessionId, hash, merchant.test);
  const orders = [
    await record({ sessionId, ...both, metadata: { buyer: customerId, hash } }),
    await record({ customerEmail: email }), // found by email, and the email's first
    await record({ customerId }), // found by customer
    await record({ sessionId: sessionName(), affiliateCode: 'nobody', clickId: 'clk_x' }),
    await record({ customerEmailHash: hashEmail(`elsewhere-${unique()}`), customerId: `cus-${unique()}` }),
  ];
  // Evidence that a repeat brought, to an order that nothing attributes.
  const late = { externalId: orders[3]!.body.externalId, customerId: `${customerId}-late` };
  await record({ ...late }, 200);
  await identify(sessionName(), hash);
  await identify(sessionName(), hash, merchant.test);
  await app.settled();
  await numbered(app);
  for (const [kind, subject] of [
    ['EMAIL', hash],
    ['CUSTOMER', customerId],
  ]) {
    await app.rows.query(
      `insert into work values ($1, 'test', $2, $3, $4, now(), now() + interval '1 hour', 0)`,
      [merchant.id, newId(), kind, subject],
    );
  }
  return {
    email,
    hash,
    customerId,
    orders: orders.map(({ body, data }) => ({ conversionId: data.conversionId as string, body })),
  };
}

const read = async (conversionId: string) =>
  (await app.api.expect('getConversion', 200, { as: merchant.test, path: { conversionId } })).body.data;

/** Everything that money depends on. */
const money = () =>
  app.rows.query(
    `select c.id, c.external_id, c.conversion_type, c.amount, c.currency, c.occurred_at, c.recorded_at, c.status, c.affiliate_id,
       c.campaign_id, c.click_id, c.refunded_amount, c.attribution->'terms' as terms, c.attribution->'commission' as commission,
       to_jsonb(m) as earned
     from conversions c left join commissions m on m.conversion_id = c.id order by c.id`,
  );

describe('npm run privacy -- erase', () => {
  it('leaves the person in no column of any table, and the money as it was', async () => {
    const person = await somebody();
    const other = await somebody();
    expect(await placesOf(person.hash)).toEqual([
      'conversions.evidence',
      'conversions.metadata',
      'customer_claims.customer_key',
      'events.body',
      'pending_identities.email_hash',
      'sessions.email_hash',
      'work.subject',
    ]);
    expect(await placesOf(person.customerId)).toEqual(
      expect.arrayContaining([
        'conversion_history.details',
        'conversions.attribution',
        'conversions.evidence',
        'conversions.metadata',
        'customer_claims.customer_key',
        'customer_credits.customer_id',
        'work.subject',
      ]),
    );
    const before = await money();
    const others = await Promise.all(other.orders.map(({ conversionId }) => read(conversionId)));
    const args = `--email-hash ${person.hash.toUpperCase()} --customer-id ${person.customerId}`;
    const expected = { conversions: 3, firsts: 3, sessions: 1, pendingIdentities: 2 };
    expect(await erase(`${args} --dry-run`)).toEqual(expected);
    expect(await placesOf(person.hash)).toHaveLength(7);
    expect(await erase(args)).toEqual(expected);
    expect(await placesOf(person.hash)).toEqual([]);
    const late = await erase(`--customer-id ${person.customerId}-late`);
    expect(late).toEqual({ conversions: 1, firsts: 0, sessions: 0, pendingIdentities: 0 });
    expect(await placesOf(person.customerId)).toEqual([]);
    expect(await money()).toEqual(before);
    expect(await Promise.all(other.orders.map(({ conversionId }) => read(conversionId)))).toEqual(others);
    expect(await erase(args)).toEqual({ conversions: 0, firsts: 0, sessions: 0, pendingIdentities: 0 });
  });

  it('leaves of an order what explains its money: what was tried, what held, the click, not its words', async () => {
    const person = await somebody();
    const [first] = person.orders;
    const before = await read(first!.conversionId);
    await erase(`--email ${person.email}`);
    const after = await read(first!.conversionId);
    expect(after).toEqual({
      ...before,
      metadata: null,
      attribution: {
        ...before.attribution,
        attempts: before.attribution.attempts.map((attempt) => ({ ...attempt, value: null })),
      },
    });
    expect(after).toMatchObject({ status: 'ATTRIBUTED', clickId: before.clickId, commissionAmount: 499 });
    expect(after.attribution.attempts[0]?.clickId).toMatch(/^clk_/);
    const [row] = await app.rows.query<{ evidence: object }>(
      `select evidence from conversions where external_id = $1`,
      [first!.body.externalId],
    );
    expect(row?.evidence).toEqual(['SESSION', 'EMAIL', 'CUSTOMER'].map((kind) => ({ kind, value: null })));
  });

  it('a repeat of an erased order is a replay: 200, and the person does not come back', async () => {
    const { body } = await record({ sessionId: null, customerId: `cus-${unique()}`, metadata: { a: 1 } });
    await app.settled();
    await erase(`--customer-id ${body.customerId}`);
    const { sessionId } = await app.make.click(link);
    for (const repeat of [body, { ...body, sessionId }]) {
      const { data } = await record(repeat, 200);
      expect(data).toMatchObject({ replayed: true, status: 'UNATTRIBUTED', metadata: null });
      const named = data.ignored.map(({ path }) => path.join('.'));
      expect(named).toEqual(expect.arrayContaining(['customerId', 'metadata']));
      const dry = await app.api.expect('recordPostback', 200, {
        as: merchant.test,
        body: repeat,
        query: { dryRun: true },
      });
      expect(dry.body.data).toMatchObject({ status: 'UNATTRIBUTED', replayed: true, dryRun: true });
    }
    await app.settled();
    expect(await placesOf(body.customerId as string)).toEqual([]);
  });

  it('a first that was paid stays paid; the same id is a new customer from then on', async () => {
    const customerId = `cus-${unique()}`;
    const { sessionId } = await app.make.click(link);
    const { data: first } = await record({ sessionId, customerId });
    expect((await record({ sessionId, customerId })).data.commissionAmount).toBeNull();
    await erase(`--customer-id ${customerId} --mode test`);
    const rows = await app.rows.query<{ customer_id: string }>(
      'select customer_id from customer_credits where conversion_id = (select id from conversions where external_id = $1)',
      [first.externalId],
    );
    expect(rows).toEqual([{ customer_id: expect.stringMatching(/^erased:[0-9a-f-]{36}$/) as string }]);
    expect((await record({ sessionId, customerId })).data.commissionAmount).toBe(499);
  });

  it('touches neither the other world nor another merchant', async () => {
    const person = await somebody();
    const stranger = await app.make.merchant();
    const places = await placesOf(person.hash);
    const nothing = { conversions: 0, firsts: 0, sessions: 0, pendingIdentities: 0 };
    expect(await erase(`--email-hash ${person.hash} --mode live`)).toMatchObject({
      conversions: 0,
      firsts: 0,
    });
    expect(await erase(`--email-hash ${person.hash}`, stranger)).toEqual(nothing);
    expect(await placesOf(person.hash)).toEqual(places);
  });

  it('may run while orders come: none is lost, none is refused', async () => {
    const person = await somebody();
    const { sessionId } = await app.make.click(link);
    const orders = Array.from({ length: 30 }, () => record({ sessionId, customerId: person.customerId }));
    await Promise.all([erase(`--customer-id ${person.customerId}`), ...orders]);
    await erase(`--customer-id ${person.customerId} --email ${person.email}`);
    await erase(`--customer-id ${person.customerId}-late`);
    expect(await placesOf(person.customerId)).toEqual([]);
  });

  it('says in words what it did', async () => {
    const args = `erase --merchant ${toPublicId('mer', merchant.id)} --customer-id nobody`;
    expect((await privacy(`${args} --dry-run`)).stdout).toMatch(/^Would erase in live and test mode:\n/);
    expect((await privacy(args)).stdout).toMatch(
      /^Erased in live and test mode:\n {2}the evidence [^]*stay as they are/,
    );
  });

  const nobody = toPublicId('mer', newId());

  it('a merchant that is none ends with 1', async () => {
    const stderr = 'privacy: There is no merchant with this id.\n';
    expect(await privacy(`erase --merchant ${nobody} --customer-id x`)).toEqual({
      code: 1,
      stdout: '',
      stderr,
    });
  });

  it.each([
    '',
    'forget',
    'erase --customer-id x',
    `erase --merchant ${nobody}`,
    `erase --merchant ${nobody} --email-hash abc`,
    `erase --merchant ${nobody} --email nobody`,
    `erase --merchant ${nobody} --customer-id ${'x'.repeat(256)}`,
    `erase --merchant ${nobody} --customer-id x --mode both`,
    'erase --merchant cmp_1 --customer-id x',
  ])('%s was called wrongly: 2', async (args) => {
    const { code, stdout } = await privacy(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
