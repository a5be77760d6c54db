// What a merchant's server tells us about where an order came from. Several values of one kind add up over replays.
import type { components } from '#generated/schema.js';
import { meansNobody } from '#platform/values/nobody.js';

export type EvidenceKind = NonNullable<components['schemas']['Attribution']['matchedBy']>;

/** The order in which evidence is tried: the first that holds decides. */
export const evidenceOrder: readonly EvidenceKind[] = ['SESSION', 'CLICK', 'CODE', 'EMAIL', 'CUSTOMER'];

export interface EvidenceItem {
  kind: EvidenceKind;
  /** As sent (an email as its SHA-256 in lower-case hex); null for what cannot be used and is not kept, such as an email that is none. */
  value: string | null;
}

/** Whether it can lead to anybody. Five guests who are all customer "0" are not one customer, nor one session "undefined" one visitor. */
export function isUsable({ kind, value }: EvidenceItem): boolean {
  if (value === null) return false;
  return (kind !== 'SESSION' && kind !== 'CUSTOMER') || !meansNobody(value);
}

/** Values of one kind that one order may collect over its replays; a loop of made-up evidence must not grow a row for ever. */
export const MAX_VALUES_PER_KIND = 10;

/** The evidence in the order it is tried: by kind, within a kind as it came. */
export function inTryingOrder(items: readonly EvidenceItem[]): EvidenceItem[] {
  return evidenceOrder.flatMap((kind) => items.filter((item) => item.kind === kind));
}

export interface MergedEvidence {
  all: EvidenceItem[];
  added: EvidenceItem[];
}

/** Adds what is new in `more` to `known`, as far as ten values of a kind allow. */
export function mergeEvidence(known: readonly EvidenceItem[], more: readonly EvidenceItem[]): MergedEvidence {
  const all = [...known];
  const added: EvidenceItem[] = [];
  for (const item of more) {
    const ofKind = all.filter((other) => other.kind === item.kind);
    if (ofKind.some((other) => other.value === item.value)) continue;
    if (ofKind.length >= MAX_VALUES_PER_KIND) continue;
    all.push(item);
    added.push(item);
  }
  return { all, added };
}
