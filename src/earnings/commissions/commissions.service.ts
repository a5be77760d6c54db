// What other features may ask of commissions: who was first, and what the order earns.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { ClaimsRepository, type Claim, type FirstCredit } from './claims.repository.js';
import { afterRefunds } from './commission.js';
import {
  CommissionsRepository,
  type LockedCommission,
  type NewCommission,
} from './commissions.repository.js';
import { LedgerRepository, type NewLedgerEntry } from './ledger.repository.js';
import { StoredCommissionsRepository } from './stored-commissions.repository.js';
import { TiersRepository, type Revenue } from './tiers.repository.js';

export type { Claim, FirstCredit } from './claims.repository.js';
export type { NewCommission } from './commissions.repository.js';
export type { Revenue } from './tiers.repository.js';

/** What was given back on a conversion. */
export interface Reduction {
  conversionId: string;
  /** The order's, and all refunds of it with this one, in minor units of its currency. */
  amount: number;
  refundedAmount: number;
  /** What the refund is called. */
  refundId: string;
  reason: string | null;
  at: Date;
}

export interface Reduced {
  /** What is left of the commission, in minor units of its currency. */
  balance: number;
  /** 0 or negative. */
  change: number;
}

@Injectable()
export class CommissionsService {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly commissions: CommissionsRepository,
    private readonly stored: StoredCommissionsRepository,
    private readonly tiers: TiersRepository,
    private readonly ledger: LedgerRepository,
  ) {}

  /** Claims "first of this customer"; of two at once one wins. Returns, by conversion id, the firsts that the losers lost to. */
  async claimFirsts(tx: Tx, claims: readonly Claim[]): Promise<Map<string, Date>> {
    const won = await this.claims.claim(tx, claims);
    const lost = claims.filter((claim) => !won.has(claim.conversionId));
    const holders = await this.claims.holders(tx, lost);
    const firsts = new Map<string, Date>();
    lost.forEach(({ conversionId }, index) => {
      const holder = holders[index];
      // One's own claim, made by this very conversion before, was not lost.
      if (holder && holder.conversionId !== conversionId) firsts.set(conversionId, holder.firstOccurredAt);
    });
    return firsts;
  }

  /** Remembers where customers were first credited; returns the credits that were the first. */
  rememberCustomers(tx: Tx, credits: readonly FirstCredit[]): Promise<FirstCredit[]> {
    return this.claims.credit(tx, credits);
  }

  /** Counts what orders bring to tiered campaigns (or refunds take); returns, for each, the affiliate's revenue before it. */
  addRevenue(tx: Tx, revenues: readonly Revenue[]): Promise<number[]> {
    return this.tiers.add(tx, revenues);
  }

  /** Writes commissions, still to be approved. */
  createPending(tx: Tx, commissions: readonly NewCommission[]): void {
    this.commissions.insert(tx, commissions);
  }

  /**
   * Lets commissions follow refunds, several of one conversion in the order given; the transaction holds the conversions' locks. What a
   * payout has taken stays there, and the difference is left to the next one; else a commission that comes down to 0 is rejected.
   * @returns what each refund changed, in the same order; null where there was no commission to reduce.
   */
  async reduce(tx: Tx, tenant: Tenant, reductions: readonly Reduction[]): Promise<(Reduced | null)[]> {
    const ids = [...new Set(reductions.map(({ conversionId }) => conversionId))];
    const commissions = await this.commissions.lockOfConversions(tx, tenant, ids);
    const entries: NewLedgerEntry[] = [];
    const rejected: string[] = [];
    const reduced = reductions.map((reduction) => {
      const commission = commissions.get(reduction.conversionId);
      if (!commission || commission.status === 'REJECTED') return null;
      const after = reduceOne(commission, reduction);
      if (after.change !== 0) entries.push(toEntry(tenant, reduction, commission.id, after.change));
      if (after.status === 'REJECTED') rejected.push(commission.id);
      commissions.set(reduction.conversionId, after);
      return { balance: after.balance, change: after.change };
    });
    await this.ledger.add(tx, entries);
    await this.stored.move(tx, tenant, rejected, 'REJECTED');
    return reduced;
  }
}

/** The commission after this refund of its conversion, and what the refund changed. */
function reduceOne(
  commission: LockedCommission,
  { amount, refundedAmount }: Reduction,
): LockedCommission & { change: number } {
  const wanted = afterRefunds(commission.amount, amount, refundedAmount);
  // Deductions may have taken more than refunds leave: what is not there cannot be taken.
  const change = Math.max(wanted - commission.amount - commission.refundEntries, -commission.balance);
  const balance = commission.balance + change;
  const isUsedUp = balance === 0 && (change < 0 || refundedAmount === amount);
  const status = isUsedUp && !commission.isInPayout ? 'REJECTED' : commission.status;
  return { ...commission, balance, status, refundEntries: commission.refundEntries + change, change };
}

function toEntry(
  { merchantId, mode }: Tenant,
  { refundId, reason, at }: Reduction,
  commissionId: string,
  amount: number,
): NewLedgerEntry {
  return {
    merchantId,
    mode,
    commissionId,
    type: 'REFUND',
    amount,
    reason,
    adjustmentId: null,
    refundId,
    createdAt: at,
  };
}
