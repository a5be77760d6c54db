// getTrace: why an order was not credited. A story for each finding, told as a merchant lives it.
import { createHash } from 'node:crypto';
import { Erasure } from '#cli/erasure.js';
import { findingWords } from '#conversions/trace/finding-words.js';
import { Database } from '#platform/database/database.js';
import { Clock } from '#platform/time/clock.js';
import { DAY_MS, HOUR_MS } from '#platform/time/time-units.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { sessionName, unique, type TestLink, type TestMerchant } from '../../support/makers.js';

type Order = NonNullable<Parameters<SharedApp['make']['order']>[0]>;
type Query = Record<string, string | undefined>;

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;
/** Another affiliate of the same campaign. */
let rival: TestLink;
const seen = new Set<string>();

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test, { commissionRecurring: true });
  rival = await app.make.affiliate(merchant.test, link.campaignId);
});

const emailHash = (email: string) => createHash('sha256').update(email).digest('hex');
const ago = (ms: number) => new Date(Date.now() - ms);

async function record(fields: Order = {}, as = merchant.test) {
  const body = app.make.order(fields);
  return (await app.api.expect('recordPostback', 201, { as, body })).body.data;
}

async function trace(query: Query, as = merchant.test) {
  const { data } = (await app.api.expect('getTrace', 200, { as, query: query as Record<string, string> }))
    .body;
  for (const { reason } of data.findings) seen.add(reason);
  return data;
}

async function reasons(query: Query, as = merchant.test) {
  return (await trace(query, as)).findings.map(({ reason }) => reason);
}

/** The one finding with this reason. */
async function finding(reason: string, query: Query) {
  const found = (await trace(query)).findings.filter((one) => one.reason === reason);
  expect(found).toHaveLength(1);
  return found[0];
}

async function identify(sessionId: string, hash: string) {
  const body = { session_id: sessionId, customer_email_hash: hash };
  await app.api.expect('identify', 200, { as: merchant.test, body });
  await app.settled();
}

const suspend = (affiliateId: string, status: 'SUSPENDED' | 'ACTIVE') =>
  app.api.expect('updateAffiliate', 200, { as: merchant.test, path: { affiliateId }, body: { status } });

const setCampaign = (campaignId: string, status: 'PAUSED' | 'ARCHIVED') =>
  app.api.expect('updateCampaign', 200, { as: merchant.test, path: { campaignId }, body: { status } });

describe('what is not there', () => {
  it('ORDER_NOT_REPORTED: the affiliate names an order whose postback never came', async () => {
    expect(await reasons({ externalId: `never-${unique()}` })).toEqual(['ORDER_NOT_REPORTED']);
  });

  it('ORDER_NOT_REPORTED: the visitor clicked and was identified, and no order ever came with that', async () => {
    const { sessionId, clickId } = await app.make.click(link);
    const hash = emailHash(`${unique()}@example.com`);
    await identify(sessionId, hash);
    for (const query of [{ sessionId }, { clickId }, { customerEmailHash: hash }])
      expect(await reasons(query)).toEqual(['ORDER_NOT_REPORTED']);
  });

  it('CONVERSION_UNKNOWN: the id is of no conversion, or no id at all', async () => {
    for (const conversionId of ['cnv_01h455vb4pex5vsknk084sn02q', 'order-1'])
      expect(await reasons({ conversionId })).toEqual(['CONVERSION_UNKNOWN']);
  });

  it('SESSION_UNKNOWN: the shop sends a session that no link ever made', async () => {
    const sessionId = sessionName();
    const { externalId } = await record({ sessionId });
    expect(await finding('SESSION_UNKNOWN', { externalId })).toMatchObject({
      basis: 'DECISION',
      evidence: 'SESSION',
      sessionId,
    });
    const asked = await trace({ sessionId });
    expect(asked.findings.map(({ basis }) => basis)).toEqual(['STATE', 'DECISION']);
    expect(asked.findings[1]).toMatchObject({ reason: 'SESSION_UNKNOWN', externalId });
  });

  it('CLICK_UNKNOWN: the shop sends the click id of another network', async () => {
    const clickId = `gclid-${unique()}`;
    const { externalId } = await record({ clickId });
    expect(await finding('CLICK_UNKNOWN', { externalId })).toMatchObject({ evidence: 'CLICK' });
    expect(await reasons({ clickId })).toEqual(['CLICK_UNKNOWN', 'CLICK_UNKNOWN']);
  });

  it('CODE_UNKNOWN: the customer mistyped the code', async () => {
    const code = `Mistyped-${unique()}`;
    const { externalId } = await record({ affiliateCode: code });
    expect(await finding('CODE_UNKNOWN', { externalId })).toMatchObject({ evidence: 'CODE' });
    expect(await reasons({ code: code.toLowerCase() })).toEqual(['CODE_UNKNOWN', 'CODE_UNKNOWN']);
  });

  it('HASH_UNKNOWN: the affiliate gives an email that nobody ever used', async () => {
    expect(await reasons({ customerEmailHash: emailHash(`${unique()}@example.com`) })).toEqual([
      'HASH_UNKNOWN',
    ]);
  });

  it('CUSTOMER_UNKNOWN: no order came with this customer id', async () => {
    expect(await reasons({ customerId: `nobody-${unique()}` })).toEqual(['CUSTOMER_UNKNOWN']);
  });

  it('MODE_MISMATCH: the shop reports its orders with the live key, and the dashboard looks at test', async () => {
    const customerId = `customer-${unique()}`;
    const hash = emailHash(`${unique()}@example.com`);
    const liveLink = await app.make.link(merchant.live);
    const { sessionId, clickId } = await app.make.click(liveLink);
    const body = { session_id: sessionId, customer_email_hash: hash };
    await app.api.expect('identify', 200, { as: merchant.live, body });
    const { externalId, conversionId } = await record({ sessionId, customerId }, merchant.live);
    const queries = [
      { externalId },
      { conversionId: conversionId as string },
      { sessionId },
      { clickId },
      { code: liveLink.code.toUpperCase() },
      { customerEmailHash: hash.toUpperCase() },
      { customerId },
    ];
    for (const query of queries) expect(await reasons(query)).toEqual(['MODE_MISMATCH']);
    const { externalId: mixed } = await record({ sessionId, affiliateCode: liveLink.code, clickId });
    expect(await reasons({ externalId: mixed })).toEqual(['MODE_MISMATCH', 'MODE_MISMATCH', 'MODE_MISMATCH']);
    expect(await reasons({ sessionId })).toEqual([
      'MODE_MISMATCH',
      'MODE_MISMATCH',
      'MODE_MISMATCH',
      'MODE_MISMATCH',
    ]);
  });
});

