// getTrace: what is known of an order, a session, a click, a code, an email or a customer, in the order of time.
import { createHash } from 'node:crypto';
import { DAY_MS, HOUR_MS } from '#platform/time/time-units.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { sessionName, unique, type TestLink, type TestMerchant } from '../../support/makers.js';

type Order = NonNullable<Parameters<SharedApp['make']['order']>[0]>;
type Query = Record<string, string>;

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test, { commissionRecurring: true });
});

const emailHash = (email: string) => createHash('sha256').update(email).digest('hex');
const ago = (ms: number) => new Date(Date.now() - ms);

async function record(fields: Order = {}, as = merchant.test) {
  const body = app.make.order(fields);
  return (await app.api.expect('recordPostback', 201, { as, body })).body.data;
}

async function trace(query: Query, as = merchant.test) {
  return (await app.api.expect('getTrace', 200, { as, query })).body.data;
}

async function kinds(query: Query) {
  return (await trace(query)).events.map(({ kind }) => kind);
}

/** The orders that a trace tells of, each once. */
async function orders(query: Query, as = merchant.test) {
  const { events } = await trace(query, as);
  return [...new Set(events.flatMap(({ externalId }) => externalId ?? []))];
}

async function identify(sessionId: string, hash: string, as?: string) {
  const body = { session_id: sessionId, customer_email_hash: hash };
  await app.api.expect('identify', 200, as === undefined ? { body } : { as, body });
  await app.settled();
}

async function refused(query: Query) {
  return (await app.api.expect('getTrace', 422, { as: merchant.test, query })).body.error.details;
}

describe('the events', () => {
  it('tell an order’s whole story, from the click to the refund', async () => {
    const hash = emailHash(`${unique()}@example.com`);
    const { sessionId, clickId } = await app.make.click(link);
    await identify(sessionId, hash, merchant.test);
    const order = { sessionId, customerEmailHash: hash, customerId: `customer-${unique()}` };
    const { externalId, conversionId, commissionId } = await record(order);
    const commissionIds = [commissionId as string];
    await app.api.expect('bulkApproveCommissions', 200, { as: merchant.test, body: { commissionIds } });
    await app.api.expect('refundConversion', 200, { as: merchant.test, body: { externalId, amount: 990 } });
    const { events, affiliates, campaigns, truncated } = await trace({ externalId });
    expect(events.map(({ kind, evidence, result }) => [kind, evidence, result])).toEqual([
      ['CLICK', null, null],
      ['IDENTIFIED', null, null],
      ['FIRST_CREDIT', null, null],
      ['ORDER_OCCURRED', null, null],
      ['ORDER_RECORDED', null, null],
      ['ATTEMPT', 'SESSION', 'MATCHED'],
      ['ATTEMPT', 'EMAIL', 'NOT_TRIED'],
      ['ATTEMPT', 'CUSTOMER', 'NOT_TRIED'],
      ['ATTRIBUTED', 'SESSION', null],
      ['COMMISSION_EARNED', null, null],
      ['COMMISSION_APPROVED', null, null],
      ['REFUNDED', null, null],
    ]);
    const ids = {
      externalId,
      conversionId,
      affiliateId: link.affiliateId,
      campaignId: link.campaignId,
      clickId,
    };
    expect(events.find(({ kind }) => kind === 'ATTRIBUTED')).toMatchObject(ids);
    expect(events[0]).toMatchObject({ source: 'API', sessionId, clickId });
    expect(events[1]).toMatchObject({ source: 'KEY', sessionId });
    expect(events.at(-1)).toMatchObject({ amount: 990, currency: 'EUR' });
    expect(affiliates).toEqual([{ affiliateId: link.affiliateId, status: 'ACTIVE' }]);
    expect(campaigns).toMatchObject([
      { campaignId: link.campaignId, status: 'ACTIVE', attributionWindowDays: 90 },
    ]);
    expect(truncated).toEqual([]);
  });

  it('tell that an order was matched later, by the click that came after it', async () => {
    const sessionId = sessionName();
    const { externalId } = await record({ sessionId });
    await app.make.click(link, sessionId);
    await app.settled();
    const found = await kinds({ externalId });
    expect(found.filter((kind) => /ATTRIBUTED|MATCHED/.test(kind))).toEqual([
      'NOT_ATTRIBUTED',
      'MATCHED_LATER',
    ]);
    expect(await orders({ sessionId })).toEqual([externalId]);
  });

  it('tell of new evidence, a bonus, a rejection, and a payout', async () => {
    const own = await app.make.affiliate(merchant.test, link.campaignId);
    const { externalId } = await record({ sessionId: sessionName() });
    const body = { ...app.make.order({ externalId, affiliateCode: own.code }) };
    const { commissionId } = (await app.api.expect('recordPostback', 200, { as: merchant.test, body })).body
      .data;
    const bonus = { type: 'BONUS', amount: 100, reason: 'Well done' } as const;
    const path = { commissionId: commissionId as string };
    await app.api.expect('adjustCommission', 200, { as: merchant.test, path, body: bonus });
    const commissionIds = [commissionId as string];
    await app.api.expect('bulkApproveCommissions', 200, { as: merchant.test, body: { commissionIds } });
    const payout = { affiliateId: own.affiliateId, currency: 'EUR' };
    const paid = await app.api.expect('createPayout', 201, { as: merchant.test, body: payout });
    await app.api.expect('markPayoutPaid', 200, {
      as: merchant.test,
      path: { payoutId: paid.body.data.payoutId },
      body: { method: 'SEPA', reference: 'x' },
    });
    const { events } = await trace({ externalId });
    const of = events.filter(({ kind }) => /EVIDENCE|COMMISSION/.test(kind));
    expect(of.map(({ kind, amount }) => [kind, amount])).toEqual([
      ['EVIDENCE_ADDED', null],
      ['COMMISSION_EARNED', 499],
      ['COMMISSION_ADJUSTED', 100],
      ['COMMISSION_APPROVED', null],
      ['COMMISSION_PAID', 599],
    ]);
  });

  it('tell what waits for its other half: an identify for its click, a refund for its order', async () => {
    const sessionId = sessionName();
    const hash = emailHash(`${unique()}@example.com`);
    await identify(sessionId, hash);
    expect(await kinds({ sessionId })).toEqual(['IDENTITY_WAITS']);
    const externalId = `order-${unique()}`;
    const body = { externalId, amount: 500, ifUnknown: 'keep' as const };
    await app.api.expect('refundConversion', 202, { as: merchant.test, body });
    const { events, findings } = await trace({ externalId });
    expect(events).toMatchObject([{ kind: 'REFUND_WAITS', amount: 500, externalId }]);
    expect(findings.map(({ reason }) => reason)).toEqual(['ORDER_NOT_REPORTED']);
  });

  it('tell when the affiliate’s code began to be one', async () => {
    const own = await app.make.affiliate(merchant.test, link.campaignId);
    const { events } = await trace({ code: own.code.toUpperCase() });
    expect(events).toMatchObject([{ kind: 'LINK_MADE', value: own.code, affiliateId: own.affiliateId }]);
  });
});

