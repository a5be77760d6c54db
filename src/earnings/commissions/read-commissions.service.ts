// Commissions, read: one with its ledger, and pages of them.
import { Injectable } from '@nestjs/common';
import type { ListCommissionsQuery } from '#generated/dto.js';
import { notFound } from '#platform/errors/failure.js';
import { toFilter } from '#platform/values/filter.js';
import { fromPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { emptyPage, toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { Database } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { toCommission, toCommissionWithLedger } from './commission.reply.js';
import { LedgerRepository } from './ledger.repository.js';
import { StoredCommissionsRepository } from './stored-commissions.repository.js';

const filters = ['status', 'affiliateId', 'campaignId', 'conversionId', 'currency', 'from', 'to'] as const;

@Injectable()
export class ReadCommissionsService {
  constructor(
    private readonly database: Database,
    private readonly commissions: StoredCommissionsRepository,
    private readonly ledger: LedgerRepository,
  ) {}

  /** One commission with its whole ledger. @throws Failure NOT_FOUND */
  async get(tenant: Tenant, commissionId: string): Promise<Schema<'CommissionWithLedger'>> {
    const id = fromPublicId('cmm', commissionId);
    if (id === null) throw notFound('UNKNOWN_COMMISSION', ['commissionId']);
    const commission = await this.commissions.find(this.database.inTurn(tenant), tenant, id);
    if (!commission) throw notFound('UNKNOWN_COMMISSION', ['commissionId']);
    const later = (await this.ledger.find(this.database.inTurn(tenant), tenant, [id])).get(id) ?? [];
    // The balance is the ledger's sum; what was added between the two reads is shown in both.
    const balance = later.reduce((sum, { amount }) => sum + amount, commission.amount);
    return toCommissionWithLedger({ ...commission, balance }, later);
  }

  /** A page of commissions, newest first. */
  async list(tenant: Tenant, query: ListCommissionsQuery): Promise<Page<Schema<'Commission'>>> {
    const filter = toFilter(query, filters);
    if (!filter) return emptyPage();
    const request = toPageRequest(query);
    const rows = await this.commissions.list(this.database.inTurn(tenant), tenant, filter, request);
    const { items, page } = toPage(rows, request, (commission) => commission.id);
    return { items: items.map(toCommission), page };
  }
}
