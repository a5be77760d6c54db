// Facts in, findings out: what the stories of test/e2e/trace/ cannot easily tell apart.
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#platform/time/time-units.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { findingWords } from '#conversions/trace/finding-words.js';
import { findingsOf } from '#conversions/trace/findings.js';
import {
  placeKey,
  type TracedClick,
  type TracedOrder,
  type TraceFacts,
  type TraceSubject,
} from '#conversions/trace/trace.js';
import { document } from '../../../contract/support/document.js';

type Attempt = TracedOrder['attribution']['attempts'][number];

const ORDER = new Date('2026-11-20T12:00:00Z');
const [MILA, NORA] = [newId(), newId()];
const CAMPAIGN = newId();

const subject = (kind: TraceSubject['kind'], value: string): TraceSubject => ({ kind, value, period: null });

function facts(known: Partial<TraceFacts>): TraceFacts {
  return {
    subject: subject('EXTERNAL_ID', 'order-1'),
    orders: [],
    sessions: [],
    clicks: [],
    links: [],
    credits: [],
    waitingIdentities: [],
    waitingRefunds: [],
    affiliates: [MILA, NORA].map((id) => ({ id, status: 'ACTIVE' })),
    campaigns: [{ id: CAMPAIGN, name: 'Spring', status: 'ACTIVE', attributionWindowDays: 30 }],
    elsewhere: new Set(),
    truncated: [],
    ...known,
  };
}

function click(affiliateId: string, offset: number, sessionId = 's_phone'): TracedClick {
  const clickedAt = new Date(ORDER.getTime() + offset);
  return { id: newId(), sessionId, affiliateId, campaignId: CAMPAIGN, clickedAt, source: 'REDIRECT' };
}

function attempt(
  evidence: Attempt['evidence'],
  result: Attempt['result'],
  found: Partial<Attempt> = {},
): Attempt {
  return {
    evidence,
    value: 'x',
    result,
    clickId: null,
    clickedAt: null,
    clickSource: null,
    identifiedBy: null,
    affiliateId: null,
    campaignId: null,
    affiliateStatus: null,
    campaignStatus: null,
    attributionWindowDays: null,
    ...found,
  };
}

function order(attempts: Attempt[], fields: Partial<TracedOrder> = {}): TracedOrder {
  const matched = attempts.find(({ result }) => result === 'MATCHED');
  return {
    id: newId(),
    externalId: 'order-1',
    amount: 4990,
    currency: 'EUR',
    occurredAt: ORDER,
    recordedAt: ORDER,
    status: matched ? 'ATTRIBUTED' : 'UNATTRIBUTED',
    evidence: attempts.map(({ evidence, value }) => ({ kind: evidence, value })),
    attribution: {
      matchedBy: matched?.evidence ?? null,
      decidedAt: ORDER.toISOString(),
      attempts,
      terms: null,
      commission: { result: matched ? 'EARNED' : 'UNATTRIBUTED', amount: null, currency: null },
    },
    affiliateId: matched?.affiliateId ?? null,
    campaignId: matched ? CAMPAIGN : null,
    clickId: matched?.clickId ?? null,
    refundedAt: null,
    history: [],
    earned: null,
    ...fields,
  };
}

/** An order that this click won by its session. */
function wonBy(winner: TracedClick, fields: Partial<TracedOrder> = {}): TracedOrder {
  const found = { value: winner.sessionId, clickId: winner.id, affiliateId: winner.affiliateId };
  return order([attempt('SESSION', 'MATCHED', found)], fields);
}

const reasons = (known: Partial<TraceFacts>) => findingsOf(facts(known)).map(({ reason }) => reason);

describe('the words', () => {
  it('are there for each reason of the contract, and for no other', () => {
    const { schemas } = document['components'] as { schemas: Record<string, Record<string, never>> };
    const { reason } = schemas['TraceFinding']!['properties'] as unknown as Record<
      string,
      Record<string, string[]>
    >;
    expect(Object.keys(findingWords)).toEqual(reason!['x-extensible-enum']);
  });
});