describe('an order is found', () => {
  it('by everything that it came with, by the click that won it, and by our id', async () => {
    const hash = emailHash(`${unique()}@example.com`);
    const customerId = `customer ${unique()} & more`;
    const { sessionId, clickId } = await app.make.click(link);
    await identify(sessionId, hash);
    const sent = { customerEmailHash: hash, customerId, affiliateCode: `nobody-${unique()}` };
    const { externalId, conversionId } = await record(sent);
    const queries = [
      { externalId },
      { conversionId },
      { sessionId },
      { clickId },
      { code: sent.affiliateCode.toUpperCase() },
      { customerEmailHash: hash.toUpperCase() },
      { customerId },
    ];
    for (const query of queries) expect(await orders(query as unknown as Query)).toEqual([externalId]);
  });

  it('by a renewal’s customer id, each of many', async () => {
    const customerId = `customer-${unique()}`;
    const names = [];
    for (const fields of [{ affiliateCode: link.code }, {}, {}])
      names.push((await record({ ...fields, customerId })).externalId);
    expect((await orders({ customerId })).sort()).toEqual(names.sort());
  });

  it('by a session that another piece of evidence decided against', async () => {
    const { sessionId } = await app.make.clickAt(merchant, 'test', link, ago(100 * DAY_MS));
    const { externalId } = await record({ sessionId, affiliateCode: link.code });
    expect(await orders({ sessionId })).toEqual([externalId]);
  });

  it('by the longest values that evidence may have', async () => {
    const long = (start: string) => start + '💸'.repeat(255 - start.length);
    const [customerId, code, sessionId, clickId] = ['customer', 'code', 'session', 'click'].map((kind) =>
      long(`${kind}-${unique()}`),
    ) as [string, string, string, string];
    const { externalId } = await record({ customerId, affiliateCode: code, sessionId, clickId });
    for (const query of [{ customerId }, { code }, { sessionId }, { clickId }] as unknown as Query[])
      expect(await orders(query)).toEqual([externalId]);
  });

  it('by a second session that a repeat brought, as long as nobody is credited', async () => {
    const [first, second] = [sessionName(), sessionName()];
    const { externalId } = await record({ sessionId: first });
    const body = app.make.order({ externalId, sessionId: second });
    await app.api.expect('recordPostback', 200, { as: merchant.test, body });
    for (const sessionId of [first, second]) expect(await orders({ sessionId })).toEqual([externalId]);
  });

  it('by the code of the link whose click won it, within the period alone', async () => {
    const own = await app.make.affiliate(merchant.test, link.campaignId);
    const { sessionId } = await app.make.click(own);
    const { externalId } = await record({ sessionId });
    const { code } = own;
    expect(await orders({ code })).toEqual([externalId]);
    expect(await orders({ code, to: ago(HOUR_MS).toISOString() })).toEqual([]);
    const period = { from: ago(90 * DAY_MS).toISOString(), to: new Date(Date.now() + HOUR_MS).toISOString() };
    const { subject } = await trace({ code, ...period });
    expect(subject).toEqual({ kind: 'CODE', value: code, ...period });
    expect(await orders({ code, ...period })).toEqual([externalId]);
  });
});

