// Why something is missing: a pure function of what is known. What was decided is read from the order; the rest follows from what is there
// now. Facts in, findings out.
import type { EvidenceKind } from '#conversions/attribution/evidence.js';
import { uniqueBy } from '#platform/database/grouping.js';
import { byDecision, byState, type Finding } from './finding.js';
import type { FindingReason } from './finding-words.js';
import { losingFindings } from './losing-clicks.js';
import { placeKey, type TraceSubject, type TraceFacts, type TracedOrder } from './trace.js';

/** All that is missing: first of the subject, then of its orders, the newest first. Each once. */
export function findingsOf(facts: TraceFacts): Finding[] {
  const found = [
    ...subjectFindings(facts),
    ...facts.orders.flatMap((order) =>
      order.status === 'ATTRIBUTED' ? creditedFindings(facts, order) : uncreditedFindings(facts, order),
    ),
  ];
  return uniqueBy(found, ({ order, ...rest }) => JSON.stringify({ ...rest, order: order?.id }));
}

function subjectFindings(facts: TraceFacts): Finding[] {
  const { subject, orders, sessions, links } = facts;
  const unlessElsewhere = (finding: Finding) =>
    facts.elsewhere.has(placeKey(subject.kind, subject.value))
      ? { ...finding, reason: 'MODE_MISMATCH' as const }
      : finding;
  const isUnknown = orders.length + sessions.length === 0;
  switch (subject.kind) {
    case 'EXTERNAL_ID':
      return isUnknown ? [unlessElsewhere(byState('ORDER_NOT_REPORTED'))] : [];
    case 'CONVERSION_ID':
      return isUnknown ? [unlessElsewhere(byState('CONVERSION_UNKNOWN'))] : [];
    case 'CUSTOMER_ID':
      return isUnknown ? [unlessElsewhere(byState('CUSTOMER_UNKNOWN', { evidence: 'CUSTOMER' }))] : [];
    case 'EMAIL_HASH':
      if (isUnknown) return [unlessElsewhere(byState('HASH_UNKNOWN', { evidence: 'EMAIL' }))];
      if (sessions.length === 0) return [byState('IDENTIFY_NEVER_CALLED', { evidence: 'EMAIL' })];
      return orders.length === 0 ? [byState('ORDER_NOT_REPORTED')] : [];
    case 'CODE':
      if (links.every(({ code }) => code !== subject.value.toLowerCase()))
        return [unlessElsewhere(byState('CODE_UNKNOWN', { evidence: 'CODE' }))];
      return [...stateFindings(facts), ...(orders.length === 0 ? [byState('ORDER_NOT_REPORTED')] : [])];
    case 'SESSION':
    case 'CLICK':
      return visitFindings(facts, unlessElsewhere(unknownVisit(subject)));
  }
}

function unknownVisit({ kind, value }: TraceSubject): Finding {
  return kind === 'SESSION'
    ? byState('SESSION_UNKNOWN', { evidence: 'SESSION', sessionId: value })
    : byState('CLICK_UNKNOWN', { evidence: 'CLICK' });
}

/** Of a session, or of the session of a click. */
function visitFindings(facts: TraceFacts, unknown: Finding): Finding[] {
  const [session] = facts.sessions;
  if (!session) return [unknown];
  const states = stateFindings(facts);
  if (facts.orders.length > 0) return states;
  const identify = session.identified
    ? []
    : [byState('IDENTIFY_NEVER_CALLED', { evidence: 'EMAIL', sessionId: session.id })];
  return [byState('ORDER_NOT_REPORTED', { sessionId: session.id }), ...identify, ...states];
}

/** What keeps visits and orders from counting now: of a code's link, or of the affiliates who were clicked. */
function stateFindings({ subject, links, clicks, affiliates, campaigns }: TraceFacts): Finding[] {
  const isCode = subject.kind === 'CODE';
  const named: { affiliateId: string; campaignId: string }[] = isCode ? links : clicks;
  const pairs = uniqueBy(named, (pair) => `${pair.affiliateId}/${pair.campaignId}`);
  return pairs.flatMap(({ affiliateId, campaignId }) => {
    const about = { affiliateId, campaignId };
    const campaign = campaigns.find(({ id }) => id === campaignId)?.status;
    const isSuspended = affiliates.some(({ id, status }) => id === affiliateId && status === 'SUSPENDED');
    return [
      ...(isSuspended ? [byState('AFFILIATE_SUSPENDED', about)] : []),
      ...(campaign === 'ARCHIVED' ? [byState('CAMPAIGN_ARCHIVED', about)] : []),
      // Clicks made before a pause count: it stops visits to come, and codes.
      ...(isCode && (campaign === 'PAUSED' || campaign === 'DRAFT')
        ? [byState('CAMPAIGN_PAUSED', about)]
        : []),
    ];
  });
}

