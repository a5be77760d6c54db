// The operations tagged People: two-factor sign-in.
import { Body, Controller } from '@nestjs/common';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { ProfileService } from '#accounts/sessions/profile.service.js';
import { PersonParam, type SessionPerson } from '#accounts/sessions/session.js';
import { ActivateTwoFactorBody } from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { TwoFactorService } from './two-factor.service.js';

@Controller()
export class TwoFactorController {
  constructor(
    private readonly twoFactor: TwoFactorService,
    private readonly profile: ProfileService,
  ) {}

  @Operation('beginTwoFactor')
  begin(@PersonParam() person: SessionPerson) {
    return this.twoFactor.begin(person);
  }

  @Operation('activateTwoFactor')
  async activate(
    @PersonParam() person: SessionPerson,
    @Body() { code }: ActivateTwoFactorBody,
    @ActorParam() actor: Actor,
  ) {
    return { recoveryCodes: await this.twoFactor.activate(person, code, actor) };
  }

  @Operation('disableTwoFactor')
  async disable(@PersonParam() person: SessionPerson, @ActorParam() actor: Actor) {
    await this.twoFactor.disable(person, actor);
    return this.profile.get(person);
  }

  @Operation('createRecoveryCodes')
  async createRecoveryCodes(@PersonParam() person: SessionPerson, @ActorParam() actor: Actor) {
    return { recoveryCodes: await this.twoFactor.createRecoveryCodes(person, actor) };
  }
}