describe('what a trace holds is bounded', () => {
  it('of a customer with very many orders the newest twenty, and it says that there are more', async () => {
    const customerId = `customer-${unique()}`;
    const names = Array.from({ length: 23 }, (_, n) => `order-${n}-${unique()}`);
    for (const externalId of names) await record({ externalId, customerId, sessionId: null });
    const data = await trace({ customerId });
    const told = new Set(data.events.flatMap(({ externalId }) => externalId ?? []));
    expect([...told].sort()).toEqual(names.slice(3).sort());
    expect(data.truncated).toEqual(['ORDERS']);
  });

  it('of a session with very many clicks the newest hundred; a click that is asked for is told all the same', async () => {
    const sessionId = sessionName();
    const first = await app.make.clickAt(merchant, 'test', link, ago(HOUR_MS), sessionId);
    for (let n = 0; n < 101; n++) await app.make.clickAt(merchant, 'test', link, ago(n * 1000), sessionId);
    const data = await trace({ sessionId });
    expect(data.events.filter(({ kind }) => kind === 'CLICK')).toHaveLength(100);
    expect(data.truncated).toEqual(['CLICKS']);
    expect(data.events.map(({ clickId }) => clickId)).not.toContain(first.clickId);
    const asked = await trace({ clickId: first.clickId });
    expect(asked.events[0]?.clickId).toBe(first.clickId);
  });

  it('of an email in very many sessions the newest twenty', async () => {
    const hash = emailHash(`${unique()}@example.com`);
    for (let n = 0; n < 21; n++) {
      const { sessionId } = await app.make.clickAt(merchant, 'test', link, ago(n * 1000));
      await identify(sessionId, hash, merchant.test);
    }
    const data = await trace({ customerEmailHash: hash });
    expect(data.events.filter(({ kind }) => kind === 'IDENTIFIED')).toHaveLength(20);
    expect(data.truncated).toEqual(['SESSIONS']);
  });

  it('of an order’s long history the newest fifty entries', async () => {
    const { externalId, commissionId } = await record({ affiliateCode: link.code });
    const path = { commissionId: commissionId as string };
    for (let n = 0; n < 51; n++) {
      const body = { type: 'BONUS', amount: n + 1, reason: 'x', adjustmentId: `bonus-${n}` } as const;
      await app.api.expect('adjustCommission', 200, { as: merchant.test, path, body });
    }
    const data = await trace({ externalId });
    const amounts = data.events
      .filter(({ kind }) => kind === 'COMMISSION_ADJUSTED')
      .map(({ amount }) => amount);
    expect([amounts.length, amounts[0], amounts.at(-1)]).toEqual([50, 2, 51]);
    expect(data.truncated).toEqual(['HISTORY']);
  });

  it('of very many findings a hundred', async () => {
    const customerId = `customer-${unique()}`;
    for (let n = 0; n < 20; n++) {
      const order = { customerId, clickId: `a-${unique()}`, affiliateCode: `b-${unique()}` };
      const { externalId } = await record({ ...order, sessionId: sessionName() });
      for (let more = 0; more < 2; more++) {
        const body = app.make.order({ externalId, sessionId: sessionName() });
        await app.api.expect('recordPostback', 200, { as: merchant.test, body });
      }
    }
    const data = await trace({ customerId });
    expect(data.findings).toHaveLength(100);
    expect(data.truncated).toContain('FINDINGS');
  });
});

