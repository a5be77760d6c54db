// What is done for every order, click and identify is found by an index, however many rows there are: PostgreSQL's own plans for
// the statements that the service really sends.
import { setTimeout as sleep } from 'node:timers/promises';
import { overhear, type Statement } from '../../bench/floor/capture.js';
import { codeOf, emailHashOf, idOf, MODE, sessionOf, type Shop } from '../../bench/world/shops.js';
import type { components } from '../../generated/schema.js';
import { hasPlan, planFaults } from './explain/plans.js';
import { openWorld, type World } from './explain/world.js';

type Order = Partial<components['schemas']['RecordPostbackBody']>;

let world: World;

beforeAll(async () => {
  world = await openWorld();
}, 120_000);

afterAll(() => world.app.close());

/** What the service sends while `work` is done for the big merchant and for a small one, and until all that follows is done. */
async function statementsOf(work: (shop: Shop) => Promise<unknown>): Promise<Statement[]> {
  const statements: Statement[] = [];
  const stop = overhear((statement) => statements.push(statement));
  try {
    for (const shop of [world.big, world.small]) await work(shop);
    await world.app.settled();
  } finally {
    stop();
  }
  return statements.filter(hasPlan);
}

/** @param seen texts that must be among the statements, so that nothing is left out unnoticed */
async function expectIndexed(statements: Statement[], seen: RegExp[]): Promise<void> {
  for (const text of seen)
    expect(statements.map(({ sql }) => sql)).toContainEqual(expect.stringMatching(text));
  const faults: string[] = [];
  for (const statement of statements) faults.push(...(await planFaults(world.client, statement)));
  expect([...new Set(faults)]).toEqual([]);
}

let orders = 0;

const named = () => `explained-${++orders}`;

function record(shop: Shop, fields: Order, status: 200 | 201 = 201) {
  const body = world.app.make.order({ externalId: named(), ...fields });
  return world.app.api.expect('recordPostback', status, { as: shop.key, body });
}

/** A session of the shop's, by how-maniest. */
const sessionAt = (shop: Shop, at: number) =>
  sessionOf(shop.number, shop === world.big ? at : at * world.smalls + shop.number - 1);

const merchantOf = (shop: Shop) => idOf('merchant', shop.number, shop.number);

const emailAt = (shop: Shop, at: number) =>
  emailHashOf(shop.number, shop === world.big ? at * 4 : shop.number - 1);

describe('a plan that reads more than it needs', () => {
  const faultsOf = (sql: string, ...parameters: unknown[]) => planFaults(world.client, { sql, parameters });
  const { merchantId, mode } = { merchantId: idOf('merchant', 0, 0), mode: MODE };

  it('is seen, be it of a table or of all rows of a merchant', async () => {
    expect(await faultsOf('select id from conversions where amount = $1', 4990)).toContainEqual(
      expect.stringContaining('Seq Scan on conversions (custom plan)'),
    );
    const ofMerchant = 'select count(*) from affiliates where merchant_id = $1 and mode = $2';
    expect(await faultsOf(ofMerchant, idOf('merchant', 9, 9), mode)).toContainEqual(
      expect.stringContaining('of all rows of a merchant in affiliates_'),
    );
  });

  it('is not seen where a few rows are found by an index', async () => {
    const byId = 'select id from conversions where merchant_id = $1 and mode = $2 and id = $3';
    expect(await faultsOf(byId, merchantId, mode, merchantId)).toEqual([]);
    const newest = 'select id from conversions where merchant_id = $1 and mode = $2 order by id desc limit 5';
    expect(await faultsOf(newest, merchantId, mode)).toEqual([]);
  });
});

