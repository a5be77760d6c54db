// recordPostback: whose order it is. The rules themselves are tested as pure functions; here they meet real rows.
import { createHash } from 'node:crypto';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { sessionName, unique, type TestLink, type TestMerchant } from '../../support/makers.js';
import { until } from '../../support/until.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test, { attributionWindowDays: 30 });
});

const DAY = 86_400_000;
const MINUTE = 60_000;

async function record(fields: Parameters<typeof app.make.order>[0]) {
  const reply = await app.api.expect('recordPostback', 201, {
    as: merchant.test,
    body: app.make.order(fields),
  });
  return reply.body.data;
}

const clickAt = (at: number, of = link, sessionId?: string) =>
  app.make.clickAt(merchant, 'test', of, new Date(at), sessionId);

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

describe('the five kinds of evidence', () => {
  it('are tried in order: session, click, code, email, customer', async () => {
    const data = await record({
      customerId: 'nobody',
      customerEmail: 'nobody@example.com',
      affiliateCode: 'no-such-code',
      clickId: 'clk_none',
      sessionId: 'no-such-session',
    });
    const tried = data.attribution.attempts.map(({ evidence }) => evidence);
    expect(tried).toEqual(['SESSION', 'CLICK', 'CODE', 'EMAIL', 'CUSTOMER']);
  });

  it('the first that holds decides, and nothing is tried after it', async () => {
    const other = await app.make.affiliate(merchant.test, link.campaignId);
    const click = await app.make.click(link);
    const data = await record({ sessionId: click.sessionId, affiliateCode: other.code });
    expect(data.affiliateId).toBe(link.affiliateId);
    expect(data.attribution.attempts).toHaveLength(1);
  });

  it('a code is credited in either case', async () => {
    const data = await record({ affiliateCode: link.code.toUpperCase() });
    expect(data).toMatchObject({ affiliateId: link.affiliateId, attribution: { matchedBy: 'CODE' } });
  });

  it('an email finds the clicks of a session that was identified with it, and tells who vouched', async () => {
    const email = `buyer-${unique()}@example.com`;
    const click = await app.make.click(link);
    await app.api.expect('identify', 200, {
      as: merchant.test,
      body: { session_id: click.sessionId, customer_email_hash: sha256(email) },
    });
    const data = await record({ customerEmail: ` ${email.toUpperCase()} ` });
    expect(data.clickId).toBe(click.clickId);
    expect(data.attribution.attempts).toMatchObject([
      { evidence: 'EMAIL', value: null, identifiedBy: 'KEY' },
    ]);
  });

  it('a known customer is credited to who was credited first', async () => {
    const customerId = `customer-${unique()}`;
    const click = await app.make.click(link);
    await record({ sessionId: click.sessionId, customerId });
    const renewal = await record({ customerId });
    expect(renewal).toMatchObject({ affiliateId: link.affiliateId, attribution: { matchedBy: 'CUSTOMER' } });
  });
});

describe('which click', () => {
  it('the last click before the purchase wins, across affiliates', async () => {
    const other = await app.make.affiliate(merchant.test, link.campaignId);
    const first = await clickAt(Date.now() - 2 * DAY);
    const last = await clickAt(Date.now() - DAY, other, first.sessionId);
    expect(await record({ sessionId: first.sessionId })).toMatchObject({
      clickId: last.clickId,
      affiliateId: other.affiliateId,
    });
  });

  it('a click after the purchase does not beat the one before it', async () => {
    const before = await clickAt(Date.now() - 2 * DAY);
    await clickAt(Date.now() - DAY + MINUTE, link, before.sessionId);
    const data = await record({
      sessionId: before.sessionId,
      occurredAt: new Date(Date.now() - DAY).toISOString(),
    });
    expect(data.clickId).toBe(before.clickId);
  });

  it('a click up to 5 minutes after the purchase counts if there is none before it; later ones do not', async () => {
    const occurredAt = new Date(Date.now() - DAY);
    const soon = await clickAt(occurredAt.getTime() + 5 * MINUTE);
    const late = await clickAt(occurredAt.getTime() + 5 * MINUTE + 1);
    const at = { occurredAt: occurredAt.toISOString() };
    expect(await record({ ...at, sessionId: soon.sessionId })).toMatchObject({ clickId: soon.clickId });
    expect((await record({ ...at, sessionId: late.sessionId })).attribution.attempts).toMatchObject([
      { result: 'AFTER_CONVERSION' },
    ]);
  });

  it('both window ends count, a millisecond more does not', async () => {
    const occurredAt = new Date(Date.now() - DAY);
    const at = { occurredAt: occurredAt.toISOString() };
    const start = await clickAt(occurredAt.getTime() - 30 * DAY);
    const tooOld = await clickAt(occurredAt.getTime() - 30 * DAY - 1);
    const same = await clickAt(occurredAt.getTime());
    expect(await record({ ...at, sessionId: start.sessionId })).toMatchObject({ clickId: start.clickId });
    expect(await record({ ...at, clickId: same.clickId })).toMatchObject({ clickId: same.clickId });
    expect((await record({ ...at, sessionId: tooOld.sessionId })).attribution.attempts).toMatchObject([
      { result: 'OUTSIDE_WINDOW', clickId: tooOld.clickId },
    ]);
  });
});

