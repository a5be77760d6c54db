// What was sent about an endpoint, from outside to inside: its address as it is kept, its campaigns by what is really there.
import { Injectable } from '@nestjs/common';
import { Config } from '#config.js';
import type { Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { notFound, ValidationFailure } from '#platform/errors/failure.js';
import { fromPublicId } from '#platform/values/ids.js';
import { CampaignsFacade } from '#program/campaigns/campaigns.facade.js';
import { AddressGuard } from '../sending/address-guard.js';
import { checkEndpointUrl } from '../sending/endpoint-url.js';

@Injectable()
export class EndpointInput {
  private readonly guard: AddressGuard;

  constructor(
    private readonly campaigns: CampaignsFacade,
    config: Config,
  ) {
    this.guard = AddressGuard.of(config);
  }

  /** The address as it is kept and sent to. @throws ValidationFailure for one that no endpoint may have. */
  urlOf({ mode }: Tenant, sent: string): string {
    const checked = checkEndpointUrl(sent, mode, this.guard);
    if ('url' in checked) return checked.url;
    throw new ValidationFailure([{ path: ['url'], message: checked.message }]);
  }

  /** The UUIDs of these campaigns (`cmp_…`), each once. @throws Failure UNKNOWN_CAMPAIGN, which names the first that is none. */
  async campaignIdsOf(queryable: Queryable, tenant: Tenant, sent: readonly string[]): Promise<string[]> {
    const ids = sent.map((id) => fromPublicId('cmp', id));
    const possible = [...new Set(ids.filter((id) => id !== null))];
    const known = await this.campaigns.knownAmong(queryable, tenant, possible);
    const unknown = ids.findIndex((id) => id === null || !known.has(id));
    if (unknown !== -1) throw notFound('UNKNOWN_CAMPAIGN', ['campaignIds', unknown]);
    return possible;
  }
}