describe('an order that came with too little', () => {
  it('NO_EVIDENCE_SENT: the shop lost the session on the way to its checkout', async () => {
    const { externalId } = await record({ sessionId: null });
    expect(await reasons({ externalId })).toEqual(['NO_EVIDENCE_SENT']);
  });

  it('EVIDENCE_UNUSABLE: every guest is customer "guest"', async () => {
    const { externalId } = await record({ customerId: 'guest' });
    expect(await reasons({ externalId })).toEqual(['EVIDENCE_UNUSABLE']);
  });

  it('IDENTIFY_NEVER_CALLED: the order has the email, but no page ever said whose session it is', async () => {
    const hash = emailHash(`${unique()}@example.com`);
    await app.make.click(link);
    const { externalId } = await record({ customerEmailHash: hash });
    expect(await reasons({ externalId })).toEqual(['IDENTIFY_NEVER_CALLED']);
    expect(await reasons({ customerEmailHash: hash })).toEqual([
      'IDENTIFY_NEVER_CALLED',
      'IDENTIFY_NEVER_CALLED',
    ]);
  });

  it('IDENTIFY_NEVER_CALLED: the visitor clicked and was never identified, and no order came with the session', async () => {
    const { sessionId, clickId } = await app.make.click(link);
    for (const query of [{ sessionId }, { clickId }])
      expect(await reasons(query)).toEqual(['ORDER_NOT_REPORTED', 'IDENTIFY_NEVER_CALLED']);
  });

  it('CUSTOMER_NOT_CREDITED: the customer is known, but never came through a link', async () => {
    const { externalId } = await record({ customerId: `customer-${unique()}` });
    expect(await reasons({ externalId })).toEqual(['CUSTOMER_NOT_CREDITED']);
  });
});

