// Deliveries, read: pages of them, and one with all that was tried.
import { Injectable } from '@nestjs/common';
import type { ListDeliveriesQuery } from '#generated/dto.js';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Config } from '#config.js';
import type { Schema } from '#platform/contract/operation.js';
import { Database, type Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { notFound } from '#platform/errors/failure.js';
import { fromPublicId } from '#platform/values/ids.js';
import { emptyPage, toPage, toPageRequest, type Page } from '#platform/values/paging.js';
import { DeliveryLogRepository, type SentDelivery } from './delivery-log.repository.js';
import type { DeliveryState, EndpointKey } from './delivery.js';
import { toDelivery, toWholeDelivery } from './delivery.reply.js';
import { bodyFor } from './thin-body.js';

/** A delivery that is there, and whose it is. */
export interface FoundDelivery {
  key: EndpointKey;
  endpoint: StoredEndpoint;
  delivery: SentDelivery;
}

@Injectable()
export class ReadDeliveriesService {
  constructor(
    private readonly database: Database,
    private readonly endpoints: EndpointsFacade,
    private readonly log: DeliveryLogRepository,
    private readonly config: Config,
  ) {}

  /** A page of an endpoint's deliveries, newest first. @throws Failure UNKNOWN_ENDPOINT */
  async list(
    tenant: Tenant,
    endpointId: string,
    query: ListDeliveriesQuery,
  ): Promise<Page<Schema<'Delivery'>>> {
    const queryable = this.database.inTurn(tenant);
    const { id } = await this.endpoints.get(queryable, tenant, endpointId);
    const key = { merchantId: tenant.merchantId, mode: tenant.mode, endpointId: id };
    const eventId = query.eventId === undefined ? null : fromPublicId('evt', query.eventId);
    if (query.eventId !== undefined && eventId === null) return emptyPage();
    const state = (query.state ?? null) as DeliveryState | null;
    const request = toPageRequest(query);
    const rows = await this.log.list(queryable, key, { state, event: query.event ?? null, eventId }, request);
    const { items, page } = toPage(rows, request, (row) => row.id);
    const last = await this.log.lastTries(
      queryable,
      key,
      items.map((row) => row.id),
    );
    return { items: items.map((row) => toDelivery(row, last.get(row.id) ?? null)), page };
  }

  /** @throws Failure UNKNOWN_DELIVERY */
  async get(tenant: Tenant, endpointId: string, deliveryId: string): Promise<Schema<'WholeDelivery'>> {
    const queryable = this.database.inTurn(tenant);
    const found = await this.find(queryable, tenant, endpointId, deliveryId);
    return this.tell(queryable, found);
  }

  /** @throws Failure UNKNOWN_DELIVERY, whichever of the ids it is that names nothing. */
  async find(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    endpointId: string,
    deliveryId: string,
  ): Promise<FoundDelivery> {
    const [ofEndpoint, id] = [fromPublicId('whe', endpointId), fromPublicId('whd', deliveryId)];
    const key = { merchantId, mode, endpointId: ofEndpoint ?? '' };
    const endpoint =
      ofEndpoint && (await this.endpoints.find(queryable, { merchantId, mode, id: ofEndpoint }));
    const delivery = endpoint && id ? await this.log.find(queryable, key, id) : null;
    if (!endpoint || !delivery) throw notFound('UNKNOWN_DELIVERY', ['deliveryId']);
    return { key, endpoint, delivery };
  }

  /** With every try so far. */
  async tell(
    queryable: Queryable,
    { key, endpoint, delivery }: FoundDelivery,
  ): Promise<Schema<'WholeDelivery'>> {
    const tries = await this.log.tries(queryable, key, delivery.id);
    const body = delivery.body && bodyFor(endpoint, delivery.body, this.config);
    return toWholeDelivery(delivery, tries, body);
  }
}
