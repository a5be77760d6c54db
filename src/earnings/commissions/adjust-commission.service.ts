// Bonuses, deductions and corrections: one entry in a commission's ledger each.
import { Injectable } from '@nestjs/common';
import type { AdjustCommissionBody } from '#generated/dto.js';
import { Clock } from '#platform/time/clock.js';
import { conflict, differencesIn, refuseDifferences } from '#platform/errors/conflict.js';
import { notFound, ValidationFailure } from '#platform/errors/failure.js';
import { fromPublicId, toPublicId } from '#platform/values/ids.js';
import { LARGEST_SUM } from '#platform/values/sums.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { HistoryEntry } from '#earnings/history/history.js';
import { HistoryService } from '#earnings/history/history.service.js';
import { toAdjustedCommission, toCommission } from './commission.reply.js';
import { signedAmount } from './commission.rules.js';
import { LedgerRepository, type LedgerEntry } from './ledger.repository.js';
import { StoredCommissionsRepository, type StoredCommission } from './stored-commissions.repository.js';

@Injectable()
export class AdjustCommissionService {
  constructor(
    private readonly database: Database,
    private readonly commissions: StoredCommissionsRepository,
    private readonly ledger: LedgerRepository,
    private readonly history: HistoryService,
    private readonly clock: Clock,
  ) {}

  /**
   * Adds one entry to the ledger, or none if its adjustment id is there already.
   * @throws Failure NOT_FOUND; ALREADY_EXISTS (409) if the balance would go below 0, the commission is rejected, or the adjustment id
   *   stands for another adjustment.
   */
  adjust(
    tenant: Tenant,
    commissionId: string,
    body: AdjustCommissionBody,
  ): Promise<Schema<'AdjustedCommission'>> {
    const id = fromPublicId('cmm', commissionId);
    if (id === null) throw notFound('UNKNOWN_COMMISSION', ['commissionId']);
    return this.database.inTurn(tenant).transaction((tx) => this.adjustLocked(tx, tenant, id, body));
  }

  private async adjustLocked(tx: Tx, tenant: Tenant, id: string, body: AdjustCommissionBody) {
    const [commission] = await this.commissions.lock(tx, tenant, [id]);
    if (!commission) throw notFound('UNKNOWN_COMMISSION', ['commissionId']);
    // Dated behind the lock: the history is told by time, and this follows whatever it waited for.
    const wanted = toEntry(body, this.clock.now());
    const ledger = (await this.ledger.find(tx, tenant, [id])).get(id) ?? [];
    const { adjustmentId } = wanted;
    const known = adjustmentId === null ? null : ledger.find((entry) => entry.adjustmentId === adjustmentId);
    if (known) {
      refuseDifferences(
        'DIFFERENT_ADJUSTMENT',
        differencesIn(['type', 'amount'], asSent(wanted), asSent(known)),
        (fields) => `This adjustmentId stands for an adjustment with another ${fields}. Nothing was added.`,
      );
      return toAdjustedCommission(commission, ledger, true);
    }
    const adjusted = { ...commission, balance: balanceAfter(commission, wanted) };
    const { merchantId, mode } = tenant;
    await this.ledger.add(tx, [{ ...wanted, merchantId, mode, commissionId: id }]);
    this.history.add(tx, [toHistory(tenant, adjusted, wanted)]);
    return toAdjustedCommission(adjusted, [...ledger, wanted], false);
  }
}

function toEntry({ type, amount, reason, adjustmentId }: AdjustCommissionBody, createdAt: Date): LedgerEntry {
  return {
    type,
    amount: signedAmount(type, amount),
    reason,
    adjustmentId: adjustmentId ?? null,
    refundId: null,
    createdAt,
  };
}

/** The ledger holds a deduction's amount negative; it is sent, and told, as what is taken. */
function asSent({ type, amount }: LedgerEntry): { type: string; amount: number } {
  return { type, amount: type === 'DEDUCTION' ? -amount : amount };
}

/** @throws Failure ALREADY_EXISTS if the commission is rejected, or would be worth less than nothing; VALIDATION_FAILED if more than can be told. */
function balanceAfter({ status, balance }: StoredCommission, wanted: LedgerEntry): number {
  if (status === 'REJECTED') {
    const message = 'does not allow an adjustment';
    throw conflict('COMMISSION_REJECTED', [{ field: 'status', yours: null, ours: status, message }]);
  }
  if (balance + wanted.amount < 0) {
    const message = 'takes more than the balance';
    const yours = asSent(wanted).amount;
    throw conflict('BALANCE_BELOW_ZERO', [{ field: 'amount', yours, ours: balance, message }]);
  }
  if (balance + wanted.amount > LARGEST_SUM)
    throw new ValidationFailure([
      { path: ['amount'], message: `must not bring the balance above ${LARGEST_SUM}` },
    ]);
  return balance + wanted.amount;
}

function toHistory(
  { merchantId, mode }: Tenant,
  adjusted: StoredCommission,
  { type, amount, reason, createdAt }: LedgerEntry,
): HistoryEntry {
  const { id, conversionId, balance } = adjusted;
  const details = { commissionId: toPublicId('cmm', id), type, amount, balance, reason };
  const commission = () => toCommission(adjusted);
  return { merchantId, mode, conversionId, event: 'COMMISSION_ADJUSTED', at: createdAt, details, commission };
}
