// What a shop does, as short stories: orders with every kind of evidence, repeats, contradictions, clicks, all under way at once.
import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Target } from './client.js';
import type { Entry, Ledger, Order } from './ledger.js';

/** How often a client that insists repeats a call whose outcome it does not know. */
const MOST_TRIES = 8;

export type Story = (shop: Shop) => Promise<unknown>;

/** The calls of one shop, each noted in the ledger. */
export class Shop {
  constructor(
    readonly target: Target,
    readonly ledger: Ledger,
    private readonly isOpen: () => boolean,
  ) {}

  /** Posts the order, with another amount if told so. */
  async post(entry: Entry, amount = entry.order.amount): Promise<boolean> {
    const outcome = await this.target.post('/api/v1/conversions/postback', { ...entry.order, amount });
    return this.ledger.noteOrder(entry, amount, outcome);
  }

  /** Every other client repeats the call until it knows; the rest never learn what became of it. */
  async record(evidence: Partial<Order>): Promise<Entry> {
    const entry = this.ledger.open(newOrder(evidence));
    const tries = randomInt(2) === 0 ? 1 : MOST_TRIES;
    for (let n = 0; n < tries && (n === 0 || this.isOpen()); n++) {
      if (await this.post(entry)) break;
      await sleep(50 + randomInt(200));
    }
    return entry;
  }

  async click(sessionId: string): Promise<void> {
    const body = { tracking_url: `https://go.example.com/r/${this.target.code}`, session_id: sessionId };
    const outcome = await this.target.post('/api/v1/track/click', body, { withKey: false });
    this.ledger.noteClick(sessionId, outcome);
  }

  async identify(sessionId: string, emailHash: string): Promise<void> {
    const body = { session_id: sessionId, customer_email_hash: emailHash };
    const outcome = await this.target.post('/api/v1/track/identify', body);
    this.ledger.noteIdentity(sessionId, emailHash, outcome);
  }

  /** An order that some client was told of; null while there is none. */
  someKnown(): Entry | null {
    const all = [...this.ledger.entries.values()];
    const recent = all.slice(-200).filter((entry) => entry.told.length > 0);
    return recent[randomInt(Math.max(1, recent.length))] ?? null;
  }
}

const byCode: Story = (shop) => shop.record({ affiliateCode: shop.target.code });

const withoutEvidence: Story = (shop) => shop.record({ sessionId: null });

const afterItsClick: Story = async (shop) => {
  const sessionId = newSession();
  await shop.click(sessionId);
  await shop.record({ sessionId });
};

const beforeItsClick: Story = async (shop) => {
  const sessionId = newSession();
  await shop.record({ sessionId });
  await shop.click(sessionId);
};

/** Click, identify and order in any order, or in the same instant. */
const byEmail: Story = async (shop) => {
  const sessionId = newSession();
  const customerEmailHash = randomBytes(32).toString('hex');
  const steps = [
    () => shop.click(sessionId),
    () => shop.identify(sessionId, customerEmailHash),
    () => shop.record({ customerEmailHash }),
  ];
  const inOrder = steps.splice(randomInt(3), 1).concat(steps);
  if (randomInt(2) === 0) return Promise.all(inOrder.map((step) => step()));
  for (const step of inOrder) await step();
};

/** A webhook delivered by several workers at once, one of them with another amount: one of them is the order. */
const manyAtOnce: Story = async (shop) => {
  const entry = shop.ledger.open(newOrder({ affiliateCode: shop.target.code }));
  const { amount } = entry.order;
  const amounts = [amount, amount, amount, amount + randomInt(2), amount];
  await Promise.all(amounts.map((sent) => shop.post(entry, sent)));
};

/** First orders of one customer at once: one of them earns. */
const oneCustomer: Story = (shop) => {
  const customerId = `customer-${randomBytes(6).toString('hex')}`;
  const order = () => shop.record({ affiliateCode: shop.target.code, customerId });
  return Promise.all([order(), order(), order()]);
};

const again: Story = async (shop) => {
  const entry = shop.someKnown();
  if (entry) await Promise.all([shop.post(entry), shop.post(entry)]);
};

const contradicted: Story = async (shop) => {
  const entry = shop.someKnown();
  if (entry) await shop.post(entry, entry.order.amount + 1);
};

/** As often as they stand here. */
const stories: Story[] = [
  ...[byCode, byCode, byCode, byCode, byCode, withoutEvidence, withoutEvidence],
  ...[afterItsClick, afterItsClick, beforeItsClick, beforeItsClick, byEmail, byEmail],
  ...[manyAtOnce, manyAtOnce, oneCustomer, again, again, contradicted],
];

export function someStory(): Story {
  return stories[randomInt(stories.length)] as Story;
}

function newOrder(evidence: Partial<Order>): Order {
  const externalId = `order-${randomBytes(8).toString('hex')}`;
  return { externalId, conversionType: 'SALE', amount: 1000 + randomInt(9000), currency: 'EUR', ...evidence };
}

function newSession(): string {
  return `s_${randomBytes(12).toString('base64url')}`;
}
