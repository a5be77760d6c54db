// A table is the feature's in whose folder its entity stands. Who else touches it in SQL of their own, and why; all others ask the owner's
// service or facade. A statement that is not listed fails tables.test.ts, and so does a line here that no statement needs.
// Why so: docs/decisions/0009-plain-sql.md

/** Features as folders below src/: `earnings/payouts`, `cli`. */
type Feature = string;

export interface Exceptions {
  /** Others who read it (a lock is a read), with the reason. */
  readers?: Record<Feature, string>;
  /** Others who write it, with the reason. */
  writers?: Record<Feature, string>;
}

const FACTS = 'the evidence of many orders is looked up in one statement: a postback waits for it';
const NAMES = 'people choose among merchants by their names';
const REACH = 'a session is checked with what it may reach in one statement: half an answer is none';
const PERSON = 'a person is erased everywhere at once: the one place that must know all traces';
const WHO = 'entries are shown and exported with who did it, row by row';
const NAMED =
  "the order's name is shown beside the commission, row by row; the name lives with the order alone";
const TRACED =
  'what is known of an order is gathered from all features, a bounded look-up of each; nothing is decided';

export const mayAlso: Record<string, Exceptions> = {
  work: { writers: { cli: PERSON } },
  events: {
    readers: { 'integrations/webhooks': 'what is sent is the text of the event, which lives with it alone' },
    writers: {
      cli: PERSON,
      'integrations/webhooks': 'what was told goes together, events and deliveries',
    },
  },
  event_feeds: { readers: { 'integrations/webhooks': 'of whom something was told that may be too old' } },
  merchants: {
    readers: {
      'accounts/api-keys': 'a key is checked with its merchant in one statement: half an answer is none',
      'program/campaigns':
        "a public profile names its merchant, and is found with it by the campaign's id alone",
      'accounts/people': NAMES,
      'accounts/sessions': REACH,
      'accounts/members': NAMES,
    },
  },
  people: {
    readers: {
      'accounts/members': 'an invitation is shown with the name of who sent it',
      'accounts/audit-log': WHO,
    },
  },
  api_keys: { readers: { 'accounts/audit-log': WHO } },
  memberships: { readers: { 'accounts/sessions': REACH } },
  campaigns: {
    readers: {
      'program/affiliates':
        'a followed link is found with its landing page and its state in one statement: a visitor waits',
      'conversions/recording': FACTS,
      'conversions/trace': TRACED,
    },
  },
  affiliates: {
    readers: {
      'conversions/recording': FACTS,
      'conversions/trace': TRACED,
      'earnings/payouts': 'the affiliate is held while a payout is made',
    },
  },
  affiliate_links: {
    readers: { 'conversions/recording': FACTS, 'conversions/trace': TRACED },
  },
  clicks: {
    readers: { 'conversions/recording': FACTS, 'conversions/trace': TRACED },
  },
  sessions: {
    readers: { 'conversions/recording': FACTS, 'conversions/trace': TRACED },
    writers: { cli: PERSON },
  },
  pending_identities: {
    readers: { 'conversions/trace': TRACED },
    writers: { cli: PERSON },
  },
  conversion_history: {
    readers: { 'conversions/trace': TRACED },
    writers: { cli: PERSON },
  },
  commissions: {
    readers: {
      'earnings/payouts':
        'up to 10,000 commissions are locked and put into a payout in one statement; balances are sums over all',
      'conversions/recording': 'a conversion is shown and exported with its commission, row by row',
      'conversions/analytics': 'a campaign is counted in one statement: all of it is of one moment',
      'conversions/trace': TRACED,
      demo: 'looks for what it has made',
    },
  },
  customer_claims: {
    readers: { 'conversions/recording': FACTS },
    writers: { cli: PERSON },
  },
  customer_credits: {
    readers: { 'conversions/recording': FACTS, 'conversions/trace': TRACED },
    writers: { cli: PERSON },
  },
  tier_counters: { readers: { 'conversions/recording': FACTS } },
  conversions: {
    readers: {
      'conversions/analytics': 'a campaign is counted in one statement: all of it is of one moment',
      'conversions/trace': TRACED,
      // These two look up. What they show is a word of the order, which nothing below stores.
      'earnings/commissions': NAMED,
      'earnings/payouts': NAMED,
      demo: 'looks for what it has made',
    },
    writers: { cli: PERSON },
  },
  awaiting_evidence: {
    readers: { 'conversions/trace': TRACED },
    writers: { cli: PERSON },
  },
  kept_refunds: {
    readers: {
      'conversions/recording':
        'a job is written only for an order that a refund waits for: one for each order would cost each order',
      'conversions/trace': TRACED,
    },
  },
};
