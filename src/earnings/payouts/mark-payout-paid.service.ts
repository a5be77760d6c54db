// Marking payouts as paid: somebody sent the money, and says so.
import { Injectable } from '@nestjs/common';
import type { MarkPayoutPaidBody } from '#generated/dto.js';
import { Clock } from '#platform/time/clock.js';
import { differencesIn, refuseDifferences, type Difference } from '#platform/errors/conflict.js';
import { notFound } from '#platform/errors/failure.js';
import { parseDateTime } from '#platform/values/formats.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { PayableCommissions } from '#earnings/commissions/payable.facade.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HistoryService } from '#earnings/history/history.service.js';
import type { Payment } from './payout.js';
import type { StoredPayout } from './stored-payout.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { toHappening } from './payout-happening.js';
import { toPayout } from './payout.reply.js';
import { PayoutItemsRepository } from './payout-items.repository.js';
import { PayoutsRepository } from './payouts.repository.js';

/** Items at a time: memory stays bounded, however many commissions a payout has. */
const ITEMS_AT_ONCE = 1000;

/** As it was sent: what was left out may be filled in, or compared with nothing. */
type Said = Omit<Payment, 'paidAt'> & { paidAt: Date | null };

@Injectable()
export class MarkPayoutPaidService {
  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutsRepository,
    private readonly items: PayoutItemsRepository,
    private readonly commissions: PayableCommissions,
    private readonly history: HistoryService,
    private readonly outbox: EventOutbox,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure NOT_FOUND; ALREADY_EXISTS (409) when it was paid before, in another way. */
  markPaid(tenant: Tenant, payoutId: string, body: MarkPayoutPaidBody): Promise<Schema<'Payout'>> {
    const id = fromPublicId('pay', payoutId);
    if (id === null) throw notFound('UNKNOWN_PAYOUT', ['payoutId']);
    const said: Said = {
      paidAt: body.paidAt === undefined ? null : parseDateTime(body.paidAt),
      method: body.method,
      reference: body.reference ?? null,
    };
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const payout = await this.payouts.lock(tx, tenant, id);
      if (!payout) throw notFound('UNKNOWN_PAYOUT', ['payoutId']);
      if (payout.status === 'PAID') {
        refuseDifferences(
          'ALREADY_PAID',
          differencesFrom(payout, said),
          (fields) => `This payout was marked as paid before with another ${fields}. Nothing was changed.`,
        );
        return toPayout(payout);
      }
      const now = this.clock.now();
      const payment: Payment = { ...said, paidAt: said.paidAt ?? now };
      await this.payouts.markPaid(tx, tenant, id, payment);
      await this.markCommissions(tx, tenant, id);
      const paid = { ...payout, ...payment, status: 'PAID' as const };
      this.outbox.tell(tx, [toHappening(tenant, 'payout.paid', paid, now)]);
      return toPayout(paid);
    });
  }

  private async markCommissions(tx: Tx, { merchantId, mode }: Tenant, payoutId: string): Promise<void> {
    const tenant = { merchantId, mode };
    let behind: string | null = null;
    for (;;) {
      const items = await this.items.next(tx, tenant, payoutId, behind, ITEMS_AT_ONCE);
      const ids = items.map(({ commissionId }) => commissionId);
      if (ids.length === 0) return;
      const conversions = await this.commissions.markPaid(tx, tenant, payoutId, ids);
      const at = this.clock.now();
      this.history.add(
        tx,
        items.map(({ commissionId, amount }) => ({
          ...tenant,
          conversionId: conversions.get(commissionId) as string,
          event: 'COMMISSION_PAID' as const,
          at,
          details: {
            commissionId: toPublicId('cmm', commissionId),
            payoutId: toPublicId('pay', payoutId),
            amount,
          },
        })),
      );
      if (ids.length < ITEMS_AT_ONCE) return;
      behind = ids.at(-1) ?? null;
    }
  }
}

/** What differs from how it was paid. A mark that says no time is content with the one that is there. */
function differencesFrom({ paidAt, method, reference }: StoredPayout, said: Said): Difference[] {
  const fields = ['paidAt', 'method', 'reference'] as const;
  return differencesIn(
    said.paidAt ? fields : fields.slice(1),
    { ...said, paidAt: said.paidAt?.toISOString() ?? null },
    { paidAt: paidAt?.toISOString() ?? null, method, reference },
  );
}
