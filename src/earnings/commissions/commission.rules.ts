// What may be done to a commission, and when: states and adjustments. Pure.
import type { components } from '#generated/schema.js';
import type { AdjustCommissionBody } from '#generated/dto.js';
import type { Issue } from '#platform/errors/failure.js';
import type { Unchecked } from '#platform/contract/operation.js';

export type CommissionStatus = components['schemas']['CommissionStatus'];
/** What a person may decide about a commission. */
export type ApprovalDecision = 'APPROVED' | 'REJECTED';
/** Of a ledger's later entries; the first, what was earned, is the commission's own amount. */
export type EntryType = Exclude<components['schemas']['LedgerEntry']['type'], 'EARNED'>;
export type AdjustmentType = components['schemas']['AdjustCommissionBody']['type'];

/** Whether a commission is in the wanted state already, or may be moved there. */
export function mayBecome(
  wanted: ApprovalDecision,
  { status, payoutId }: { status: CommissionStatus; payoutId: string | null },
): boolean {
  if (status === wanted) return true;
  if (wanted === 'APPROVED') return status === 'PENDING';
  // A payout has taken it: somebody may be sending the money right now.
  return payoutId === null && status !== 'PAID';
}

/** What an adjustment adds to the balance: signed minor units. */
export function signedAmount(type: AdjustmentType, amount: number): number {
  return type === 'DEDUCTION' ? -amount : amount;
}

/** The amount must fit the type, which no schema can say. */
export function adjustmentRule({ type, amount }: Unchecked<AdjustCommissionBody>): Issue[] {
  if (typeof amount !== 'number' || !Number.isInteger(amount)) return [];
  if (type === 'CORRECTION' && amount === 0)
    return [{ path: ['amount'], message: 'must not be 0 for a CORRECTION' }];
  if ((type === 'BONUS' || type === 'DEDUCTION') && amount < 1)
    return [{ path: ['amount'], message: 'must be at least 1 for a BONUS or DEDUCTION' }];
  return [];
}