describe('an attempt that failed', () => {
  it.each([
    ['SESSION', 'NOT_FOUND', 'SESSION_UNKNOWN'],
    ['CLICK', 'NOT_FOUND', 'CLICK_UNKNOWN'],
    ['CODE', 'NOT_FOUND', 'CODE_UNKNOWN'],
    ['EMAIL', 'NOT_FOUND', 'IDENTIFY_NEVER_CALLED'],
    ['CUSTOMER', 'NOT_FOUND', 'CUSTOMER_NOT_CREDITED'],
    ['EMAIL', 'INVALID', 'EVIDENCE_UNUSABLE'],
    ['EMAIL', 'OUTSIDE_WINDOW', 'WINDOW_OVER'],
    ['CLICK', 'AFTER_CONVERSION', 'CLICK_AFTER_ORDER'],
    ['CODE', 'AFFILIATE_INACTIVE', 'AFFILIATE_SUSPENDED'],
    ['CUSTOMER', 'BEFORE_FIRST_CREDIT', 'BEFORE_FIRST_CREDIT'],
    ['CUSTOMER', 'DURATION_ENDED', 'DURATION_OVER'],
  ] as const)('by %s with %s is %s, as it was stored', (evidence, result, reason) => {
    const found = findingsOf(facts({ orders: [order([attempt(evidence, result)])] }));
    expect(found).toMatchObject([{ reason, basis: 'DECISION', evidence }]);
  });

  it.each([
    ['ARCHIVED', 'CAMPAIGN_ARCHIVED'],
    ['PAUSED', 'CAMPAIGN_PAUSED'],
    ['DRAFT', 'CAMPAIGN_PAUSED'],
  ])('in a campaign that was %s then is %s, whatever the campaign is now', (campaignStatus, reason) => {
    const failed = attempt('CODE', 'CAMPAIGN_INACTIVE', { campaignStatus, campaignId: CAMPAIGN });
    expect(reasons({ orders: [order([failed])] })).toEqual([reason]);
  });

  it('is a mismatch of modes where the other mode knows it', () => {
    const elsewhere = new Set([placeKey('SESSION', 'x')]);
    const orders = [order([attempt('SESSION', 'NOT_FOUND'), attempt('CLICK', 'NOT_FOUND')])];
    expect(reasons({ orders, elsewhere })).toEqual(['MODE_MISMATCH', 'CLICK_UNKNOWN']);
  });

  it('is told of a credited order only where it led to somebody else', () => {
    const found = { clickId: newId(), campaignId: CAMPAIGN };
    const match = attempt('CODE', 'MATCHED', { affiliateId: MILA });
    const tried = (failed: Attempt) => reasons({ orders: [order([failed, match])] });
    expect(tried(attempt('SESSION', 'OUTSIDE_WINDOW', { ...found, affiliateId: NORA }))).toEqual([
      'WINDOW_OVER',
    ]);
    expect(tried(attempt('SESSION', 'OUTSIDE_WINDOW', { ...found, affiliateId: MILA }))).toEqual([]);
    expect(tried(attempt('SESSION', 'NOT_FOUND'))).toEqual([]);
  });
});

