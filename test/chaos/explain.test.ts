// What is done for every order, click and identify is found by an index, however many rows there are: PostgreSQL's own plans for
// the statements that the service really sends.
import { KeyDirectoryService } from '#accounts/api-keys/key-directory.service.js';
import { overhear, type Statement } from '../../bench/floor/capture.js';
import { codeOf, emailHashOf, idOf, MODE, sessionOf, type Shop } from '../../bench/world/shops.js';
import type { components } from '#generated/schema.js';
import { fromPublicId, newId, toPublicId } from '#platform/values/ids.js';
import type { ConversionFilter } from '#conversions/recording/conversions.repository.js';
import { ExportRepository } from '#conversions/recording/export.repository.js';
import { ROWS_A_PAGE } from '#platform/database/all-pages.js';
import { ReportsService } from '#tracking/browser-script/reports.service.js';
import { Erasure } from '#cli/erasure.js';
import { Pruning } from '#tracking/clicks/pruning.js';
import { Clock } from '#platform/time/clock.js';
import { Database } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { allSent } from '../support/deliveries.js';
import { hasPlan, indexesOf, planFaults } from './explain/plans.js';
import { openWorld, type World } from './explain/world.js';

type Order = Partial<components['schemas']['RecordPostbackBody']>;

let world: World;

beforeAll(async () => {
  world = await openWorld();
});

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
  await expectNoFaults(fewOfEach(statements));
}

async function expectNoFaults(statements: Statement[]): Promise<void> {
  const faults: string[] = [];
  for (const statement of statements) faults.push(...(await planFaults(world.client, statement)));
  expect([...new Set(faults)]).toEqual([]);
}

