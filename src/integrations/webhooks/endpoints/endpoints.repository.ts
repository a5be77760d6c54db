// Every query on webhook endpoints, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows } from '#platform/database/rows.js';
import { tenantColumns, type Tenant } from '#platform/database/tenant.js';
import type { PageRequest } from '#platform/values/paging.js';
import { EndpointEntity } from './endpoint.entity.js';
import type { EndpointFields, EndpointHealth, EndpointState } from './endpoint.fields.js';
import type { SecretFields } from './rotation.js';
import { toStoredEndpoint, type StoredEndpoint } from './stored-endpoint.js';

const endpoints = new Rows(EndpointEntity);

@Injectable()
export class EndpointsRepository {
  /** Waits for whoever else is adding an endpoint to this tenant, until the transaction ends: counted afterwards, none is missed. */
  async lockAdding(tx: Tx, { merchantId, mode }: Tenant): Promise<void> {
    const key = `webhook_endpoints/${merchantId}/${mode}`;
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  }

  count(queryable: Queryable, tenant: Tenant): Promise<number> {
    return endpoints.count(queryable, tenantColumns(tenant));
  }

  async insert(
    tx: Tx,
    tenant: Tenant,
    id: string,
    written: EndpointFields & EndpointHealth & SecretFields,
  ): Promise<StoredEndpoint> {
    const row = await endpoints.insert(tx, {
      ...tenantColumns(tenant),
      id,
      ...fieldColumns(written),
      ...healthColumns(written),
      ...secretColumns(written),
      created_at: DATABASE_NOW,
      updated_at: DATABASE_NOW,
    });
    return toStoredEndpoint(row);
  }

  async find(queryable: Queryable, tenant: Tenant, id: string): Promise<StoredEndpoint | null> {
    const row = await endpoints.find(queryable, { ...tenantColumns(tenant), id });
    return row && toStoredEndpoint(row);
  }

  /** One row more than a page holds, newest first. */
  async page(queryable: Queryable, tenant: Tenant, page: PageRequest): Promise<StoredEndpoint[]> {
    return (await endpoints.page(queryable, tenantColumns(tenant), {}, page)).map(toStoredEndpoint);
  }

  /** All of a tenant, oldest first. */
  async list(queryable: Queryable, tenant: Tenant): Promise<StoredEndpoint[]> {
    return (await endpoints.list(queryable, tenantColumns(tenant), ['id'])).map(toStoredEndpoint);
  }

  /** Reads an endpoint and keeps everybody else from changing it until the transaction ends. */
  async lock(tx: Tx, tenant: Tenant, id: string): Promise<StoredEndpoint | null> {
    const row = await endpoints.lock(tx, { ...tenantColumns(tenant), id });
    return row && toStoredEndpoint(row);
  }

  /** Writes all that a merchant can say of an endpoint that the transaction has locked, and its health. */
  async update(
    tx: Tx,
    tenant: Tenant,
    id: string,
    written: EndpointFields & EndpointHealth,
  ): Promise<StoredEndpoint> {
    const row = await endpoints.update(
      tx,
      { ...tenantColumns(tenant), id },
      { ...fieldColumns(written), ...healthColumns(written), updated_at: DATABASE_NOW },
    );
    return toStoredEndpoint(row!);
  }

  /** Writes how an endpoint does that the transaction has locked. To whom it is sent is unchanged, and so is `updated_at`. */
  async updateHealth(tx: Tx, tenant: Tenant, id: string, state: EndpointState): Promise<void> {
    const columns = { ...healthColumns(state), status: state.status };
    await endpoints.update(tx, { ...tenantColumns(tenant), id }, columns);
  }

  /** Writes the secrets of an endpoint that the transaction has locked. */
  async updateSecrets(tx: Tx, tenant: Tenant, id: string, written: SecretFields): Promise<StoredEndpoint> {
    const row = await endpoints.update(
      tx,
      { ...tenantColumns(tenant), id },
      { ...secretColumns(written), updated_at: DATABASE_NOW },
    );
    return toStoredEndpoint(row!);
  }

  /** What it was called; null where there is none. */
  async remove(tx: Tx, { merchantId, mode }: Tenant, id: string): Promise<string | null> {
    const gone = await tx.query<{ name: string }>(
      'delete from webhook_endpoints where merchant_id = $1 and mode = $2 and id = $3 returning name',
      [merchantId, mode, id],
    );
    return gone[0]?.name ?? null;
  }
}

function fieldColumns(fields: EndpointFields) {
  return {
    name: fields.name,
    url: fields.url,
    events: fields.events,
    campaign_ids: fields.campaignIds,
    payload: fields.payload,
    ordering: fields.ordering,
    status: fields.status,
  };
}

function healthColumns(health: EndpointHealth) {
  return {
    status_reason: health.statusReason,
    failing_since: health.failingSince,
    failures: health.failures,
    warned_at: health.warnedAt,
  };
}

function secretColumns(secrets: SecretFields) {
  return {
    secret: secrets.secret,
    secret_hint: secrets.secretHint,
    old_secret: secrets.oldSecret,
    old_secret_until: secrets.oldSecretUntil,
    is_new_secret_last: secrets.isNewSecretLast,
  };
}
