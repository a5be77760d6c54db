// An endpoint is added: how many a merchant may have, and the one moment at which its secret is shown.
import { Injectable } from '@nestjs/common';
import type { Actor } from '#accounts/audit-log/actor.js';
import { AuditLogFacade } from '#accounts/audit-log/audit-log.facade.js';
import { Config } from '#config.js';
import type { BodyOf, Schema } from '#platform/contract/operation.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { conflict, hidden } from '#platform/errors/conflict.js';
import { Clock } from '#platform/time/clock.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { HEALTHY, type EndpointFields } from './endpoint.fields.js';
import { EndpointInput } from './endpoint-input.service.js';
import { toEndpointWithSecret } from './endpoint.reply.js';
import { EndpointSecrets } from './endpoint-secrets.service.js';
import { EndpointsRepository } from './endpoints.repository.js';

@Injectable()
export class CreateEndpointService {
  constructor(
    private readonly database: Database,
    private readonly repository: EndpointsRepository,
    private readonly input: EndpointInput,
    private readonly secrets: EndpointSecrets,
    private readonly audit: AuditLogFacade,
    private readonly outbox: EventOutbox,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Adds an endpoint; what is returned holds the only copy of its secret.
   * @param id a UUID, where it is known beforehand.
   * @throws Failure VALIDATION_FAILED for an address that cannot be one; UNKNOWN_CAMPAIGN; TOO_MANY_ENDPOINTS, SECRET_KEY_NEEDED (409).
   */
  create(
    tenant: Tenant,
    sent: BodyOf<'createEndpoint'>,
    actor: Actor,
    id = newId(),
  ): Promise<Schema<'WebhookEndpointWithSecret'>> {
    const url = this.input.urlOf(tenant, sent.url);
    return this.database.inTurn(tenant).transaction(async (tx) => {
      const fields = await this.fieldsOf(tx, tenant, sent, url);
      await this.refuseTooMany(tx, tenant);
      const secret = this.secrets.make(id);
      const kept = { secret: secret.sealed, secretHint: secret.hint };
      const alone = { oldSecret: null, oldSecretUntil: null, isNewSecretLast: false };
      const row = await this.repository.insert(tx, tenant, id, { ...fields, ...HEALTHY, ...kept, ...alone });
      const target = toPublicId('whe', id);
      const details = { name: row.name };
      await this.outbox.openFeed(tx, tenant);
      const { merchantId, mode } = tenant;
      this.audit.note(tx, actor, { merchantId, mode, action: 'ENDPOINT_CREATED', target, details });
      return toEndpointWithSecret(row, secret.text, this.clock.now());
    });
  }

  private async fieldsOf(
    tx: Tx,
    tenant: Tenant,
    { name, events, campaignIds, payload, ordering }: BodyOf<'createEndpoint'>,
    url: string,
  ): Promise<EndpointFields> {
    return {
      name: name.trim(),
      url,
      events: events ? [...new Set(events)] : null,
      campaignIds: campaignIds ? await this.input.campaignIdsOf(tx, tenant, campaignIds) : null,
      payload,
      ordering,
      status: 'ACTIVE',
    };
  }

  /** @throws Failure TOO_MANY_ENDPOINTS. Of many who add one at once, each counts those of all before. */
  private async refuseTooMany(tx: Tx, tenant: Tenant): Promise<void> {
    await this.repository.lockAdding(tx, tenant);
    if ((await this.repository.count(tx, tenant)) < this.config.webhookEndpoints) return;
    throw conflict('TOO_MANY_ENDPOINTS', [hidden('url', 'would be one too many')]);
  }
}