/** Of each text the first parameters (the big merchant's), the last (the small one's) and one between: some come by the dozen. */
function fewOfEach(statements: Statement[]): Statement[] {
  return [...groupBy(statements, ({ sql }) => sql).values()].flatMap((alike) =>
    alike.length <= 3 ? alike : [alike[0]!, alike[alike.length >> 1]!, alike.at(-1)!],
  );
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

/** A click with a session of its own. */
async function clickLongAgo({ merchantId, mode }: Tenant, at: Date): Promise<void> {
  const parameters = [merchantId, mode, named(), at];
  const statements = [
    'insert into session_directory (merchant_id, mode, session_id, created_at) values ($1, $2, $3, $4)',
    'insert into sessions (merchant_id, mode, id, created_at) values ($1, $2, $3, $4)',
    `insert into clicks (merchant_id, mode, id, session_id, affiliate_id, campaign_id, source, clicked_at)
     values ($1, $2, gen_random_uuid(), $3, $1, $1, 'API', $4)`,
  ];
  for (const sql of statements) await world.app.rows.query(sql, parameters);
}

/** One of the people who have done something at the merchants. */
async function somebody(): Promise<string> {
  const rows = await world.app.rows.query<{ id: string }>(`select md5('person1')::uuid as id`);
  return (rows[0] as { id: string }).id;
}

const emailAt = (shop: Shop, at: number) =>
  emailHashOf(shop.number, shop === world.big ? at * 4 : shop.number - 1);

/** Something that has its number, and waits for the endpoint. */
async function happened(shop: Shop, endpointId: string): Promise<void> {
  const [merchantId, id] = [merchantOf(shop), newId()];
  const named = [merchantId, MODE, id];
  await world.app.rows.query(
    `insert into events (merchant_id, mode, position, id, event, subject_id, sequence, happened_at, numbered_at, body)
     select $1, $2, 1 + max(position), $3, 'payout.paid', $3, 1, now(), now(), '{}' from events where merchant_id = $1 and mode = $2`,
    named,
  );
  await world.app.rows.query(
    `insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_position, event_id, event, subject_id, sequence, state,
       attempts, due_at, created_at)
     select merchant_id, mode, $3, $4, 'EVENT', position, id, event, subject_id, 1, 'WAITING', 0, now(), now()
     from events where merchant_id = $1 and mode = $2 and id = $3`,
    [...named, fromPublicId('whe', endpointId)],
  );
}

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

  it('when an order is refunded, in parts, again, and before it came', async () => {
    const statements = await statementsOf(async (shop) => {
      const [externalId, early] = [named(), named()];
      const refund = (body: components['schemas']['RefundConversionBody'], status: 200 | 202 = 200) =>
        world.app.api.expect('refundConversion', status, { as: shop.key, body });
      await record(shop, { externalId, affiliateCode: codeOf(shop.number, 0) });
      await refund({ externalId, amount: 10, ifUnknown: 'fail' });
      await refund({ externalId, amount: 10, ifUnknown: 'fail' });
      await refund({ externalId, ifUnknown: 'fail' });
      await refund({ externalId: early, amount: 10, ifUnknown: 'keep' }, 202);
      await refund({ externalId: early, amount: 10, ifUnknown: 'keep' }, 202);
      await record(shop, { externalId: early, sessionId: 'rcs_nobody_knows_it' });
    });
    await expectIndexed(statements, [
      /insert into commission_entries/,
      /from refunds/,
      /delete from kept_refunds/,
      /'KEPT_REFUND'/,
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
      const { poll } = world.app.service.app.get(KeyDirectoryService, { strict: false });
      for (let looks = 0; looks < 2; looks++) await poll.tick(); // the first may have begun before
    });
    await expectIndexed(statements, [
      /from api_keys k\s+cross join lateral/,
      /changed_at >=/,
      /last_used_at/,
    ]);
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

  it('when it is asked why an order was credited or not, by each thing that one may know of it', async () => {
    const statements = await statementsOf(async (shop) => {
      const [sessionId, customerId, code] = [sessionAt(shop, 1), named(), codeOf(shop.number, 0)];
      const customerEmailHash = emailAt(shop, 1);
      const evidence = { sessionId, customerEmailHash, affiliateCode: code, customerId };
      const { externalId, conversionId, clickId } = (await record(shop, evidence)).body.data;
      const lost = { sessionId: 'rcs_nobody_knows_it', clickId: 'no-click', affiliateCode: 'nobody-has-it' };
      const unknown = await record(shop, { ...lost, customerId: named() });
      const subjects = { externalId, conversionId, sessionId, clickId, code, customerEmailHash, customerId };
      const queries = Object.entries(subjects).map(([name, value]) => ({ [name]: value as string }));
      const others: Record<string, string>[] = [
        { externalId: unknown.body.data.externalId },
        { customerId: named() },
        { sessionId: named() },
        { code, from: new Date(Date.now() - 90 * DAY_MS).toISOString() },
      ];
      for (const query of [...queries, ...others])
        await world.app.api.expect('getTrace', 200, { as: shop.key, query });
    });
    // By id alone, a merchant's orders would be walked through until enough of them fit.
    const ofOrders = statements.filter(({ sql }) => /from seed s/.test(sql));
    for (const statement of fewOfEach(ofOrders))
      for (const indexes of await indexesOf(world.client, statement))
        expect(indexes).toEqual([
          'awaiting_evidence_pk',
          'conversions_affiliate',
          'conversions_click',
          'conversions_code',
          'conversions_customer',
          'conversions_email',
          'conversions_external_id',
          'conversions_pk',
          'conversions_session',
        ]);
    await expectIndexed(statements, [
      /from seed s/,
      /from trail t/,
      /select 1 from sessions/,
      /from kept_refunds/,
      /from pending_identities/,
      /from customer_credits/,
      /from commissions m/,
    ]);
  });

  it('when a campaign’s timeline is asked for, of a short window and of a long one; and its public profile', async () => {
    const statements = await statementsOf(async (shop) => {
      const path = { campaignId: toPublicId('cmp', idOf('campaign', shop.number, 0)) };
      for (const days of [1, 30, 3000]) {
        const from = new Date(Date.now() - days * DAY_MS).toISOString();
        const { body } = await world.app.api.expect('getConversionsTimeline', 200, {
          as: shop.key,
          path,
          query: { from },
        });
        expect(body.data.series[0]?.buckets.length).toBeGreaterThan(20);
      }
      await world.app.api.expect('getPublicCampaign', 200, { path });
    });
    await expectIndexed(statements, [/date_trunc/, /from campaign_directory/]);
  });

  it('when commissions are read and decided about: one, a page, by each filter', async () => {
    const statements = await statementsOf(async (shop) => {
      const { api } = world.app;
      const list = (query: Record<string, string | number>) =>
        api.expect('listCommissions', 200, { as: shop.key, query });
      await record(shop, { affiliateCode: codeOf(shop.number, 0) });
      const first = (await list({ limit: 2 })).body;
      const [commission] = first.data;
      const { commissionId } = commission!;
      if (first.meta.page.nextCursor) await list({ limit: 2, cursor: first.meta.page.nextCursor });
      for (const name of ['status', 'affiliateId', 'campaignId', 'conversionId', 'currency'] as const)
        await list({ [name]: commission![name] });
      await list({ from: '2026-01-01T00:00:00Z', to: new Date().toISOString() });
      const body = { type: 'BONUS', amount: 1, reason: 'x', adjustmentId: 'x' } as const;
      await api.expect('getCommission', 200, { as: shop.key, path: { commissionId } });
      await api.expect('adjustCommission', 200, { as: shop.key, path: { commissionId }, body });
      for (const id of ['bulkApproveCommissions', 'bulkRejectCommissions'] as const)
        await api.expect(id, 200, { as: shop.key, body: { commissionIds: [commissionId] } });
    });
    await expectIndexed(statements, [
      /order by m\.id desc limit/,
      /for update of m/,
      /from commission_entries/,
    ]);
  });

  it('when a site token is asked for, and pages report with it', async () => {
    const reports = world.app.service.app.get(ReportsService, { strict: false });
    const statements = await statementsOf(async (shop) => {
      const { siteToken } = (await world.app.api.expect('getInstallation', 200, { as: shop.key })).body.data;
      reports.installed(siteToken, 'https://shop.example.com');
      for (let at = 0; at < 3; at++)
        reports.captured(siteToken, { testId: `test-${at}`, sessionId: named() }, null);
      await reports.flush();
      for (const query of ['', 'testId=test-1'])
        await world.app.api.expect('getInstallation', 200, { as: shop.key, query });
    });
    await expectIndexed(statements, [
      /update site_installations/,
      /insert into site_origins/,
      /insert into captured_sessions/,
    ]);
  });

  it('when the audit log is read, by each filter and as a file, and members with when they were last seen', async () => {
    const statements = await statementsOf(async (shop) => {
      const { api, make } = world.app;
      const { session: as } = await make.person(merchantOf(shop));
      const list = (query: Record<string, string | number>) =>
        api.expect('listAuditLog', 200, { as, query: { limit: 2, ...query } });
      const first = (await list({})).body;
      await list({ cursor: first.meta.page.nextCursor as string });
      const personId = toPublicId('per', await somebody());
      for (const filter of [{ personId }, { action: 'KEY_MADE' }, { personId, action: 'KEY_MADE' }])
        await list(filter as Record<string, string>);
      const [from, to] = [-2, -1].map((days) => new Date(Date.now() + days * DAY_MS).toISOString());
      await list({ from: from as string, to: to as string });
      await api.expect('exportAuditLog', 200, { as });
      await api.expect('exportAuditLog', 200, { as, query: { personId } });
      await api.expect('listMembers', 200, { as });
    });
    await expectIndexed(statements, [/from audit_log a left join people/, /order by id desc limit 1/]);
  });

  it('when events are delivered, sent again and skipped', async () => {
    const statements = await statementsOf(async (shop) => {
      const { api } = world.app;
      const { endpointId } = await world.app.make.endpoint(shop.key, { ordering: 'PER_SUBJECT' });
      const [as, path] = [shop.key, { endpointId }];
      await happened(shop, endpointId);
      await allSent(world.app);
      const [merchantId, id] = [merchantOf(shop), fromPublicId('whe', endpointId)];
      await world.app.rows.query(
        `update webhook_deliveries set state = 'FAILED' where merchant_id = $1 and mode = $2 and endpoint_id = $3`,
        [merchantId, MODE, id],
      );
      const [delivery] = (await api.expect('listDeliveries', 200, { as, path })).body.data;
      const since = new Date(Date.now() - DAY_MS).toISOString();
      const deliveryIds = [delivery!.deliveryId];
      for (const body of [{ deliveryIds }, { failedSince: since }, { missedSince: since }])
        await api.expect('recoverDeliveries', 200, { as, path, body });
      await allSent(world.app);
      await api.expect('updateEndpoint', 200, { as, path, body: { status: 'PAUSED' } });
      await happened(shop, endpointId);
      await api.expect('skipDeliveries', 200, { as, path, body: {} });
      await api.expect('deleteEndpoint', 200, { as, path });
    });
    const ofWebhooks = statements.filter(({ sql }) => /webhook_|from events/.test(sql));
    await expectIndexed(ofWebhooks, [
      /with fresh as/,
      /with recursive turns/,
      /d.state = 'FAILED'/,
      /from events e where/,
      /with looked as/,
      /with ended as/,
    ]);
  });

  it('when old clicks are pruned', async () => {
    const database = world.app.service.app.get(Database, { strict: false });
    const at = new Date(Date.now() - 820 * DAY_MS);
    // All ids, so that the walk is as long as it can be; by time, only the click made here is old.
    const cutoff = { at, id: HIGHEST_UUID };
    const statements = await statementsOf(async (shop) => {
      const tenant = { merchantId: merchantOf(shop), mode: MODE } as Tenant;
      await clickLongAgo(tenant, new Date(at.getTime() - 1));
      for (const dryRun of [true, false]) {
        const pruning = new Pruning(database, { dryRun, portion: 5000 });
        expect(await pruning.clicks(tenant, cutoff)).toEqual({ clicks: 1, sessions: 1 });
      }
    });
    await expectIndexed(statements, [
      /delete from clicks/,
      /delete from session_directory/,
      /delete from sessions/,
    ]);
  });

  it('when a person is erased, but for what waits (work, identities): it is little, and all of it is looked at', async () => {
    const { app } = world.app.service;
    const [database, clock] = [app.get(Database, { strict: false }), app.get(Clock, { strict: false })];
    const statements = await statementsOf(async (shop) => {
      const [customerId, hash] = [named(), emailAt(shop, 1)];
      await record(shop, { sessionId: sessionAt(shop, 1), customerId, customerEmailHash: hash });
      for (const dryRun of [true, false]) {
        const erasure = new Erasure(database, clock, { dryRun, portion: 2000 });
        const subjects = [
          { kind: 'EMAIL', value: hash },
          { kind: 'CUSTOMER', value: customerId },
        ] as const;
        await erasure.erase({ merchantId: merchantOf(shop), modes: [MODE] }, subjects);
      }
    });
    const others = statements.filter(({ sql }) => !/from (work|pending_identities)\b/.test(sql));
    await expectIndexed(others, [/update conversions set evidence/, /update sessions/, /update customer_c/]);
  });

  it('when payouts are made, read, marked as paid and exported, and balances looked at', async () => {
    const statements = await statementsOf(async (shop) => {
      const { api } = world.app;
      const as = shop.key;
      await record(shop, { affiliateCode: codeOf(shop.number, 0), currency: 'CHF' });
      const [commission] = (await api.expect('listCommissions', 200, { as, query: { limit: 1 } })).body.data;
      const { commissionId, affiliateId } = commission!;
      await api.expect('bulkApproveCommissions', 200, { as, body: { commissionIds: [commissionId] } });
      const body = { affiliateId, currency: 'CHF', payoutKey: 'november' };
      const { payoutId } = (await api.expect('createPayout', 201, { as, body })).body.data;
      await api.expect('createPayout', 200, { as, body });
      const path = { payoutId };
      await api.expect('listPayoutItems', 200, { as, path });
      await api.expect('markPayoutPaid', 200, { as, path, body: { method: 'SEPA' } });
      await api.expect('getPayout', 200, { as, path });
      for (const query of ['', `affiliateId=${affiliateId}`, 'status=PAID', 'currency=CHF'])
        await api.expect('listPayouts', 200, { as, query });
      await api.expect('exportPayouts', 200, { as });
      await api.expect('getAffiliateBalances', 200, { as, path: { affiliateId } });
    });
    await expectIndexed(statements, [/insert into payout_items/, /from payouts p/, /union all/]);
  });

  it('when conversions are exported, by each filter', async () => {
    const { app } = world.app.service;
    const [database, exporting] = [
      app.get(Database, { strict: false }),
      app.get(ExportRepository, { strict: false }),
    ];
    const statements = await statementsOf(async (shop) => {
      const tenant = { merchantId: merchantOf(shop), mode: MODE } as Tenant;
      const list = { as: shop.key, query: { limit: 1 } };
      const [conversion] = (await world.app.api.expect('listConversions', 200, list)).body.data;
      const { affiliateId, campaignId, externalId } = conversion!;
      const filters: Partial<ConversionFilter>[] = [
        {},
        { externalId },
        { affiliateId: toUuid('aff', affiliateId) ?? null },
        { campaignId: toUuid('cmp', campaignId) ?? null },
        { status: 'UNATTRIBUTED' },
        { from: new Date(Date.now() - 2 * DAY_MS) },
      ];
      // A page of each, and the page behind it: the whole of an export is thousands of the same.
      const all = {
        externalId: null,
        status: null,
        affiliateId: null,
        campaignId: null,
        from: null,
        to: null,
      };
      for (const asked of filters) {
        const filter = { ...all, ...asked };
        const rows = await exporting.page(database.atOnce, tenant, filter, null, ROWS_A_PAGE);
        await exporting.page(database.atOnce, tenant, filter, rows.at(-1)?.id ?? null, ROWS_A_PAGE);
      }
    });
    const pages = statements.filter(({ sql }) => sql.includes('commission_earned'));
    expect(pages).toHaveLength(24);
    await expectNoFaults(pages);
  });
});

/** null stays so: an order that is nobody's. */
const toUuid = (kind: 'aff' | 'cmp', id: string | null) =>
  id === null ? undefined : (fromPublicId(kind, id) ?? undefined);
