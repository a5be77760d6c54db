// What happened, in the order of time: a pure function of what is known.
import { toTrackingCode } from '#program/affiliates/tracking-code.js';
import type { AttemptResult } from '#conversions/attribution/facts.js';
import type { EvidenceKind } from '#conversions/attribution/evidence.js';
import type { HistoryEvent } from '#earnings/history/history.js';
import type { TraceFacts, TracedOrder } from './trace.js';

/** At the same moment what is named first comes first: a cause before what follows from it. */
const kinds = [
  'LINK_MADE',
  'CLICK',
  'IDENTIFIED',
  'IDENTITY_WAITS',
  'REFUND_WAITS',
  'FIRST_CREDIT',
  'ORDER_OCCURRED',
  'ORDER_RECORDED',
  'EVIDENCE_ADDED',
  'ATTEMPT',
  'NOT_ATTRIBUTED',
  'ATTRIBUTED',
  'MATCHED_LATER',
  'COMMISSION_EARNED',
  'COMMISSION_ADJUSTED',
  'COMMISSION_APPROVED',
  'REFUNDED',
  'COMMISSION_REJECTED',
  'COMMISSION_PAID',
  'PERSON_ERASED',
] as const;
export type TraceEventKind = (typeof kinds)[number];

/** Ids are UUIDs, the session as it is called; what does not belong to its kind is left out. */
export interface TraceEvent {
  kind: TraceEventKind;
  at: Date;
  source?: 'REDIRECT' | 'API' | 'KEY' | 'ANONYMOUS' | null;
  evidence?: EvidenceKind | null;
  value?: string | null;
  result?: AttemptResult | 'NOT_TRIED';
  /** Minor units of `currency`. */
  amount?: number | null;
  currency?: string | null;
  externalId?: string;
  conversionId?: string;
  commissionId?: string | null;
  sessionId?: string | null;
  clickId?: string | null;
  affiliateId?: string | null;
  campaignId?: string | null;
}

/** All events, oldest first. */
export function eventsOf(facts: TraceFacts): TraceEvent[] {
  const events = [
    ...visitEvents(facts),
    ...programmeEvents(facts),
    ...facts.orders.flatMap((order) => orderEvents(order)),
  ];
  const rank = (event: TraceEvent) => kinds.indexOf(event.kind);
  return events.sort((one, other) => one.at.getTime() - other.at.getTime() || rank(one) - rank(other));
}

function visitEvents({ sessions, clicks, waitingIdentities }: TraceFacts): TraceEvent[] {
  return [
    ...clicks.map(({ id, sessionId, affiliateId, campaignId, clickedAt, source }): TraceEvent => {
      return { kind: 'CLICK', at: clickedAt, source, sessionId, clickId: id, affiliateId, campaignId };
    }),
    ...sessions.flatMap(({ id, identified }): TraceEvent[] =>
      identified ? [{ kind: 'IDENTIFIED', at: identified.at, source: identified.by, sessionId: id }] : [],
    ),
    ...waitingIdentities.map(({ sessionId, at, by }): TraceEvent => {
      return { kind: 'IDENTITY_WAITS', at, source: by, sessionId };
    }),
  ];
}

function programmeEvents({ subject, links, credits, waitingRefunds }: TraceFacts): TraceEvent[] {
  const isAsked = ({ code }: { code: string }) =>
    subject.kind === 'CODE' && code === toTrackingCode(subject.value);
  return [
    ...links.filter(isAsked).map(({ code, affiliateId, campaignId, madeAt }): TraceEvent => {
      return { kind: 'LINK_MADE', at: madeAt, value: code, affiliateId, campaignId };
    }),
    ...credits.map(({ conversionId, affiliateId, campaignId, firstOccurredAt }): TraceEvent => {
      return { kind: 'FIRST_CREDIT', at: firstOccurredAt, conversionId, affiliateId, campaignId };
    }),
    ...waitingRefunds.map(({ at, amount }): TraceEvent => {
      return { kind: 'REFUND_WAITS', at, amount, externalId: subject.value };
    }),
  ];
}

