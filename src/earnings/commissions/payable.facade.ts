// What payouts may ask of commissions: that they are taken, held and paid.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { PayableRepository } from './payable.repository.js';

@Injectable()
export class PayableCommissions {
  constructor(private readonly commissions: PayableRepository) {}

  /** This payout took all that was due of these commissions, which the transaction has locked. */
  settle(tx: Tx, tenant: Tenant, payoutId: string, commissionIds: readonly string[]): Promise<void> {
    return this.commissions.settle(tx, tenant, payoutId, commissionIds);
  }

  /**
   * This payout was paid: those of these commissions that it was the first to take are. They are locked until the transaction ends.
   * @returns their conversions, by commission id, in the order of the ids
   */
  async markPaid(
    tx: Tx,
    tenant: Tenant,
    payoutId: string,
    commissionIds: readonly string[],
  ): Promise<Map<string, string>> {
    const conversions = await this.commissions.lock(tx, tenant, commissionIds);
    await this.commissions.markPaid(tx, tenant, payoutId, commissionIds);
    return conversions;
  }
}
