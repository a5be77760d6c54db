// What a call to refund an order amounts to: a pure function of the call, the order and the refunds before it.

/** What was asked for. */
export interface RefundAsked {
  /** Minor units; null: whatever is left. */
  amount: number | null;
  /** The caller's own id; null for none. */
  refundId: string | null;
}

/** The order, as far as it matters. */
export interface Refundable {
  /** Minor units. */
  amount: number;
  refundedAmount: number;
  /** Null while there was no refund at all: an order of amount 0 is left to be cancelled until then. */
  refundedAt: Date | null;
}

/** A refund that was recorded before. */
export interface EarlierRefund {
  name: string;
  /** Minor units. */
  amount: number;
  /** What the call asked for, where that was more than there was to give back: it came before its order. */
  askedAmount?: number | null;
}

export type RefundOutcome<Earlier extends EarlierRefund> =
  | { kind: 'NEW'; name: string; amount: number }
  | { kind: 'REPEAT'; refund: Earlier }
  | { kind: 'NOTHING_LEFT' }
  | { kind: 'OTHER_AMOUNT'; yours: number; ours: number }
  | { kind: 'TOO_MUCH'; yours: number; ours: number };

/** What makes it this refund and no repeat: the caller's id, else the amount, else that it is the rest. */
export function nameOf({ amount, refundId }: RefundAsked): string {
  if (refundId !== null) return `id:${refundId}`;
  return amount === null ? 'rest' : `amount:${amount}`;
}

/** What the call does. */
export function decideRefund<Earlier extends EarlierRefund>(
  asked: RefundAsked,
  order: Refundable,
  earlier: readonly Earlier[],
): RefundOutcome<Earlier> {
  const name = nameOf(asked);
  const known = earlier.find((refund) => refund.name === name);
  const knownAmount = known && (known.askedAmount ?? known.amount);
  if (knownAmount !== undefined && asked.amount !== null && asked.amount !== knownAmount) {
    return { kind: 'OTHER_AMOUNT', yours: asked.amount, ours: knownAmount };
  }
  const left = order.amount - order.refundedAmount;
  if (known && (asked.refundId !== null || left > 0)) return { kind: 'REPEAT', refund: known };
  if (left === 0 && order.refundedAt !== null) return { kind: 'NOTHING_LEFT' };
  if (asked.amount !== null && asked.amount > left) {
    return { kind: 'TOO_MUCH', yours: asked.amount, ours: left };
  }
  return { kind: 'NEW', name, amount: asked.amount ?? left };
}
