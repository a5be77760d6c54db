// A payout as it is kept: the columns of its table.
import type { RecordOf } from '#platform/database/table.js';
import type { PayoutEntity } from './payout.entity.js';

/** Ids are UUIDs, the amount minor units of `currency`. */
export type StoredPayout = Omit<RecordOf<PayoutEntity>, 'merchantId' | 'mode'>;
