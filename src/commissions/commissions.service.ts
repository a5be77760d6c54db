// What other features may ask of commissions: who was first, and pay.
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { ClaimsRepository, type Claim, type FirstCredit } from './claims.repository.js';
import { CommissionsRepository, type NewCommission } from './commissions.repository.js';

export type { Claim, FirstCredit } from './claims.repository.js';
export type { NewCommission } from './commissions.repository.js';

@Injectable()
export class CommissionsService {
  constructor(
    private readonly claims: ClaimsRepository,
    private readonly commissions: CommissionsRepository,
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

  /** Writes commissions, still to be approved. */
  pay(tx: Tx, commissions: readonly NewCommission[]): Promise<void> {
    return this.commissions.insert(tx, commissions);
  }
}