function orderEvents(order: TracedOrder): TraceEvent[] {
  const { id: conversionId, externalId, amount, currency, occurredAt, recordedAt } = order;
  const { erasedAt } = order.attribution;
  const own = { conversionId, externalId };
  const events: TraceEvent[] = [
    { kind: 'ORDER_OCCURRED', at: occurredAt, amount, currency },
    { kind: 'ORDER_RECORDED', at: recordedAt, amount, currency },
    ...attemptEvents(order),
    firstOutcome(order),
    ...earnedEvents(order),
    ...order.history.flatMap((entry) => historyEvents(order, entry)),
    ...(erasedAt === undefined ? [] : [{ kind: 'PERSON_ERASED' as const, at: new Date(erasedAt) }]),
  ];
  return events.map((event) => ({ ...own, ...event }));
}

/** What was tried, and what the order came with beside: that was not needed. */
function attemptEvents({ attribution, evidence, status }: TracedOrder): TraceEvent[] {
  const at = new Date(attribution.decidedAt);
  const tried = new Set<string>();
  const attempts = attribution.attempts.map((attempt): TraceEvent => {
    const { value, result, clickId, affiliateId, campaignId, clickSource } = attempt;
    tried.add(`${attempt.evidence}/${value}`);
    const sessionId = attempt.evidence === 'SESSION' ? value : null;
    const found = { sessionId, clickId, affiliateId, campaignId, source: clickSource };
    return { kind: 'ATTEMPT', at, evidence: attempt.evidence, value, result, ...found };
  });
  // An attempt does not keep a hash; of the kinds before the one that matched everything was tried.
  const matchedAt = attribution.attempts.at(-1)?.evidence;
  const untried = evidence.filter(
    ({ kind, value }) =>
      status === 'ATTRIBUTED' &&
      (kind === 'EMAIL' ? matchedAt !== 'EMAIL' && !tried.has('EMAIL/null') : !tried.has(`${kind}/${value}`)),
  );
  return [
    ...attempts,
    ...untried.map(({ kind, value }): TraceEvent => {
      return {
        kind: 'ATTEMPT',
        at,
        evidence: kind,
        value: kind === 'EMAIL' ? null : value,
        result: 'NOT_TRIED',
      };
    }),
  ];
}

/** What the stored decision said; of an order that was matched later, what the first one did. */
function firstOutcome(order: TracedOrder): TraceEvent {
  if (order.history.some(({ event }) => event === 'MATCHED'))
    return { kind: 'NOT_ATTRIBUTED', at: order.recordedAt };
  const at = new Date(order.attribution.decidedAt);
  return order.status === 'ATTRIBUTED'
    ? { kind: 'ATTRIBUTED', at, ...creditOf(order) }
    : { kind: 'NOT_ATTRIBUTED', at };
}

function creditOf({ attribution, affiliateId, campaignId, clickId }: TracedOrder) {
  return { evidence: attribution.matchedBy, affiliateId, campaignId, clickId };
}

function earnedEvents({ earned, affiliateId, campaignId, attribution }: TracedOrder): TraceEvent[] {
  if (!earned) return [];
  const { commissionId, amount, currency } = earned;
  // It follows from the decision, whose clock may be a moment ahead.
  const at = new Date(Math.max(earned.at.getTime(), Date.parse(attribution.decidedAt)));
  return [{ kind: 'COMMISSION_EARNED', at, commissionId, amount, currency, affiliateId, campaignId }];
}

function historyEvents(order: TracedOrder, { event, at, details }: HistoryEvent): TraceEvent[] {
  const amount = typeof details['amount'] === 'number' ? details['amount'] : null;
  switch (event) {
    case 'RECORDED':
      return [];
    case 'EVIDENCE_ADDED':
      return [{ kind: event, at }];
    case 'MATCHED':
      return [{ kind: 'MATCHED_LATER', at, ...creditOf(order) }];
    case 'REFUNDED':
      return [{ kind: event, at, amount, currency: order.currency }];
    case 'COMMISSION_ADJUSTED':
    case 'COMMISSION_APPROVED':
    case 'COMMISSION_REJECTED':
    case 'COMMISSION_PAID': {
      const { earned } = order;
      const currency = amount === null ? null : (earned?.currency ?? null);
      return [{ kind: event, at, commissionId: earned?.commissionId ?? null, amount, currency }];
    }
  }
}
