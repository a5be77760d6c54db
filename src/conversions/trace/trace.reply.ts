// A trace as the contract shows it. Ids get their prefix here, findings their words.
import type { Schema } from '#platform/contract/operation.js';
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import type { TraceEvent } from './events.js';
import { findingWords } from './finding-words.js';
import type { Finding } from './finding.js';
import { MOST, type Part, type TraceSubject, type TraceFacts } from './trace.js';

/** What is known, and what is missing. */
export function toTrace(
  { subject, affiliates, campaigns, truncated }: TraceFacts,
  findings: readonly Finding[],
  events: readonly TraceEvent[],
): Schema<'Trace'> {
  const more: Part[] = findings.length > MOST.findings ? ['FINDINGS'] : [];
  return {
    subject: toTraceSubject(subject),
    findings: findings.slice(0, MOST.findings).map(toFinding),
    events: events.map(toEvent),
    affiliates: affiliates.map(({ id, status }) => ({ affiliateId: toPublicId('aff', id), status })),
    campaigns: campaigns.map(({ id, ...campaign }) => ({ campaignId: toPublicId('cmp', id), ...campaign })),
    truncated: [...truncated, ...more],
  };
}

function toTraceSubject({ kind, value, period }: TraceSubject): Schema<'TraceSubject'> {
  return { kind, value, from: period?.from.toISOString() ?? null, to: period?.to.toISOString() ?? null };
}

function toFinding({ reason, basis, evidence, order, ...about }: Finding): Schema<'TraceFinding'> {
  return {
    reason,
    basis,
    ...findingWords[reason],
    evidence,
    externalId: order?.externalId ?? null,
    conversionId: idOrNull('cnv', order?.id ?? null),
    sessionId: about.sessionId,
    clickId: idOrNull('clk', about.clickId),
    affiliateId: idOrNull('aff', about.affiliateId),
    campaignId: idOrNull('cmp', about.campaignId),
  };
}

function toEvent(event: TraceEvent): Schema<'TraceEvent'> {
  return {
    kind: event.kind,
    at: event.at.toISOString(),
    source: event.source ?? null,
    evidence: event.evidence ?? null,
    value: event.value ?? null,
    result: event.result ?? null,
    amount: event.amount ?? null,
    currency: event.currency ?? null,
    externalId: event.externalId ?? null,
    conversionId: idOrNull('cnv', event.conversionId ?? null),
    commissionId: idOrNull('cmm', event.commissionId ?? null),
    sessionId: event.sessionId ?? null,
    clickId: idOrNull('clk', event.clickId ?? null),
    affiliateId: idOrNull('aff', event.affiliateId ?? null),
    campaignId: idOrNull('cmp', event.campaignId ?? null),
  };
}