describe('a click that does not count', () => {
  it('WINDOW_OVER: the customer bought a hundred days after the click', async () => {
    const { sessionId, clickId } = await app.make.clickAt(merchant, 'test', link, ago(100 * DAY_MS));
    const { externalId } = await record({ sessionId });
    const expected = { basis: 'DECISION', clickId, sessionId, affiliateId: link.affiliateId, externalId };
    for (const query of [{ externalId }, { sessionId }, { clickId }])
      expect(await finding('WINDOW_OVER', query)).toMatchObject(expected);
  });

  it('WINDOW_OVER: and another affiliate’s code took the order', async () => {
    const { sessionId } = await app.make.clickAt(merchant, 'test', link, ago(100 * DAY_MS));
    const { externalId } = await record({ sessionId, affiliateCode: rival.code });
    expect(await reasons({ sessionId })).toEqual(['WINDOW_OVER']);
    expect(await finding('WINDOW_OVER', { externalId })).toMatchObject({ affiliateId: link.affiliateId });
  });

  it('CLICK_AFTER_ORDER: the customer bought first and clicked the link later', async () => {
    const { sessionId, clickId } = await app.make.click(link);
    const { externalId } = await record({ sessionId, occurredAt: ago(HOUR_MS).toISOString() });
    for (const query of [{ externalId }, { clickId }])
      expect(await finding('CLICK_AFTER_ORDER', query)).toMatchObject({ basis: 'DECISION', clickId });
  });

  it('CLICK_AFTER_ORDER: the affiliate’s click came after the order that another one won', async () => {
    const won = await app.make.clickAt(merchant, 'test', rival, ago(2 * HOUR_MS));
    const late = await app.make.click(link, won.sessionId);
    await record({ sessionId: won.sessionId, occurredAt: ago(HOUR_MS).toISOString() });
    expect(await reasons({ clickId: late.clickId })).toEqual(['CLICK_AFTER_ORDER']);
  });

  it('AFFILIATE_SUSPENDED: the affiliate was suspended when the order came, and is told so after it ended', async () => {
    const own = await app.make.affiliate(merchant.test, link.campaignId);
    const { sessionId } = await app.make.click(own);
    await suspend(own.affiliateId, 'SUSPENDED');
    const { externalId } = await record({ sessionId });
    expect(await reasons({ code: own.code })).toEqual(['AFFILIATE_SUSPENDED', 'ORDER_NOT_REPORTED']);
    await suspend(own.affiliateId, 'ACTIVE');
    expect(await finding('AFFILIATE_SUSPENDED', { externalId })).toMatchObject({
      basis: 'DECISION',
      affiliateId: own.affiliateId,
    });
  });

  it('CAMPAIGN_PAUSED: the code was used while the campaign was paused', async () => {
    const own = await app.make.link(merchant.test);
    await setCampaign(own.campaignId, 'PAUSED');
    const { externalId } = await record({ affiliateCode: own.code });
    expect(await reasons({ externalId })).toEqual(['CAMPAIGN_PAUSED']);
    expect(await reasons({ code: own.code })).toEqual(['CAMPAIGN_PAUSED', 'CAMPAIGN_PAUSED']);
  });

  it('CAMPAIGN_ARCHIVED: the campaign ended between the click and the order', async () => {
    const own = await app.make.link(merchant.test);
    const { sessionId } = await app.make.click(own);
    await setCampaign(own.campaignId, 'ARCHIVED');
    const { externalId } = await record({ sessionId });
    expect(await reasons({ externalId })).toEqual(['CAMPAIGN_ARCHIVED']);
    expect(await finding('CAMPAIGN_ARCHIVED', { code: own.code })).toMatchObject({ basis: 'STATE' });
  });
});

describe('a customer who came before, or comes again', () => {
  it('BEFORE_FIRST_CREDIT: an old order is reported after the customer’s first credited one', async () => {
    const customerId = `customer-${unique()}`;
    await record({ customerId, affiliateCode: link.code });
    const { externalId } = await record({ customerId, occurredAt: ago(DAY_MS).toISOString() });
    expect(await reasons({ externalId })).toEqual(['BEFORE_FIRST_CREDIT']);
    expect(await reasons({ customerId })).toEqual(['BEFORE_FIRST_CREDIT']);
  });

  it('DURATION_OVER: the campaign pays for one month, and the renewal comes after two', async () => {
    const own = await app.make.link(merchant.test, { commissionRecurring: true, recurringMonthsLimit: 1 });
    const customerId = `customer-${unique()}`;
    const occurredAt = ago(70 * DAY_MS).toISOString();
    await record({ customerId, affiliateCode: own.code, occurredAt });
    const renewal = await record({ customerId });
    expect(await reasons({ externalId: renewal.externalId })).toEqual(['DURATION_OVER']);
    const withCode = await record({ customerId, affiliateCode: own.code });
    expect(await reasons({ externalId: withCode.externalId })).toEqual(['DURATION_OVER']);
  });

  it('FIRST_ORDER_ONLY: the campaign pays first orders, and this is the second', async () => {
    const own = await app.make.link(merchant.test);
    const customerId = `customer-${unique()}`;
    await record({ customerId, affiliateCode: own.code });
    const { externalId } = await record({ customerId, affiliateCode: own.code });
    expect(await reasons({ externalId })).toEqual(['FIRST_ORDER_ONLY']);
  });
});

