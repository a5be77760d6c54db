// The operations tagged Campaigns.
import { Body, Controller, Param, Query } from '@nestjs/common';
import {
  CreateCampaignBody,
  DeleteCampaignPath,
  GetCampaignPath,
  GetPublicCampaignPath,
  ListCampaignsQuery,
  UpdateCampaignBody,
  UpdateCampaignPath,
} from '#generated/dto.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { Operation, paged, raw } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { rateRule } from './campaign.rules.js';
import { tiersRule } from './campaign.tiers.js';
import { CampaignsService } from './campaigns.service.js';

@Controller()
export class CampaignsController {
  constructor(private readonly campaigns: CampaignsService) {}

  @Operation('createCampaign', { rules: [rateRule, tiersRule] })
  create(@CallerParam() caller: Caller, @Body() body: CreateCampaignBody) {
    return this.campaigns.create(caller, body);
  }

  @Operation('listCampaigns', { rules: [pagingRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListCampaignsQuery) {
    const { items, page } = await this.campaigns.list(caller, query);
    return paged(items, page);
  }

  @Operation('getCampaign')
  get(@CallerParam() caller: Caller, @Param() path: GetCampaignPath) {
    return this.campaigns.get(caller, path.campaignId);
  }

  @Operation('updateCampaign', { rules: [rateRule, tiersRule] })
  update(@CallerParam() caller: Caller, @Param() path: UpdateCampaignPath, @Body() body: UpdateCampaignBody) {
    return this.campaigns.update(caller, path.campaignId, body);
  }

  @Operation('deleteCampaign')
  archive(@CallerParam() caller: Caller, @Param() path: DeleteCampaignPath) {
    return this.campaigns.archive(caller, path.campaignId);
  }

  @Operation('getPublicCampaign')
  getPublic(@Param() path: GetPublicCampaignPath) {
    return this.campaigns.getPublic(path.campaignId);
  }

  @Operation('preflightPublicCampaign')
  preflightPublicCampaign() {
    return raw(204);
  }
}
