// Whose order it is: a pure function of the evidence and the facts known at that moment. Nothing here asks a clock or a database.
// Why so: docs/decisions/0006-anonymous-claims.md
import { DAY_MS, MINUTE_MS } from '#platform/time/time-units.js';
import { addMonths } from '#platform/time/calendar.js';
import { isUsable } from './evidence.js';
import type {
  Attempt,
  AttemptResult,
  Candidate,
  ClickFact,
  CustomerFact,
  Decision,
  EvidenceFacts,
  Match,
} from './facts.js';

/**
 * Clocks differ and messages overtake each other: a click this long after the order still counts, if none before it does; and so does
 * a customer's first credit.
 */
export const AFTER_TOLERANCE_MS = 5 * MINUTE_MS;

/**
 * Tries the evidence in the order given and stops at the first that holds.
 * @param occurredAt when the order happened.
 */
export function decide(occurredAt: Date, evidence: readonly EvidenceFacts[]): Decision {
  const attempts: Attempt[] = [];
  for (const facts of evidence) {
    const { attempt, match } = tryEvidence(occurredAt, facts);
    attempts.push(attempt);
    if (match) return { match, attempts };
  }
  return { match: null, attempts };
}

function tryEvidence(occurredAt: Date, facts: EvidenceFacts): { attempt: Attempt; match: Match | null } {
  if (!isUsable(facts)) return { attempt: attemptOf(facts, 'INVALID', null, null), match: null };
  switch (facts.kind) {
    case 'SESSION':
    case 'CLICK':
      return tryClicks(occurredAt, facts, [facts.clicks]);
    case 'EMAIL': {
      // A key's word comes before an anonymous claim, whatever the times of the clicks.
      const vouched = facts.clicks.filter((click) => click.identifiedBy === 'KEY');
      const claimed = facts.clicks.filter((click) => click.identifiedBy !== 'KEY');
      return tryClicks(occurredAt, facts, [vouched, claimed]);
    }
    case 'CODE':
      return tryCandidate(facts, facts.link, facts.link && codeResult(facts.link));
    case 'CUSTOMER':
      return tryCandidate(facts, facts.credit, facts.credit && customerResult(facts.credit, occurredAt));
  }
}

function tryClicks(
  occurredAt: Date,
  facts: EvidenceFacts,
  groups: ClickFact[][],
): { attempt: Attempt; match: Match | null } {
  let nearest: { click: ClickFact; result: AttemptResult } | null = null;
  for (const clicks of groups) {
    for (const click of inPreference(clicks, occurredAt)) {
      const result = clickResult(click, occurredAt);
      if (result === 'MATCHED') {
        return {
          attempt: attemptOf(facts, result, click, click),
          match: {
            by: facts.kind,
            affiliateId: click.affiliateId,
            clickId: click.clickId,
            terms: click.terms,
            revenue: click.revenue,
          },
        };
      }
      nearest ??= { click, result };
    }
  }
  // The click that came closest to counting tells why none did.
  const attempt = nearest
    ? attemptOf(facts, nearest.result, nearest.click, nearest.click)
    : attemptOf(facts, 'NOT_FOUND', null, null);
  return { attempt, match: null };
}

/** Clicks at or before the order, latest first; then those after it, earliest first. Equal times: the higher id. */
function inPreference(clicks: readonly ClickFact[], occurredAt: Date): ClickFact[] {
  const order = occurredAt.getTime();
  const before = clicks.filter((click) => click.clickedAt.getTime() <= order);
  const after = clicks.filter((click) => click.clickedAt.getTime() > order);
  const higherId = (a: ClickFact, b: ClickFact) => (a.clickId < b.clickId ? 1 : -1);
  before.sort((a, b) => b.clickedAt.getTime() - a.clickedAt.getTime() || higherId(a, b));
  after.sort((a, b) => a.clickedAt.getTime() - b.clickedAt.getTime() || higherId(a, b));
  return [...before, ...after];
}

function clickResult(click: ClickFact, occurredAt: Date): AttemptResult {
  const age = occurredAt.getTime() - click.clickedAt.getTime();
  if (age < -AFTER_TOLERANCE_MS) return 'AFTER_CONVERSION';
  if (age > click.terms.attributionWindowDays * DAY_MS) return 'OUTSIDE_WINDOW';
  return stateResult(click);
}

/** Archived ends everything; paused and draft campaigns still honour what they owe. */
function stateResult(candidate: Candidate): AttemptResult {
  if (candidate.campaignStatus === 'ARCHIVED') return 'CAMPAIGN_INACTIVE';
  if (candidate.affiliateStatus === 'SUSPENDED') return 'AFFILIATE_INACTIVE';
  return 'MATCHED';
}

/** A code is a fresh visit: only an active campaign takes it. */
function codeResult(link: Candidate): AttemptResult {
  return link.campaignStatus === 'ACTIVE' ? stateResult(link) : 'CAMPAIGN_INACTIVE';
}

/** For a known customer the commission's duration counts, not the window. A first credit never pays for orders that came before it. */
function customerResult(credit: CustomerFact, occurredAt: Date): AttemptResult {
  if (credit.firstOccurredAt.getTime() - occurredAt.getTime() > AFTER_TOLERANCE_MS)
    return 'BEFORE_FIRST_CREDIT';
  const { commissionRecurring, recurringMonthsLimit } = credit.terms;
  if (commissionRecurring && recurringMonthsLimit !== null) {
    if (occurredAt > addMonths(credit.firstOccurredAt, recurringMonthsLimit)) return 'DURATION_ENDED';
  }
  return stateResult(credit);
}

function tryCandidate(
  facts: EvidenceFacts,
  candidate: Candidate | null,
  result: AttemptResult | null,
): { attempt: Attempt; match: Match | null } {
  if (!candidate || !result) return { attempt: attemptOf(facts, 'NOT_FOUND', null, null), match: null };
  const match =
    result === 'MATCHED'
      ? {
          by: facts.kind,
          affiliateId: candidate.affiliateId,
          clickId: null,
          terms: candidate.terms,
          revenue: candidate.revenue,
        }
      : null;
  return { attempt: attemptOf(facts, result, candidate, null), match };
}

function attemptOf(
  facts: EvidenceFacts,
  result: AttemptResult,
  candidate: Candidate | null,
  click: ClickFact | null,
): Attempt {
  return { evidence: facts.kind, value: facts.value, result, candidate, click };
}
