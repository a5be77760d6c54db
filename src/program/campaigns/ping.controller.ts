// The operation tagged Account: whose key is this? Here, because the answer counts campaigns.
import { Controller } from '@nestjs/common';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation, type Schema } from '#platform/contract/operation.js';
import { CampaignsService } from './campaigns.service.js';

@Controller()
export class PingController {
  constructor(private readonly campaigns: CampaignsService) {}

  @Operation('ping')
  async ping(@CallerParam() caller: Caller) {
    const activeCampaigns = await this.campaigns.countActive(caller);
    const stripe: Schema<'Ping'>['stripe'] = { connected: false, mode: 'unknown' };
    return { valid: true as const, merchant: caller.merchantName, activeCampaigns, stripe };
  }
}