describe('an order that another affiliate won', () => {
  it('LATER_CLICK_WON: the customer clicked a second link, and the last click wins', async () => {
    const first = await app.make.clickAt(merchant, 'test', link, ago(2 * HOUR_MS));
    const last = await app.make.clickAt(merchant, 'test', rival, ago(HOUR_MS), first.sessionId);
    const { externalId } = await record({ sessionId: first.sessionId });
    const expected = { clickId: first.clickId, affiliateId: link.affiliateId, externalId };
    for (const query of [{ externalId }, { clickId: first.clickId }, { sessionId: first.sessionId }])
      expect(await finding('LATER_CLICK_WON', query)).toMatchObject(expected);
    expect(await reasons({ clickId: last.clickId })).toEqual([]);
  });

  it('OTHER_SESSION: the customer clicked on the phone and bought on the laptop through another link', async () => {
    const hash = emailHash(`${unique()}@example.com`);
    const phone = await app.make.clickAt(merchant, 'test', link, ago(2 * HOUR_MS));
    const laptop = await app.make.clickAt(merchant, 'test', rival, ago(HOUR_MS));
    await identify(phone.sessionId, hash);
    await identify(laptop.sessionId, hash);
    const { externalId } = await record({ sessionId: laptop.sessionId, customerEmailHash: hash });
    const expected = { clickId: phone.clickId, affiliateId: link.affiliateId, externalId };
    for (const query of [{ externalId }, { sessionId: phone.sessionId }, { customerEmailHash: hash }])
      expect(await finding('OTHER_SESSION', query)).toMatchObject(expected);
  });

  it('EARLIER_EVIDENCE_WON: the customer entered the affiliate’s code, but came through another’s link', async () => {
    const { sessionId } = await app.make.click(rival);
    const { externalId } = await record({ sessionId, affiliateCode: link.code });
    for (const query of [{ externalId }, { code: link.code.toUpperCase() }])
      expect((await trace(query)).findings).toContainEqual(
        expect.objectContaining({
          reason: 'EARLIER_EVIDENCE_WON',
          externalId,
          affiliateId: link.affiliateId,
        }),
      );
  });
});

describe('an order that was credited and earns nothing', () => {
  it('TEST_ORDER: it was sent as a test with the live key', async () => {
    const own = await app.make.link(merchant.live);
    const { externalId } = await record({ affiliateCode: own.code, isSynthetic: true }, merchant.live);
    expect(await reasons({ externalId }, merchant.live)).toEqual(['TEST_ORDER']);
  });

  it('REFUNDED: the customer sent it back, also before anybody was credited', async () => {
    const sold = await record({ affiliateCode: link.code });
    const unsold = await record({ sessionId: null });
    for (const { externalId } of [sold, unsold]) {
      await app.api.expect('refundConversion', 200, { as: merchant.test, body: { externalId } });
      await finding('REFUNDED', { externalId });
    }
  });

  it('COMMISSION_REJECTED: somebody rejected the commission', async () => {
    const { externalId, commissionId } = await record({ affiliateCode: link.code });
    const body = { commissionIds: [commissionId as string], reason: 'fraud' };
    await app.api.expect('bulkRejectCommissions', 200, { as: merchant.test, body });
    expect(await reasons({ externalId })).toEqual(['COMMISSION_REJECTED']);
  });

  it('PERSON_ERASED: the customer asked to be forgotten; the order says so, and its hash finds nothing', async () => {
    const hash = emailHash(`${unique()}@example.com`);
    const customerId = `customer-${unique()}`;
    const { externalId } = await record({ customerEmailHash: hash, customerId, sessionId: sessionName() });
    const get = app.service.app.get.bind(app.service.app);
    const erasure = new Erasure(get(Database, { strict: false }), get(Clock, { strict: false }), {
      dryRun: false,
      portion: 1000,
    });
    await erasure.erase({ merchantId: merchant.id, modes: ['test'] }, [
      { kind: 'EMAIL', value: hash },
      { kind: 'CUSTOMER', value: customerId },
    ]);
    const { findings, events } = await trace({ externalId });
    expect(findings[0]?.reason).toBe('PERSON_ERASED');
    expect(events.at(-1)?.kind).toBe('PERSON_ERASED');
    expect(events.filter(({ value }) => value !== null)).toEqual([]);
    expect(await reasons({ customerEmailHash: hash })).toEqual(['HASH_UNKNOWN']);
    expect(await reasons({ customerId })).toEqual(['CUSTOMER_UNKNOWN']);
  });
});

it('every reason of the contract has had its story', () => {
  expect([...seen].sort()).toEqual(Object.keys(findingWords).sort());
});