describe('every statement finds its rows by an index', () => {
  it('when an order is recorded, whatever evidence it comes with', async () => {
    const statements = await statementsOf(async (shop) => {
      await record(shop, { sessionId: sessionAt(shop, 1), customerId: named() });
      await record(shop, { affiliateCode: codeOf(shop.number, 0), customerEmailHash: emailAt(shop, 1) });
      await record(shop, { customerEmailHash: emailAt(shop, 1), customerId: named() });
      await record(shop, { sessionId: 'rcs_nobody_knows_it', customerId: named() });
    });
    await expectIndexed(statements, [
      /insert into conversions/,
      /from customer_claims|into customer_claims/,
      /awaiting_evidence/,
    ]);
  });

  it('when sixty orders are recorded at once', async () => {
    const statements = await statementsOf(async (shop) => {
      const evidence = (at: number): Order =>
        at % 2 ? { sessionId: sessionAt(shop, at % 3) } : { customerId: `c${at}` };
      await Promise.all(Array.from({ length: 60 }, (_, at) => record(shop, evidence(at))));
    });
    await expectIndexed(statements, [/insert into conversions/]);
  });

  it('when a call is repeated, with news and without, and when it is tried out', async () => {
    const statements = await statementsOf(async (shop) => {
      const order = { externalId: named(), sessionId: 'rcs_nobody_knows_it' };
      await record(shop, order);
      await record(shop, order, 200);
      await record(shop, { ...order, affiliateCode: 'nobody-has-it' }, 200);
      await record(shop, { ...order, sessionId: sessionAt(shop, 2) }, 200);
      const body = world.app.make.order(order);
      await world.app.api.expect('recordPostback', 200, { as: shop.key, body, query: { dryRun: true } });
    });
    await expectIndexed(statements, [/update conversions/, /for update/]);
  });

  it('when evidence comes after the order: a click, an identify, a first credit', async () => {
    const statements = await statementsOf(async (shop) => {
      const [session, customerId, hash] = [named(), named(), emailHashOf(4000, ++orders)];
      const click = {
        tracking_url: `https://go.example.com/r/${codeOf(shop.number, 0)}`,
        session_id: session,
      };
      await record(shop, { sessionId: session, customerId });
      await record(shop, { customerId });
      await record(shop, { customerEmailHash: hash });
      await world.app.api.expect('identify', 200, {
        as: shop.key,
        body: { session_id: session, customer_email_hash: hash },
      });
      await world.app.api.expect('trackClick', 200, { body: click });
      await world.app.settled();
    });
    await expectIndexed(statements, [
      /update work/,
      /delete from work/,
      /delete from awaiting_evidence/,
      /pending_identities/,
    ]);
  });

  it('when a link is followed, by a new visitor and by one who has been here', async () => {
    const statements = await statementsOf(async (shop) => {
      const path = { code: codeOf(shop.number, 0) };
      const browser = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0' };
      const cookie = { cookie: `_rc_sid=${sessionAt(shop, 1)}` };
      await world.app.api.expect('followLink', 302, { path, headers: browser });
      await world.app.api.expect('followLink', 302, { path, headers: { ...browser, ...cookie } });
    });
    await expectIndexed(statements, [/from tracking_codes/, /from sessions/, /insert into clicks/]);
  });

  it('when a session is identified, with a key and without', async () => {
    const statements = await statementsOf(async (shop) => {
      const body = { session_id: sessionAt(shop, 2), customer_email_hash: emailAt(shop, 1) };
      await world.app.api.expect('identify', 200, { body });
      await world.app.api.expect('identify', 200, { as: shop.key, body });
      await world.app.api.expect('identifyFromBrowser', 200, {
        body: { sessionId: sessionAt(shop, 3), emailHash: emailAt(shop, 1) },
      });
    });
    await expectIndexed(statements, [/update sessions/, /from session_directory/]);
  });

  it('when a key is looked up, its changes are polled for and its use is noted', async () => {
    const statements = await statementsOf(async (shop) => {
      const as = await world.app.make.key(merchantOf(shop), MODE);
      await world.app.api.expect('listConversions', 200, { as, query: { limit: 1 } });
      await sleep(700);
    });
    await expectIndexed(statements, [/from api_keys k join merchants/, /changed_at >=/, /last_used_at/]);
  });

  it('when conversions are read: one, a page, by each filter', async () => {
    const statements = await statementsOf(async (shop) => {
      const { api } = world.app;
      const list = (query: Record<string, string | number>) =>
        api.expect('listConversions', 200, { as: shop.key, query });
      const first = (await list({ limit: 2 })).body;
      const [conversion] = first.data;
      await list({ limit: 2, cursor: first.meta.page.nextCursor as string });
      for (const name of ['externalId', 'affiliateId', 'campaignId', 'status'] as const) {
        await list({ [name]: conversion?.[name] ?? 'UNATTRIBUTED' });
      }
      await list({ from: '2026-01-01T00:00:00Z', to: new Date().toISOString() });
      const path = { conversionId: conversion?.conversionId as string };
      await api.expect('getConversion', 200, { as: shop.key, path });
    });
    await expectIndexed(statements, [/order by c\.id desc limit/, /from conversion_history/]);
  });
});
