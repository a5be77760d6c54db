// What people do once orders are there: money is given back, commissions are approved, affiliates are paid. Through the very services
// that a merchant's calls go through.
import type { Database } from '#platform/database/database.js';
import type { Clock } from '#platform/time/clock.js';
import type { ApproveCommissionsService } from '#earnings/commissions/approve-commissions.service.js';
import { Failure } from '#platform/errors/failure.js';
import { toPublicId } from '#platform/values/ids.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { CreatePayoutService } from '#earnings/payouts/create-payout.service.js';
import type { MarkPayoutPaidService } from '#earnings/payouts/mark-payout-paid.service.js';
import type { RefundsService } from '#conversions/refunds/refunds.service.js';
import { DAY_MS } from '#platform/time/time-units.js';
import type { DemoCommission, DemoRepository, Run } from './demo.repository.js';

/** Commissions wait so long for their approval, since customers may still change their minds. */
const WAITING_DAYS = 30;
/** The month before that was paid, and the one before is in payouts that wait for the bank. */
const PAID_DAYS = 60;
const REFUNDS_AT_ONCE = 50;
/** As many as one call may approve. */
const APPROVED_AT_ONCE = 1000;

export interface AftermathParts {
  database: Database;
  refunds: RefundsService;
  approvals: ApproveCommissionsService;
  payer: CreatePayoutService;
  payments: MarkPayoutPaidService;
  repository: DemoRepository;
  clock: Clock;
}

export interface AftermathCounts {
  refunds: number;
  approved: number;
  payouts: number;
}

export class Aftermath {
  constructor(private readonly parts: AftermathParts) {}

  /** Of this run's orders; what earlier runs left approved is paid with it. */
  async tell(tenant: Tenant, run: Run): Promise<AftermathCounts> {
    const refunds = await this.refund(tenant, run);
    const [paid, waiting] = [this.daysAgo(PAID_DAYS), this.daysAgo(WAITING_DAYS)];
    const older = await this.settle(tenant, run, new Date(0), paid, true);
    const newer = await this.settle(tenant, run, paid, waiting, false);
    return { refunds, approved: older.approved + newer.approved, payouts: older.payouts + newer.payouts };
  }

  /** One order in twenty-five: every second of them whole, the others a third. */
  private async refund(tenant: Tenant, run: Run): Promise<number> {
    const orders = await this.parts.repository.toRefund(this.parts.database.atOnce, tenant, run);
    for (let start = 0; start < orders.length; start += REFUNDS_AT_ONCE) {
      const refunded = orders.slice(start, start + REFUNDS_AT_ONCE).map(({ externalId, amount }, index) => {
        const isWhole = (start + index) % 2 === 0;
        const how = isWhole
          ? { amount: null, reason: 'Returned' }
          : { amount: Math.ceil(amount / 3), reason: 'One item returned' };
        return this.parts.refunds.refund({
          ...tenant,
          ...how,
          externalId,
          refundId: null,
          keep: false,
          ignored: [],
        });
      });
      await Promise.all(refunded);
    }
    return orders.length;
  }

  /** Approves what was earned in this time, and makes the payouts of it. */
  private async settle(tenant: Tenant, run: Run, from: Date, to: Date, isPaid: boolean) {
    const earned = await this.parts.repository.pending(this.parts.database.atOnce, tenant, run, from, to);
    for (let start = 0; start < earned.length; start += APPROVED_AT_ONCE) {
      const ids = earned.slice(start, start + APPROVED_AT_ONCE).map(({ id }) => toPublicId('cmm', id));
      await this.parts.approvals.approve(tenant, ids);
    }
    let payouts = 0;
    for (const owed of oncePerPayout(earned)) if (await this.pay(tenant, owed, isPaid)) payouts++;
    return { approved: earned.length, payouts };
  }

  /** False when nothing is due: another run's refunds may have left less than nothing. */
  private async pay(
    tenant: Tenant,
    { affiliateId, currency }: DemoCommission,
    isPaid: boolean,
  ): Promise<boolean> {
    const owed = { affiliateId: toPublicId('aff', affiliateId), currency };
    try {
      const { payoutId } = (await this.parts.payer.create(tenant, owed)).data;
      if (isPaid) await this.parts.payments.markPaid(tenant, payoutId, { method: 'SEPA' });
      return true;
    } catch (error) {
      if (error instanceof Failure && error.code === 'ALREADY_EXISTS') return false;
      throw error;
    }
  }

  private daysAgo(days: number): Date {
    return new Date(this.parts.clock.now().getTime() - days * DAY_MS);
  }
}

/** A payout is of one affiliate and one currency. */
function oncePerPayout(earned: readonly DemoCommission[]): DemoCommission[] {
  return [...new Map(earned.map((one) => [`${one.affiliateId} ${one.currency}`, one])).values()];
}
