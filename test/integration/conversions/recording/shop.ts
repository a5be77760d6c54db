// What the tests of conversions share: two replicas on one database, one merchant, one link, and looks at what became of an order.
import type { components } from '#generated/schema.js';
import { hashEmail } from '#conversions/recording/email.js';
import { startApp, type TestApp } from '../../../support/app.js';
import { unique, type TestClick, type TestLink, type TestMerchant } from '../../../support/makers.js';
import { until } from '../../../support/until.js';
import { Commits } from './commits.js';

type Body = components['schemas']['RecordPostbackBody'];
export type Result = components['schemas']['PostbackResult'];

export interface Standing {
  status: string;
  commissions: number;
  /** Names of the history's events. */
  history: string[];
}

export class Shop {
  private constructor(
    readonly replicas: readonly [TestApp, TestApp],
    readonly commits: Commits,
    readonly merchant: TestMerchant,
    /** Pays all orders of a customer. */
    readonly link: TestLink,
  ) {}

  static async open(): Promise<Shop> {
    const first = await startApp();
    const replicas = [first, await startApp({ sharing: first })] as const;
    const merchant = await first.make.merchant();
    const link = await first.make.link(merchant.test, { commissionRecurring: true });
    return new Shop(replicas, await Commits.watch(first.rows), merchant, link);
  }

  async close(): Promise<void> {
    await this.replicas[1].close();
    await this.replicas[0].close();
  }

  get make() {
    return this.replicas[0].make;
  }

  /** An order of 49.90 EUR, new or known. */
  async record(
    fields: Partial<Body>,
    { replica = 0, status = 201 }: { replica?: 0 | 1; status?: 200 | 201 } = {},
  ) {
    const { api, make } = this.replicas[replica];
    const reply = await api.expect('recordPostback', status, {
      as: this.merchant.test,
      body: make.order(fields),
    });
    return reply.body.data;
  }

  /** A click through the link, now. */
  click(
    sessionId?: string,
    { replica = 0, link = this.link }: { replica?: 0 | 1; link?: TestLink } = {},
  ): Promise<TestClick> {
    return this.replicas[replica].make.click(link, sessionId);
  }

  /** A session whose only click can never be credited any more. */
  async deadSession(): Promise<string> {
    const dead = await this.make.link(this.merchant.test);
    const { sessionId } = await this.click(undefined, { link: dead });
    await this.replicas[0].api.expect('updateCampaign', 200, {
      as: this.merchant.test,
      path: { campaignId: dead.campaignId },
      body: { status: 'ARCHIVED' },
    });
    return sessionId;
  }

  /** Anonymously, or with the merchant's key. */
  async identify(
    sessionId: string,
    email: string,
    { replica = 0, withKey = false }: { replica?: 0 | 1; withKey?: boolean } = {},
  ) {
    await this.replicas[replica].api.expect('identify', 200, {
      ...(withKey ? { as: this.merchant.test } : {}),
      body: { session_id: sessionId, customer_email_hash: hashEmail(email) },
    });
  }

  async standing(externalId: string): Promise<Standing | null> {
    const [row] = await this.replicas[0].rows.query<Standing>(
      `select c.status,
         (select count(*)::int from commissions m where m.merchant_id = c.merchant_id and m.mode = c.mode
            and m.conversion_id = c.id) as commissions,
         array(select h.event from conversion_history h where h.merchant_id = c.merchant_id and h.mode = c.mode
            and h.conversion_id = c.id order by h.id) as history
       from conversions c where c.merchant_id = $1 and c.external_id = $2`,
      [this.merchant.id, externalId],
    );
    return row ?? null;
  }

  /** The order was matched by now, or comes to be so by itself: nobody tells a worker to look. */
  matched(externalId: string): Promise<void> {
    const isMatched = async () => (await this.standing(externalId))?.status === 'ATTRIBUTED';
    return until(isMatched, undefined, `${externalId} is matched`);
  }

  /** Nothing is left to do, on either replica, and nothing is under way. */
  async settle(): Promise<void> {
    await this.commits.workIsDone();
    for (const replica of this.replicas) await replica.settled();
  }
}

export const anEmail = () => `buyer-${unique()}@example.com`;
export const anOrder = () => `order-${unique()}`;
