// Whose each table is, who else touches it, and why. Others ask the owner's service or facade; what is listed here is what they may do in
// SQL of their own. A statement that is not listed fails tables.test.ts, and so does a line here that no statement needs.
// Why so: docs/decisions/0009-plain-sql.md

/** Features as folders below src/: `earnings/payouts`, `cli`. */
type Feature = string;

export interface TableRules {
  owner: Feature;
  /** Others who read it (a lock is a read), with the reason. */
  readers?: Record<Feature, string>;
  /** Others who write it, with the reason. */
  writers?: Record<Feature, string>;
}

const FACTS = 'the evidence of many orders is looked up in one statement: a postback waits for it';
const PERSON = 'a person is erased everywhere at once: the one place that must know all traces';
const NAMED =
  "the order's name is shown beside the commission, row by row; the name lives with the order alone";

export const tables: Record<string, TableRules> = {
  work: { owner: 'platform/jobs', writers: { cli: PERSON } },
  merchants: {
    owner: 'accounts/merchants',
    readers: {
      'accounts/api-keys': 'a key is checked with its merchant in one statement: half an answer is none',
      'program/campaigns':
        "a public profile names its merchant, and is found with it by the campaign's id alone",
    },
  },
  api_keys: { owner: 'accounts/api-keys' },
  campaigns: {
    owner: 'program/campaigns',
    readers: {
      'program/affiliates':
        'a followed link is found with its landing page and its state in one statement: a visitor waits',
      'conversions/recording': FACTS,
    },
  },
  campaign_directory: { owner: 'program/campaigns' },
  affiliates: {
    owner: 'program/affiliates',
    readers: {
      'conversions/recording': FACTS,
      'earnings/payouts': 'the affiliate is held while a payout is made',
    },
  },
  affiliate_links: { owner: 'program/affiliates', readers: { 'conversions/recording': FACTS } },
  tracking_codes: { owner: 'program/affiliates' },
  clicks: { owner: 'tracking/clicks', readers: { 'conversions/recording': FACTS } },
  sessions: {
    owner: 'tracking/clicks',
    readers: { 'conversions/recording': FACTS },
    writers: { cli: PERSON },
  },
  session_directory: { owner: 'tracking/clicks' },
  pending_identities: { owner: 'tracking/clicks', writers: { cli: PERSON } },
  site_installations: { owner: 'tracking/browser-script' },
  site_token_directory: { owner: 'tracking/browser-script' },
  captured_sessions: { owner: 'tracking/browser-script' },
  conversion_history: { owner: 'earnings/history', writers: { cli: PERSON } },
  commissions: {
    owner: 'earnings/commissions',
    readers: {
      'earnings/payouts':
        'up to 10,000 commissions are locked and put into a payout in one statement; balances are sums over all',
      'conversions/recording': 'a conversion is shown and exported with its commission, row by row',
      'conversions/analytics': 'a campaign is counted in one statement: all of it is of one moment',
      demo: 'looks for what it has made',
    },
  },
  commission_entries: { owner: 'earnings/commissions' },
  customer_claims: {
    owner: 'earnings/commissions',
    readers: { 'conversions/recording': FACTS },
    writers: { cli: PERSON },
  },
  customer_credits: {
    owner: 'earnings/commissions',
    readers: { 'conversions/recording': FACTS },
    writers: { cli: PERSON },
  },
  tier_counters: { owner: 'earnings/commissions', readers: { 'conversions/recording': FACTS } },
  payouts: { owner: 'earnings/payouts' },
  payout_items: { owner: 'earnings/payouts' },
  conversions: {
    owner: 'conversions/recording',
    readers: {
      'conversions/analytics': 'a campaign is counted in one statement: all of it is of one moment',
      // These two look up. What they show is a word of the order, which nothing below stores.
      'earnings/commissions': NAMED,
      'earnings/payouts': NAMED,
      demo: 'looks for what it has made',
    },
    writers: { cli: PERSON },
  },
  awaiting_evidence: { owner: 'conversions/recording', writers: { cli: PERSON } },
  refunds: { owner: 'conversions/refunds' },
  kept_refunds: {
    owner: 'conversions/refunds',
    readers: {
      'conversions/recording':
        'a job is written only for an order that a refund waits for: one for each order would cost each order',
    },
  },
};