describe('states', () => {
  it('clicks from before a pause still count; a code needs an active campaign', async () => {
    const paused = await app.make.link(merchant.test);
    const click = await app.make.click(paused);
    await setCampaign(paused, 'PAUSED');
    expect(await record({ sessionId: click.sessionId })).toMatchObject({ status: 'ATTRIBUTED' });
    expect((await record({ affiliateCode: paused.code })).attribution.attempts).toMatchObject([
      { result: 'CAMPAIGN_INACTIVE' },
    ]);
  });

  it('nothing counts in an archived campaign, and an older click in a living one is found behind it', async () => {
    const dead = await app.make.link(merchant.test);
    const older = await clickAt(Date.now() - 2 * DAY);
    const newer = await clickAt(Date.now() - DAY, dead, older.sessionId);
    await setCampaign(dead, 'ARCHIVED');
    expect(await record({ sessionId: older.sessionId })).toMatchObject({ clickId: older.clickId });
    expect((await record({ clickId: newer.clickId })).attribution.attempts).toMatchObject([
      { result: 'CAMPAIGN_INACTIVE' },
    ]);
  });

  it("a suspended affiliate's clicks, code and customers are not credited", async () => {
    const suspended = await app.make.link(merchant.test, { commissionRecurring: true });
    const customerId = `customer-${unique()}`;
    const click = await app.make.click(suspended);
    await record({ sessionId: click.sessionId, customerId });
    await app.api.expect('updateAffiliate', 200, {
      as: merchant.test,
      path: { affiliateId: suspended.affiliateId },
      body: { status: 'SUSPENDED' },
    });
    const data = await record({ sessionId: click.sessionId, affiliateCode: suspended.code, customerId });
    expect(data.attribution.attempts.map(({ result }) => result)).toEqual(
      Array(3).fill('AFFILIATE_INACTIVE'),
    );
  });
});

describe('later', () => {
  it('a match is final: no later click, suspension or change of terms moves it', async () => {
    const own = await app.make.link(merchant.test);
    const { sessionId } = await app.make.click(own);
    const data = await record({ sessionId });
    await app.make.click(link, sessionId);
    await setCampaign(own, 'ARCHIVED');
    await app.settled();
    const stored = await app.api.expect('getConversion', 200, {
      as: merchant.test,
      path: { conversionId: data.conversionId as string },
    });
    expect(stored.body.data.attribution).toEqual(data.attribution);
    expect(stored.body.data.history.map(({ event }) => event)).toEqual(['RECORDED']);
  });

  it('a click that comes later makes an unattributed order match, by itself, within a second', async () => {
    const sessionId = sessionName();
    const data = await record({ sessionId });
    expect(data.status).toBe('UNATTRIBUTED');
    const click = await app.make.click(link, sessionId);
    const read = () =>
      app.api.expect('getConversion', 200, {
        as: merchant.test,
        path: { conversionId: data.conversionId as string },
      });
    // How soon a worker looks is in test/unit/platform/time/time-budget.test.ts.
    await until(async () => (await read()).body.data.status !== 'UNATTRIBUTED');
    const stored = await read();
    expect(stored.body.data).toMatchObject({
      status: 'ATTRIBUTED',
      clickId: click.clickId,
      commissionAmount: 499,
    });
    expect(stored.body.data.history.map(({ event }) => event)).toEqual(['RECORDED', 'MATCHED']);
  });
});

