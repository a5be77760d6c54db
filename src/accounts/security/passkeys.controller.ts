// The operations tagged People: passkeys.
import { Body, Controller, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { CameFromParam, type CameFrom } from '#accounts/sessions/came-from.js';
import { Cookies } from '#accounts/sessions/cookies.js';
import { PersonParam, type SessionPerson } from '#accounts/sessions/session.js';
import { CreatePasskeyBody, DeletePasskeyPath, SignInWithPasskeyBody } from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { nameIssues } from '#platform/values/names.js';
import { PasskeySignInService } from './passkey-sign-in.service.js';
import { PasskeysService } from './passkeys.service.js';

@Controller()
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    private readonly signIns: PasskeySignInService,
    private readonly cookies: Cookies,
  ) {}

  @Operation('beginPasskeySignIn')
  beginSignIn() {
    return this.signIns.begin();
  }

  @Operation('signInWithPasskey')
  async signIn(
    @Body() passkey: SignInWithPasskeyBody,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { me, token } = await this.signIns.signIn(passkey, from);
    this.cookies.give(response, token, from);
    return me;
  }

  @Operation('beginPasskey')
  begin(@PersonParam() person: SessionPerson) {
    return this.passkeys.begin(person);
  }

  @Operation('createPasskey', { rules: [({ name }) => nameIssues(name)] })
  create(@PersonParam() person: SessionPerson, @Body() body: CreatePasskeyBody, @ActorParam() actor: Actor) {
    return this.passkeys.create(person, body, actor);
  }

  @Operation('listPasskeys')
  list(@PersonParam() person: SessionPerson) {
    return this.passkeys.list(person);
  }

  @Operation('deletePasskey')
  async delete(
    @PersonParam() person: SessionPerson,
    @Param() { passkeyId }: DeletePasskeyPath,
    @ActorParam() actor: Actor,
  ) {
    await this.passkeys.delete(person, passkeyId, actor);
    return { passkeyId };
  }
}
