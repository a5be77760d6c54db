// The operations tagged People: the merchant itself.
import { Body, Controller } from '@nestjs/common';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { personIssues } from '#accounts/people/person.js';
import { UpdateMerchantBody } from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { SettingsService } from './settings.service.js';

@Controller()
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Operation('getMerchant')
  get(@CallerParam() caller: Caller) {
    return this.settings.get(caller);
  }

  @Operation('updateMerchant', { rules: [({ name }) => personIssues({ name })] })
  update(@CallerParam() caller: Caller, @ActorParam() actor: Actor, @Body() { name }: UpdateMerchantBody) {
    return this.settings.rename(caller, actor, name);
  }
}
