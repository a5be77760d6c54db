// Making payouts: everything one affiliate is owed in one currency, taken at once and only once.
import { Injectable } from '@nestjs/common';
import type { CreatePayoutBody } from '#generated/dto.js';
import { Clock } from '#platform/time/clock.js';
import {
  conflict,
  differencesIn,
  hidden,
  refuseDifferences,
  type Difference,
} from '#platform/errors/conflict.js';
import { notFound, type Failure } from '#platform/errors/failure.js';
import { fromPublicId, newId } from '#platform/values/ids.js';
import { reply } from '#platform/contract/operation.js';
import { PayableCommissions } from '#earnings/commissions/payable.facade.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { StoredPayout } from './stored-payout.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { toHappening } from './payout-happening.js';
import { toCreatedPayout } from './payout.reply.js';
import { PayoutItemsRepository } from './payout-items.repository.js';
import { PayoutsRepository, type NewPayout } from './payouts.repository.js';

/** Commissions in one payout: so many are taken, and marked as paid, in the time that a call may take. */
const MOST_COMMISSIONS = 10_000;

@Injectable()
export class CreatePayoutService {
  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutsRepository,
    private readonly items: PayoutItemsRepository,
    private readonly commissions: PayableCommissions,
    private readonly outbox: EventOutbox,
    private readonly clock: Clock,
  ) {}

  /**
   * A payout of what is due, or the known one of the same key.
   * @param id a UUID, where it is known beforehand.
   * @throws Failure NOT_FOUND; ALREADY_EXISTS (409) when nothing is due, or the key stands for another payout. Nothing is changed then.
   */
  async create(tenant: Tenant, { affiliateId, currency, payoutKey }: CreatePayoutBody, id = newId()) {
    const affiliate = fromPublicId('aff', affiliateId);
    if (affiliate === null) throw notFound('UNKNOWN_AFFILIATE', ['affiliateId']);
    const wanted: NewPayout = {
      id,
      payoutKey: payoutKey ?? null,
      affiliateId: affiliate,
      currency: currency.toUpperCase(),
      createdAt: this.clock.now(),
    };
    const made = await this.take(tenant, wanted);
    if (made) return reply(201, toCreatedPayout(made, false));
    const known = await this.payouts.findByKey(
      this.database.inTurn(tenant),
      tenant,
      wanted.payoutKey as string,
    );
    if (!known) throw new Error('a payout has this key, and payouts never go');
    refuseDifferences(
      'DIFFERENT_PAYOUT',
      differencesFrom(known, wanted),
      (fields) => `This payoutKey stands for a payout with another ${fields}. Nothing was changed.`,
    );
    return reply(200, toCreatedPayout(known, true));
  }

  /** null when the key is known. The payout's row comes first, the commissions after it, wherever both are locked. */
  private take(tenant: Tenant, wanted: NewPayout): Promise<StoredPayout | null> {
    return this.database.inTurn(tenant).transaction(async (tx) => {
      if (!(await this.payouts.affiliateExists(tx, tenant, wanted.affiliateId)))
        throw notFound('UNKNOWN_AFFILIATE', ['affiliateId']);
      if (!(await this.payouts.insert(tx, tenant, wanted))) return null;
      const payout = await this.takeEnough(tx, tenant, wanted);
      if (payout.amount < 1) throw nothingToPay(payout.amount);
      this.outbox.tell(tx, [toHappening(tenant, 'payout.created', payout, wanted.createdAt)]);
      return payout;
    });
  }

  /** More than fit into a payout only where these come to nothing: else they would stand before what is due for ever. */
  private async takeEnough(tx: Tx, tenant: Tenant, wanted: NewPayout): Promise<StoredPayout> {
    for (let most = MOST_COMMISSIONS; ; most += MOST_COMMISSIONS) {
      const taken = await this.items.take(tx, tenant, wanted, MOST_COMMISSIONS);
      await this.commissions.settle(tx, tenant, wanted.id, taken);
      const payout = await this.payouts.total(tx, tenant, wanted.id);
      if (payout.amount > 0 || payout.commissionCount < most) return payout;
    }
  }
}

function nothingToPay(due: number): Failure {
  return conflict('NOTHING_TO_PAY', [{ field: 'amount', yours: null, ours: due, message: 'is below 1' }]);
}

/** What differs from the payout of the same key. */
function differencesFrom(known: StoredPayout, wanted: NewPayout): Difference[] {
  const affiliate = wanted.affiliateId === known.affiliateId ? [] : [hidden('affiliateId')];
  return [...affiliate, ...differencesIn(['currency'], wanted, known)];
}
