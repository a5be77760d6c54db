// A conversion as it is kept: the columns of its table, and what was earned. An order is what of it the caller brought.
import type { Match } from '#conversions/attribution/facts.js';
import type { Decidable } from './conversion.js';
import type { RecordOf } from '#platform/database/table.js';
import type { ConversionEntity } from './conversion.entity.js';

export interface StoredConversion extends RecordOf<ConversionEntity> {
  /** Null when nothing was earned. */
  commission: { id: string; amount: number; currency: string } | null;
}

/** What the decision says, and what happens later. */
type DecidedField =
  | 'status'
  | 'attribution'
  | 'affiliateId'
  | 'campaignId'
  | 'clickId'
  | 'refundedAmount'
  | 'refundedAt';

/**
 * One postback, checked and brought into one form: all columns but the decided ones. Its id is given before the first try: a row that has
 * it was made by this very request.
 */
export type Order = Omit<RecordOf<ConversionEntity>, DecidedField> & Pick<Decidable, 'commissionId'>;

/** Whether more evidence may still attribute it. Not where a person was erased: a repeat of the call would bring him back. */
export function isOpen({ status, attribution, refundedAt }: StoredConversion): boolean {
  return status === 'UNATTRIBUTED' && attribution.erasedAt === undefined && refundedAt === null;
}

/** The columns that follow from a match. */
export function attributionColumns(
  match: Match | null,
): Pick<StoredConversion, 'status' | 'affiliateId' | 'campaignId' | 'clickId'> {
  return {
    status: match ? 'ATTRIBUTED' : 'UNATTRIBUTED',
    affiliateId: match?.affiliateId ?? null,
    campaignId: match?.terms.campaignId ?? null,
    clickId: match?.clickId ?? null,
  };
}