function uncreditedFindings(facts: TraceFacts, order: TracedOrder): Finding[] {
  const about = { order };
  const { attribution, evidence, refundedAt } = order;
  return [
    ...(attribution.erasedAt === undefined ? [] : [byDecision('PERSON_ERASED', about)]),
    ...(evidence.length === 0 ? [byDecision('NO_EVIDENCE_SENT', about)] : []),
    ...attemptFindings(facts, order),
    ...(refundedAt === null ? [] : [byDecision('REFUNDED', about)]),
  ];
}

function creditedFindings(facts: TraceFacts, order: TracedOrder): Finding[] {
  const { affiliateId, campaignId, attribution, refundedAt, earned, history } = order;
  const about = { order, affiliateId, campaignId };
  const unpaid = unpaidReasons[attribution.commission.result];
  const isRejected =
    earned?.status === 'REJECTED' && history.some(({ event }) => event === 'COMMISSION_REJECTED');
  return [
    ...(unpaid ? [byDecision(unpaid, about)] : []),
    ...(isRejected ? [byDecision('COMMISSION_REJECTED', about)] : []),
    ...(refundedAt === null ? [] : [byDecision('REFUNDED', about)]),
    // What led to somebody else, or would have.
    ...attemptFindings(facts, order).filter(
      (finding) => finding.affiliateId !== null && finding.affiliateId !== affiliateId,
    ),
    ...losingFindings(facts, order),
  ];
}

const unpaidReasons: Partial<Record<TracedOrder['attribution']['commission']['result'], FindingReason>> = {
  ALREADY_EARNED: 'FIRST_ORDER_ONLY',
  DURATION_ENDED: 'DURATION_OVER',
  SYNTHETIC: 'TEST_ORDER',
};

type Attempt = TracedOrder['attribution']['attempts'][number];

/** Each attempt that failed. */
function attemptFindings(facts: TraceFacts, order: TracedOrder): Finding[] {
  return order.attribution.attempts.flatMap((attempt) => {
    const reason = reasonOf(attempt, facts);
    if (reason === null) return [];
    const { evidence, value, clickId, affiliateId, campaignId } = attempt;
    const sessionId =
      evidence === 'SESSION' ? value : (facts.clicks.find(({ id }) => id === clickId)?.sessionId ?? null);
    const about = { order, evidence, sessionId, clickId, affiliateId, campaignId };
    return [reason === 'MODE_MISMATCH' ? byState(reason, about) : byDecision(reason, about)];
  });
}

const notFound = {
  SESSION: 'SESSION_UNKNOWN',
  CLICK: 'CLICK_UNKNOWN',
  CODE: 'CODE_UNKNOWN',
  EMAIL: 'IDENTIFY_NEVER_CALLED',
  CUSTOMER: 'CUSTOMER_NOT_CREDITED',
} as const satisfies Record<EvidenceKind, FindingReason>;

function reasonOf(attempt: Attempt, { elsewhere }: TraceFacts): FindingReason | null {
  const { evidence, value, result, campaignStatus } = attempt;
  switch (result) {
    case 'MATCHED':
      return null;
    case 'NOT_FOUND': {
      const isPlace = evidence === 'SESSION' || evidence === 'CLICK' || evidence === 'CODE';
      const isElsewhere = isPlace && value !== null && elsewhere.has(placeKey(evidence, value));
      return isElsewhere ? 'MODE_MISMATCH' : notFound[evidence];
    }
    case 'INVALID':
      return 'EVIDENCE_UNUSABLE';
    case 'OUTSIDE_WINDOW':
      return 'WINDOW_OVER';
    case 'AFTER_CONVERSION':
      return 'CLICK_AFTER_ORDER';
    case 'CAMPAIGN_INACTIVE':
      return campaignStatus === 'ARCHIVED' ? 'CAMPAIGN_ARCHIVED' : 'CAMPAIGN_PAUSED';
    case 'AFFILIATE_INACTIVE':
      return 'AFFILIATE_SUSPENDED';
    case 'BEFORE_FIRST_CREDIT':
      return 'BEFORE_FIRST_CREDIT';
    case 'DURATION_ENDED':
      return 'DURATION_OVER';
  }
}
