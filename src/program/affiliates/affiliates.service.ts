// Affiliates: read and changed. How one comes to be is in enrolment.service.ts.
import { Injectable } from '@nestjs/common';
import { Config } from '#config.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { toFilter } from '#platform/values/filter.js';
import { notFound } from '#platform/errors/failure.js';
import { fromPublicId, newId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { emptyPage, toPage, toPageRequest, type Page, type PageQuery } from '#platform/values/paging.js';
import { Database, type Tx } from '#platform/database/database.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { Clock } from '#platform/time/clock.js';
import type { Tenant } from '#platform/database/tenant.js';
import { normalisedEmail } from '#platform/values/email.js';
import { normalisedFirstName } from './affiliate.fields.js';
import type { AffiliateEntity } from './affiliate.entity.js';
import { toAffiliate, withoutEmail } from './affiliate.reply.js';
import { AffiliatesRepository, type AffiliateFields } from './affiliates.repository.js';
import { LinksRepository } from './links.repository.js';

type Affiliate = Schema<'Affiliate'>;

export interface AffiliatesQuery extends PageQuery {
  status?: AffiliateEntity['status'] | undefined;
  campaignId?: string | undefined;
  email?: string | undefined;
}

/** Fields left out are undefined and stay. */
export interface AffiliateChange {
  email?: string | undefined;
  firstName?: string | null | undefined;
  status?: AffiliateEntity['status'] | undefined;
}

@Injectable()
export class AffiliatesService {
  constructor(
    private readonly database: Database,
    private readonly repository: AffiliatesRepository,
    private readonly links: LinksRepository,
    private readonly outbox: EventOutbox,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** A page of affiliates with their links, newest first. Filtering by a campaign that cannot exist finds nothing. */
  async list(tenant: Tenant, query: AffiliatesQuery): Promise<Page<Affiliate>> {
    const email = query.email === undefined ? undefined : normalisedEmail(query.email);
    const filter = toFilter({ ...query, email }, ['status', 'email', 'campaignId']);
    if (!filter) return emptyPage();
    const request = toPageRequest(query);
    const rows = await this.repository.list(this.database.inTurn(tenant), tenant, filter, request);
    const { items, page } = toPage(rows, request, (row) => row.id);
    const ids = items.map((row) => row.id);
    const links = ids.length === 0 ? [] : await this.links.listOf(this.database.inTurn(tenant), tenant, ids);
    return { items: items.map((row) => toAffiliate(row, links, this.config.publicUrl)), page };
  }

  /** @throws Failure NOT_FOUND */
  async get(tenant: Tenant, affiliateId: string): Promise<Affiliate> {
    const id = fromPublicId('aff', affiliateId);
    const row = id === null ? null : await this.repository.find(this.database.inTurn(tenant), tenant, id);
    if (!row) throw notFound('UNKNOWN_AFFILIATE', ['affiliateId']);
    const links = await this.links.listOf(this.database.inTurn(tenant), tenant, [row.id]);
    return toAffiliate(row, links, this.config.publicUrl);
  }

  /**
   * Changes the fields that were sent.
   * @throws Failure NOT_FOUND; ALREADY_EXISTS (409) when another affiliate has the email.
   */
  async update(tenant: Tenant, affiliateId: string, sent: AffiliateChange): Promise<Affiliate> {
    const id = fromPublicId('aff', affiliateId);
    if (id === null) throw notFound('UNKNOWN_AFFILIATE', ['affiliateId']);
    return this.database.inTurn(tenant).transaction((tx) => this.updateLocked(tx, tenant, id, sent));
  }

  private async updateLocked(tx: Tx, tenant: Tenant, id: string, sent: AffiliateChange): Promise<Affiliate> {
    const row = await this.repository.lock(tx, tenant, id);
    if (!row) throw notFound('UNKNOWN_AFFILIATE', ['affiliateId']);
    const wanted: AffiliateFields = {
      email: sent.email === undefined ? row.email : normalisedEmail(sent.email),
      firstName: sent.firstName === undefined ? row.first_name : normalisedFirstName(sent.firstName),
      status: sent.status ?? row.status,
    };
    const same =
      wanted.email === row.email && wanted.firstName === row.first_name && wanted.status === row.status;
    if (wanted.email !== row.email) await this.takeEmail(tx, tenant, wanted.email);
    const stored = same ? row : await this.repository.update(tx, tenant, id, wanted);
    const reply = toAffiliate(stored, await this.links.listOf(tx, tenant, [id]), this.config.publicUrl);
    if (row.status !== 'SUSPENDED' && stored.status === 'SUSPENDED')
      this.tellSuspended(tx, tenant, id, reply);
    return reply;
  }

  private tellSuspended(tx: Tx, { merchantId, mode }: Tenant, subjectId: string, reply: Affiliate): void {
    const happening = { id: newId(), event: 'affiliate.suspended' as const, subjectId, at: this.clock.now() };
    this.outbox.tell(tx, [{ merchantId, mode, ...happening, details: {}, data: () => withoutEmail(reply) }]);
  }

  private async takeEmail(tx: Tx, tenant: Tenant, email: string): Promise<void> {
    await this.repository.lockEmail(tx, tenant, email);
    if (await this.repository.findByEmail(tx, tenant, email))
      throw conflict('EMAIL_TAKEN', [hidden('email', 'is taken')]);
  }
}
