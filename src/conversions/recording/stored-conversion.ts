// A conversion as it is kept: the columns of its table, and what was earned.
import type { RecordOf } from '#platform/database/table.js';
import type { ConversionEntity } from './conversion.entity.js';

export interface StoredConversion extends RecordOf<ConversionEntity> {
  /** Null when nothing was earned. */
  commission: { id: string; amount: number; currency: string } | null;
}

/** Whether more evidence may still attribute it. Not where a person was erased: a repeat of the call would bring him back. */
export function isOpen({ status, attribution, refundedAt }: StoredConversion): boolean {
  return status === 'UNATTRIBUTED' && attribution.erasedAt === undefined && refundedAt === null;
}
