// How much is looked at: the 50 newest clicks of a session, the 20 newest sessions of an email. A busy session or email, honest or
// not, must not slow orders down; what lies behind the limit is as if it were not there.
import { sharedApp, type SharedApp } from '../../../support/app.js';
import { hashEmail } from '#conversions/recording/email.js';
import { sessionName, type TestLink, type TestMerchant } from '../../../support/makers.js';
import { anEmail } from './shop.js';

const MINUTE = 60_000;
let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;
/** Its campaign is archived: its clicks never hold. */
let dead: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
  dead = await app.make.link(merchant.test);
  await app.api.expect('updateCampaign', 200, {
    as: merchant.test,
    path: { campaignId: dead.campaignId },
    body: { status: 'ARCHIVED' },
  });
});

const clickAt = (minutesAgo: number, of: TestLink, sessionId?: string) =>
  app.make.clickAt(merchant, 'test', of, new Date(Date.now() - minutesAgo * MINUTE), sessionId);

async function creditedClick(fields: Parameters<typeof app.make.order>[0]): Promise<string | null> {
  const reply = await app.api.expect('recordPostback', 201, {
    as: merchant.test,
    body: app.make.order(fields),
  });
  return reply.body.data.clickId;
}

describe('of a session', () => {
  /** A good click behind so many newer ones that do not hold. */
  async function behind(newer: number) {
    const good = await clickAt(newer + 1, link);
    for (let minutes = 1; minutes <= newer; minutes++) await clickAt(minutes, dead, good.sessionId);
    return good;
  }

  it('the 50 newest clicks are looked at, the 51st is not', async () => {
    const fiftieth = await behind(49);
    expect(await creditedClick({ sessionId: fiftieth.sessionId })).toBe(fiftieth.clickId);
    const fiftyFirst = await behind(50);
    expect(await creditedClick({ sessionId: fiftyFirst.sessionId })).toBeNull();
    expect(await creditedClick({ clickId: fiftyFirst.clickId })).toBe(fiftyFirst.clickId);
  });

  it('clicks later than 5 minutes after the order do not push out the one before it', async () => {
    const good = await clickAt(200, link);
    for (let minutes = 1; minutes <= 60; minutes++) await clickAt(minutes, link, good.sessionId);
    const occurredAt = new Date(Date.now() - 150 * MINUTE).toISOString();
    expect(await creditedClick({ sessionId: good.sessionId, occurredAt })).toBe(good.clickId);
  });
});

describe('of an email', () => {
  async function identified(email: string, minutesAgo: number, of: TestLink, vouched: boolean) {
    const click = await clickAt(minutesAgo, of, sessionName());
    await app.rows.query(
      `update sessions set email_hash = decode($1, 'hex'), identified_at = $2, vouched = $3 where id = $4`,
      [hashEmail(email), new Date(Date.now() - minutesAgo * MINUTE), vouched, click.sessionId],
    );
    return click;
  }
  /** A good click in a session identified before so many others of the same email. */
  async function behind(newer: number, vouched: boolean) {
    const customerEmail = anEmail();
    const good = await identified(customerEmail, newer + 1, link, vouched);
    for (let minutes = 1; minutes <= newer; minutes++) await identified(customerEmail, minutes, dead, false);
    return { clickId: good.clickId, found: await creditedClick({ customerEmail }) };
  }

  it('the 20 newest sessions are looked at, the 21st is not', async () => {
    const twentieth = await behind(19, false);
    expect(twentieth.found).toBe(twentieth.clickId);
    expect((await behind(20, false)).found).toBeNull();
  });

  it('a session that a key vouched for is not pushed out by anonymous claims', async () => {
    const vouched = await behind(25, true);
    expect(vouched.found).toBe(vouched.clickId);
  });
});
