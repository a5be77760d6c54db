// Payouts, read: one, what it consists of, pages of them, and what affiliates are owed.
import { Injectable } from '@nestjs/common';
import type { ListPayoutItemsQuery, ListPayoutsQuery } from '#generated/dto.js';
import { toFilter } from '#platform/values/filter.js';
import { notFound } from '#platform/errors/failure.js';
import { fromPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { emptyPage, toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { BalancesRepository } from './balances.repository.js';
import type { PayoutStatus } from './payout.js';
import type { StoredPayout } from './stored-payout.js';
import { toPayout, toPayoutItem } from './payout.reply.js';
import { PayoutItemsRepository } from './payout-items.repository.js';
import { PayoutsRepository, type PayoutFilter } from './payouts.repository.js';

@Injectable()
export class PayoutsService {
  constructor(
    private readonly database: Database,
    private readonly payouts: PayoutsRepository,
    private readonly items: PayoutItemsRepository,
    private readonly balances: BalancesRepository,
  ) {}

  /** @throws Failure NOT_FOUND */
  async get(tenant: Tenant, payoutId: string): Promise<Schema<'Payout'>> {
    return toPayout(await this.find(tenant, payoutId));
  }

  /** A page of payouts, newest first. */
  async list(tenant: Tenant, query: ListPayoutsQuery): Promise<Page<Schema<'Payout'>>> {
    const filter = toPayoutFilter(query);
    if (!filter) return emptyPage();
    const request = toPageRequest(query);
    const rows = await this.payouts.list(this.database.inTurn(tenant), tenant, filter, request);
    const { items, page } = toPage(rows, request, (payout) => payout.id);
    return { items: items.map(toPayout), page };
  }

  /** A page of what a payout consists of. @throws Failure NOT_FOUND */
  async listItems(
    tenant: Tenant,
    payoutId: string,
    query: ListPayoutItemsQuery,
  ): Promise<Page<Schema<'PayoutItem'>>> {
    const { id } = await this.find(tenant, payoutId);
    const request = toPageRequest(query);
    const rows = await this.items.list(this.database.inTurn(tenant), tenant, id, request);
    const { items, page } = toPage(rows, request, (item) => item.commissionId);
    return { items: items.map(toPayoutItem), page };
  }

  /** @throws Failure NOT_FOUND */
  async getBalances(tenant: Tenant, affiliateId: string): Promise<Schema<'AffiliateBalances'>> {
    const id = fromPublicId('aff', affiliateId);
    if (id === null || !(await this.payouts.affiliateExists(this.database.inTurn(tenant), tenant, id)))
      throw notFound('UNKNOWN_AFFILIATE', ['affiliateId']);
    return { affiliateId, balances: await this.balances.find(this.database.inTurn(tenant), tenant, id) };
  }

  private async find(tenant: Tenant, payoutId: string): Promise<StoredPayout> {
    const id = fromPublicId('pay', payoutId);
    const payout = id === null ? null : await this.payouts.find(this.database.inTurn(tenant), tenant, id);
    if (!payout) throw notFound('UNKNOWN_PAYOUT', ['payoutId']);
    return payout;
  }
}

export interface FilterQuery {
  status?: PayoutStatus | undefined;
  affiliateId?: string | undefined;
  currency?: string | undefined;
}

/** null when nothing fits. */
export function toPayoutFilter(query: FilterQuery): PayoutFilter | null {
  return toFilter(query, ['status', 'affiliateId', 'currency']);
}