describe('nobody learns anything of somebody else', () => {
  it('another merchant’s order, session, click, code, email and customer are like none at all', async () => {
    const stranger = await app.make.merchant();
    const hash = emailHash(`${unique()}@example.com`);
    const customerId = `customer-${unique()}`;
    const { sessionId, clickId } = await app.make.click(link);
    await identify(sessionId, hash, merchant.test);
    const order = { sessionId, customerId, customerEmailHash: hash, affiliateCode: link.code };
    const { externalId, conversionId } = await record(order);
    const known = {
      externalId,
      conversionId: conversionId as string,
      sessionId,
      clickId,
      code: link.code,
      customerId,
    };
    for (const [name, value] of Object.entries({ ...known, customerEmailHash: hash })) {
      const { findings, events, affiliates } = await trace({ [name]: value }, stranger.test);
      expect([name, events, affiliates, findings.length]).toEqual([name, [], [], 1]);
      expect(findings[0]).toMatchObject({
        reason: expect.stringMatching(/UNKNOWN|NOT_REPORTED/) as string,
        basis: 'STATE',
      });
    }
  });

  it('no reply holds an email or a hash, but the hash that was asked for', async () => {
    const email = `${unique()}@example.com`;
    const hash = emailHash(email);
    const { sessionId } = await app.make.click(link);
    await identify(sessionId, hash);
    const { externalId } = await record({ sessionId, customerEmail: email });
    for (const query of [{ externalId }, { sessionId }] as Query[]) {
      const { text } = await app.api.expect('getTrace', 200, { as: merchant.test, query });
      expect(text).not.toContain(email);
      expect(text).not.toContain(hash);
    }
    const { subject, events } = await trace({ customerEmailHash: hash });
    expect(subject.value).toBe(hash);
    expect(JSON.stringify(events)).not.toContain(hash);
  });
});

describe('a query that asks for nothing in particular', () => {
  it('needs exactly one thing to look for', async () => {
    expect(await refused({})).toMatchObject([
      { path: [], message: expect.stringContaining('exactly one of') as string },
    ]);
    expect(await refused({ externalId: 'a', customerId: 'b', code: 'c' })).toEqual([
      { path: ['code'], message: 'cannot be used together with externalId' },
      { path: ['customerId'], message: 'cannot be used together with externalId' },
    ]);
  });

  it('has no parameter for an email, and repeats none', async () => {
    const details = await refused({ customerEmail: 'jo@example.com' });
    expect(details.map(({ path }) => path)).toContainEqual(['customerEmail']);
    expect(JSON.stringify(details)).not.toContain('jo@');
  });

  it('takes a period for a code only, one that is none the wrong way round, nor too long', async () => {
    const [from, to] = ['2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'];
    expect(await refused({ externalId: 'a', from, to })).toMatchObject([
      { path: ['from'] },
      { path: ['to'] },
    ]);
    expect(await refused({ code: 'mila', from: to, to: from })).toMatchObject([{ path: ['to'] }]);
    expect(await refused({ code: 'mila', from: '2026-01-01T00:00:00Z', to })).toMatchObject([
      { path: ['from'] },
    ]);
    expect(await refused({ code: 'mila', to: '1960-01-01T00:00:00Z' })).toMatchObject([{ path: ['to'] }]);
    expect(await refused({ code: 'mila', from: 'yesterday' })).toMatchObject([{ path: ['from'] }]);
    expect(await refused({ customerEmailHash: 'jo@example.com' })).toMatchObject([
      { path: ['customerEmailHash'] },
    ]);
  });

  it('may hold what no id, session or code can be', async () => {
    for (const value of ['💸 order', '%', "' or 1=1 --", 'x'.repeat(255)])
      for (const name of ['externalId', 'sessionId', 'clickId', 'code', 'customerId'])
        expect((await trace({ [name]: value })).findings).toHaveLength(1);
  });
});
