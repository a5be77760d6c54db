// Who else had a claim to a credited order, and why it was not theirs: other affiliates' clicks, and codes that were not needed. Pure.
import { DAY_MS } from '#platform/time/time-units.js';
import { toTrackingCode } from '#program/affiliates/tracking-code.js';
import { fromPublicId } from '#platform/values/ids.js';
import { AFTER_TOLERANCE_MS } from '#conversions/attribution/decide.js';
import { byState, type Finding } from './finding.js';
import type { FindingReason } from './finding-words.js';
import type { TracedClick, TraceFacts, TracedOrder } from './trace.js';

/** Of each order. */
const MOST_AFFILIATES = 5;

/** The newest click of each other affiliate that is known of this customer, and each code of another that was not tried. */
export function losingFindings(facts: TraceFacts, order: TracedOrder): Finding[] {
  return [...losingClicks(facts, order), ...losingCodes(facts, order)];
}

function losingClicks(facts: TraceFacts, order: TracedOrder): Finding[] {
  const { attempts } = order.attribution;
  const explained = new Set(attempts.map(({ clickId }) => clickId));
  const failed = new Set(
    attempts.flatMap((one) => (one.evidence === 'SESSION' && one.result !== 'MATCHED' ? [one.value] : [])),
  );
  const byAffiliate = new Map<string, TracedClick>();
  for (const click of inQuestion(facts)) {
    if (click.affiliateId === order.affiliateId || explained.has(click.id) || failed.has(click.sessionId))
      continue;
    const known = byAffiliate.get(click.affiliateId);
    if (!known || known.clickedAt < click.clickedAt) byAffiliate.set(click.affiliateId, click);
  }
  return [...byAffiliate.values()].slice(0, MOST_AFFILIATES).flatMap((click) => {
    const reason = whyLost(facts, order, click);
    const { id: clickId, sessionId, affiliateId, campaignId } = click;
    return reason ? [byState(reason, { order, clickId, sessionId, affiliateId, campaignId })] : [];
  });
}

/** Of a click that was asked for, that one alone. */
function inQuestion({ subject, clicks }: TraceFacts): TracedClick[] {
  const id = subject.kind === 'CLICK' ? fromPublicId('clk', subject.value) : null;
  return id === null ? clicks : clicks.filter((click) => click.id === id);
}

function whyLost(facts: TraceFacts, order: TracedOrder, click: TracedClick): FindingReason | null {
  const { campaigns, affiliates, clicks } = facts;
  if (click.clickedAt.getTime() > order.occurredAt.getTime() + AFTER_TOLERANCE_MS) return 'CLICK_AFTER_ORDER';
  const campaign = campaigns.find(({ id }) => id === click.campaignId);
  const age = order.occurredAt.getTime() - click.clickedAt.getTime();
  if (campaign && age > campaign.attributionWindowDays * DAY_MS) return 'WINDOW_OVER';
  const { matchedBy, attempts } = order.attribution;
  if (matchedBy === 'CODE' || matchedBy === 'CUSTOMER') return 'EARLIER_EVIDENCE_WON';
  const winner = clicks.find(({ id }) => id === order.clickId);
  const session = winner?.sessionId ?? attempts.find(({ result }) => result === 'MATCHED')?.value ?? null;
  if (click.sessionId !== session) return 'OTHER_SESSION';
  if (winner && click.clickedAt <= winner.clickedAt) return 'LATER_CLICK_WON';
  // It is the later one and still did not win: something about it did not hold.
  if (affiliates.some(({ id, status }) => id === click.affiliateId && status === 'SUSPENDED'))
    return 'AFFILIATE_SUSPENDED';
  return campaign?.status === 'ARCHIVED' ? 'CAMPAIGN_ARCHIVED' : null;
}

function losingCodes({ links }: TraceFacts, order: TracedOrder): Finding[] {
  const tried = new Set(order.attribution.attempts.map(({ evidence, value }) => `${evidence}/${value}`));
  return order.evidence.flatMap(({ kind, value }) => {
    if (kind !== 'CODE' || value === null || tried.has(`CODE/${value}`)) return [];
    const link = links.find(({ code }) => code === toTrackingCode(value));
    if (!link || link.affiliateId === order.affiliateId) return [];
    const { affiliateId, campaignId } = link;
    return [byState('EARLIER_EVIDENCE_WON', { order, evidence: 'CODE', affiliateId, campaignId })];
  });
}
