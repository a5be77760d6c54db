// Webhook endpoints: read, changed, paused and deleted. Every change is noted with who made it.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade, type Done } from '#accounts/audit-log/audit-log.facade.js';
import type { BodyOf, Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { notFound, type Failure } from '#platform/errors/failure.js';
import { Clock } from '#platform/time/clock.js';
import { fromPublicId } from '#platform/values/ids.js';
import { toPage, toPageRequest, type Page, type PageQuery } from '#platform/values/paging.js';
import { changedFields, healthAfter, withChanges, type ChangedFields } from './endpoint.fields.js';
import { EndpointInput } from './endpoint-input.service.js';
import { toEndpoint } from './endpoint.reply.js';
import { EndpointsRepository } from './endpoints.repository.js';

type Endpoint = Schema<'WebhookEndpoint'>;

@Injectable()
export class EndpointsService {
  constructor(
    private readonly database: Database,
    private readonly repository: EndpointsRepository,
    private readonly input: EndpointInput,
    private readonly audit: AuditLogFacade,
    private readonly clock: Clock,
  ) {}

  /** A page of endpoints, newest first. */
  async list(tenant: Tenant, query: PageQuery): Promise<Page<Endpoint>> {
    const request = toPageRequest(query);
    const rows = await this.repository.page(this.database.inTurn(tenant), tenant, request);
    const { items, page } = toPage(rows, request, (row) => row.id);
    const now = this.clock.now();
    return { items: items.map((row) => toEndpoint(row, now)), page };
  }

  /** @throws Failure UNKNOWN_ENDPOINT */
  async get(tenant: Tenant, endpointId: string): Promise<Endpoint> {
    const row = await this.repository.find(this.database.inTurn(tenant), tenant, idOf(endpointId));
    if (!row) throw unknown();
    return toEndpoint(row, this.clock.now());
  }

  /**
   * Changes the fields that were sent. What changes nothing is not noted.
   * @throws Failure VALIDATION_FAILED for an address that cannot be one; UNKNOWN_ENDPOINT, UNKNOWN_CAMPAIGN.
   */
  update(
    tenant: Tenant,
    endpointId: string,
    sent: BodyOf<'updateEndpoint'>,
    actor: Actor,
  ): Promise<Endpoint> {
    const url = sent.url === undefined ? undefined : this.input.urlOf(tenant, sent.url);
    const id = idOf(endpointId);
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const row = await this.repository.lock(tx, tenant, id);
      if (!row) throw unknown();
      const wanted = withChanges(row, await this.changesOf(tx, tenant, sent, url));
      const changed = changedFields(row, wanted);
      if (changed.length === 0) return toEndpoint(row, this.clock.now());
      const written = await this.repository.update(tx, tenant, id, {
        ...wanted,
        ...healthAfter(row, changed),
      });
      const details = {
        name: wanted.name,
        changed: changed.join(' '),
        ...(changed.includes('status') && { status: wanted.status }),
      };
      this.note(tx, tenant, actor, { action: 'ENDPOINT_CHANGED', target: endpointId, details });
      return toEndpoint(written, this.clock.now());
    });
  }

  /** Removes an endpoint with all that is its own. @throws Failure UNKNOWN_ENDPOINT */
  delete(tenant: Tenant, endpointId: string, actor: Actor): Promise<Schema<'DeletedWebhookEndpoint'>> {
    const id = idOf(endpointId);
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const name = await this.repository.remove(tx, tenant, id);
      if (name === null) throw unknown();
      // Its deliveries may be a million: nobody sends them, and they go with the next prune, in portions.
      this.note(tx, tenant, actor, { action: 'ENDPOINT_DELETED', target: endpointId, details: { name } });
      return { endpointId };
    });
  }

  private async changesOf(
    tx: Tx,
    tenant: Tenant,
    { name, events, campaignIds, payload, ordering, status }: BodyOf<'updateEndpoint'>,
    url: string | undefined,
  ): Promise<ChangedFields> {
    return {
      name: name?.trim(),
      url,
      events: events && [...new Set(events)],
      campaignIds: campaignIds && (await this.input.campaignIdsOf(tx, tenant, campaignIds)),
      payload,
      ordering,
      status,
    };
  }

  private note(tx: Tx, { merchantId, mode }: Tenant, actor: Actor, done: Omit<Done, 'merchantId'>): void {
    this.audit.note(tx, actor, { merchantId, mode, ...done });
  }
}

/** The UUID. @throws Failure UNKNOWN_ENDPOINT for what is no endpoint's id. */
export function idOf(endpointId: string): string {
  const id = fromPublicId('whe', endpointId);
  if (id === null) throw unknown();
  return id;
}

export function unknown(): Failure {
  return notFound('UNKNOWN_ENDPOINT', ['endpointId']);
}