describe('an id that means nobody is no evidence', () => {
  it('five guests with customer "0" are not one customer: each is a first, and no credit is remembered', async () => {
    const once = await app.make.link(merchant.test, { commissionRecurring: false });
    const words = ['0', 'guest', ' NULL ', 'undefined', '0'];
    for (const customerId of words) {
      const { sessionId } = await app.make.click(once);
      expect(await record({ sessionId, customerId })).toMatchObject({ commissionAmount: 499 });
    }
    const data = await record({ customerId: '0' });
    expect(data).toMatchObject({ status: 'UNATTRIBUTED', affiliateId: null });
    expect(data.attribution.attempts).toEqual([
      expect.objectContaining({ evidence: 'CUSTOMER', value: '0', result: 'INVALID', clickId: null }),
    ]);
    expect(data.attribution.attempts[0]?.explanation).toContain('what programs write when they have none');
    const rows = await app.rows.query(
      `select 1 from awaiting_evidence where merchant_id = $1 and value = any($2)`,
      [merchant.id, words],
    );
    expect(rows).toEqual([]);
  });

  it.each(['undefined', 'Anonymous'])(
    'session "%s" credits nobody, although old clicks bear it; the next evidence decides',
    async (sessionId) => {
      await clickAt(Date.now() - DAY, link, sessionId);
      const other = await app.make.affiliate(merchant.test, link.campaignId);
      const data = await record({ sessionId, affiliateCode: other.code });
      expect(data).toMatchObject({ affiliateId: other.affiliateId, attribution: { matchedBy: 'CODE' } });
      expect(data.attribution.attempts[0]).toMatchObject({ evidence: 'SESSION', result: 'INVALID' });
    },
  );

  it('a customer id that came with more than 1,000 different emails is told', async () => {
    const customerId = `till-${unique()}`;
    const conversions = Array.from({ length: 63 }, (_, n) =>
      app.make.order({ customerId, customerEmailHash: `0${sha256(`${n}`).slice(1)}` }),
    );
    const { data } = (await app.api.expect('recordBatch', 200, { as: merchant.test, body: { conversions } }))
      .body;
    expect(data.counts.created).toBe(63);
    const told = await record({ customerId });
    const { attempts, commission } = told.attribution;
    for (const { explanation } of [attempts[0]!, commission]) {
      expect(explanation).toContain('More than 1,000 different emails came with this customerId');
    }
    const other = await record({ customerId: `cus-${unique()}` });
    expect(other.attribution.commission.explanation).not.toContain('different emails');
  });
});

describe('a first credit never pays for the past', () => {
  const read = async (conversionId: string | null) =>
    (
      await app.api.expect('getConversion', 200, {
        as: merchant.test,
        path: { conversionId: conversionId as string },
      })
    ).body.data;

  it('orders of 390, 200 and 30 days ago stay unattributed when the customer clicks and buys today, and say why', async () => {
    const customerId = `customer-${unique()}`;
    const past: string[] = [];
    for (const days of [390, 200, 30]) {
      const occurredAt = new Date(Date.now() - days * DAY).toISOString();
      past.push((await record({ customerId, occurredAt })).conversionId as string);
    }
    const nearly = await record({ customerId, occurredAt: new Date(Date.now() - 4 * MINUTE).toISOString() });
    const { sessionId } = await app.make.click(link);
    const today = await record({ sessionId, customerId });
    expect(today).toMatchObject({ status: 'ATTRIBUTED', commissionAmount: 499 });
    const reasonOf = async (id: string) => (await read(id)).attribution.attempts[0]?.result;
    for (const id of past) {
      await until(async () => (await reasonOf(id)) === 'BEFORE_FIRST_CREDIT');
      const order = await read(id);
      expect(order).toMatchObject({ status: 'UNATTRIBUTED', commissionId: null, affiliateId: null });
      expect(order.attribution.attempts[0]?.explanation).toContain('does not pay for the past');
    }
    await until(async () => (await read(nearly.conversionId)).status === 'ATTRIBUTED');
  });

  it('an order that is reported later and happened before is not credited either; one that happened after is', async () => {
    const customerId = `customer-${unique()}`;
    const first = Date.now() - 10 * DAY;
    const { sessionId } = await clickAt(first - DAY);
    await record({ sessionId, customerId, occurredAt: new Date(first).toISOString() });
    const at = (ms: number) => record({ customerId, occurredAt: new Date(ms).toISOString() });
    const before = await at(first - DAY);
    expect(before.status).toBe('UNATTRIBUTED');
    expect(before.attribution.attempts).toEqual([
      expect.objectContaining({ evidence: 'CUSTOMER', result: 'BEFORE_FIRST_CREDIT' }),
    ]);
    expect((await at(first + DAY)).status).toBe('ATTRIBUTED');
  });
});

async function setCampaign({ campaignId }: TestLink, status: 'PAUSED' | 'ARCHIVED'): Promise<void> {
  await app.api.expect('updateCampaign', 200, { as: merchant.test, path: { campaignId }, body: { status } });
}
