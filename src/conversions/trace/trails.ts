// What orders came with, as it leads to visits, and as it may be looked for in the other mode. Pure.
import { isUsable, type EvidenceKind } from '#conversions/attribution/evidence.js';
import { fromPublicId } from '#platform/values/ids.js';
import type { Place, Trail } from './surroundings.repository.js';
import { MOST, type TraceSubject, type TracedOrder } from './trace.js';

/** Of all orders together, so that nobody's evidence makes a long look-up. */
const MOST_VALUES = 40;

/** The values of a kind that these orders came with, each once, of the newest orders first. */
export function valuesOf(orders: readonly TracedOrder[], kind: EvidenceKind): string[] {
  const values = orders.flatMap(({ evidence }) =>
    evidence.flatMap((item) =>
      item.kind === kind && item.value !== null && isUsable(item) ? [item.value] : [],
    ),
  );
  return [...new Set(values)].slice(0, MOST_VALUES);
}

/** What leads from orders to the visits that they came from: their evidence, and the clicks that won them. */
export function trailsOf(orders: readonly TracedOrder[]): Trail[] {
  const clicks = [
    ...orders.map(({ clickId }) => clickId),
    ...valuesOf(orders, 'CLICK').map((value) => fromPublicId('clk', value)),
  ];
  return [
    ...valuesOf(orders, 'SESSION').map((value): Trail => ({ kind: 'SESSION', value })),
    ...valuesOf(orders, 'EMAIL').map((value): Trail => ({ kind: 'EMAIL', value })),
    ...[...new Set(clicks)].flatMap((id): Trail[] => (id === null ? [] : [{ kind: 'CLICK', id }])),
  ];
}

/** What may be known in the other mode: the subject, if nothing is known of it here, and what orders' evidence did not find. */
export function placesToLook(subject: TraceSubject | null, orders: readonly TracedOrder[]): Place[] {
  const places = subject ? [toPlace(subject.kind, subject.value)] : [];
  for (const { evidence, value, result } of orders.flatMap(({ attribution }) => attribution.attempts)) {
    const isPlace = evidence === 'SESSION' || evidence === 'CLICK' || evidence === 'CODE';
    if (isPlace && value !== null && result === 'NOT_FOUND') places.push(toPlace(evidence, value));
  }
  return places.slice(0, MOST.orders);
}

function toPlace(kind: Place['kind'], value: string): Place {
  const prefix = kind === 'CLICK' ? 'clk' : kind === 'CONVERSION_ID' ? 'cnv' : null;
  return { kind, value, id: prefix && fromPublicId(prefix, value) };
}
