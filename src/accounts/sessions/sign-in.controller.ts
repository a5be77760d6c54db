// The operations tagged People: coming in and going out.
import { Body, Controller, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { SignInBody } from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';
import { CameFromParam, type CameFrom } from './came-from.js';
import { Cookies } from './cookies.js';
import { PersonParam, type SessionPerson } from './session.js';
import { SessionsService } from './sessions.service.js';
import { SignInService } from './sign-in.service.js';

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly cookies: Cookies,
  ) {}

  @Operation('signIn')
  async signIn(
    @Body() body: SignInBody,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { me, token } = await this.signIns.signIn(body, from);
    this.cookies.give(response, token, from);
    return me;
  }

  @Operation('signOut')
  async signOut(
    @PersonParam() person: SessionPerson,
    @ActorParam() actor: Actor,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    await this.sessions.end(person, toPublicId('ses', person.sessionId), actor);
    this.cookies.take(response, from);
    return { signedOut: true as const };
  }
}