describe('another affiliate’s click', () => {
  const winner = click(NORA, -HOUR_MS);
  const lost = (loser: TracedClick, known: Partial<TraceFacts> = {}) =>
    reasons({ clicks: [winner, loser], orders: [wonBy(winner)], ...known });

  it('lost to a later one in the same session, or to one in another session', () => {
    expect(lost(click(MILA, -2 * HOUR_MS))).toEqual(['LATER_CLICK_WON']);
    expect(lost(click(MILA, -2 * HOUR_MS, 's_laptop'))).toEqual(['OTHER_SESSION']);
  });

  it('lost by its time: too old for its campaign, or too late for the order', () => {
    expect(lost(click(MILA, -30 * DAY_MS))).toEqual(['LATER_CLICK_WON']);
    expect(lost(click(MILA, -30 * DAY_MS - 1))).toEqual(['WINDOW_OVER']);
    expect(lost(click(MILA, 5 * MINUTE_MS + 1))).toEqual(['CLICK_AFTER_ORDER']);
  });

  it('that was the later one lost by its affiliate’s state or its campaign’s, and nothing is made up otherwise', () => {
    const later = click(MILA, -MINUTE_MS);
    const affiliates = [{ id: MILA, status: 'SUSPENDED' as const }];
    expect(lost(later, { affiliates })).toEqual(['AFFILIATE_SUSPENDED']);
    const campaigns = facts({}).campaigns.map((one) => ({ ...one, status: 'ARCHIVED' as const }));
    expect(lost(later, { campaigns })).toEqual(['CAMPAIGN_ARCHIVED']);
    expect(lost(later)).toEqual([]);
  });

  it('is told once for each affiliate, of at most five, and never of the credited one', () => {
    const others = Array.from({ length: 7 }, () => newId());
    const losers = others.flatMap((id) => [click(id, -2 * HOUR_MS), click(id, -3 * HOUR_MS)]);
    const found = findingsOf(
      facts({ clicks: [winner, ...losers, click(NORA, -HOUR_MS * 5)], orders: [wonBy(winner)] }),
    );
    expect(found).toHaveLength(5);
    expect(new Set(found.map(({ affiliateId }) => affiliateId)).size).toBe(5);
    expect(found[0]?.clickId).toBe(losers[0]?.id);
  });

  it('is told alone, if it is what was asked for', () => {
    const [one, two] = [click(MILA, -2 * HOUR_MS), click(newId(), -3 * HOUR_MS)];
    const asked = subject('CLICK', toPublicId('clk', one.id));
    const sessions = [{ id: winner.sessionId, identified: null }];
    const found = findingsOf(
      facts({ subject: asked, sessions, clicks: [winner, one, two], orders: [wonBy(winner)] }),
    );
    expect(found.map(({ clickId }) => clickId)).toEqual([one.id]);
  });

  it('of a session that was tried and failed is explained by that attempt', () => {
    const loser = click(MILA, -2 * HOUR_MS, 's_tried');
    const found = { value: 's_tried', clickId: loser.id, affiliateId: MILA };
    const attempts = [
      attempt('SESSION', 'AFFILIATE_INACTIVE', found),
      attempt('CODE', 'MATCHED', { affiliateId: NORA }),
    ];
    const older = click(MILA, -3 * HOUR_MS, 's_tried');
    expect(reasons({ clicks: [loser, older], orders: [order(attempts)] })).toEqual(['AFFILIATE_SUSPENDED']);
  });

  it('lost to a code, which is tried before the email that leads to it', () => {
    const orders = [order([attempt('CODE', 'MATCHED', { affiliateId: NORA })])];
    expect(reasons({ clicks: [click(MILA, -HOUR_MS)], orders })).toEqual(['EARLIER_EVIDENCE_WON']);
  });
});

describe('what is missing besides', () => {
  it('comes first of the subject, then of its orders, each once', () => {
    const one = order([attempt('EMAIL', 'NOT_FOUND'), attempt('EMAIL', 'NOT_FOUND')]);
    const two = order([attempt('CODE', 'NOT_FOUND')]);
    const found = { subject: subject('EMAIL_HASH', 'a'), orders: [one, two] };
    expect(reasons(found)).toEqual(['IDENTIFY_NEVER_CALLED', 'IDENTIFY_NEVER_CALLED', 'CODE_UNKNOWN']);
  });

  it('an order that earned and that nobody else had a claim to has no finding', () => {
    const winner = click(NORA, -HOUR_MS);
    expect(reasons({ clicks: [winner], orders: [wonBy(winner)] })).toEqual([]);
  });

  it('a paused campaign stops a code, and not the clicks that were made before', () => {
    const campaigns = facts({}).campaigns.map((one) => ({ ...one, status: 'PAUSED' as const }));
    const link = { code: 'mila', affiliateId: MILA, campaignId: CAMPAIGN, madeAt: ORDER };
    const ofCode = { subject: subject('CODE', 'Mila'), links: [link], campaigns };
    expect(reasons(ofCode)).toEqual(['CAMPAIGN_PAUSED', 'ORDER_NOT_REPORTED']);
    const sessions = [{ id: 's_phone', identified: { at: ORDER, by: 'KEY' as const } }];
    const ofSession = {
      subject: subject('SESSION', 's_phone'),
      sessions,
      clicks: [click(MILA, 0)],
      campaigns,
    };
    expect(reasons(ofSession)).toEqual(['ORDER_NOT_REPORTED']);
  });

  it('a commission that a refund brought to nothing was refunded, not rejected', () => {
    const earned = { commissionId: newId(), amount: 0, currency: 'EUR', status: 'REJECTED', at: ORDER };
    const winner = click(NORA, -HOUR_MS);
    const refunded = wonBy(winner, { earned, refundedAt: ORDER });
    expect(reasons({ clicks: [winner], orders: [refunded] })).toEqual(['REFUNDED']);
  });
});
