// What happened to a payout, for whoever wants to know.
import type { Happening } from '#platform/events/happening.js';
import { newId } from '#platform/values/ids.js';
import type { Tenant } from '#platform/database/tenant.js';
import { toPayout } from './payout.reply.js';
import type { StoredPayout } from './stored-payout.js';

/** @param payout as it is then */
export function toHappening(
  { merchantId, mode }: Tenant,
  event: 'payout.created' | 'payout.paid',
  payout: StoredPayout,
  at: Date,
): Happening {
  const data = () => toPayout(payout);
  return { merchantId, mode, id: newId(), event, subjectId: payout.id, at, details: {}, data };
}
