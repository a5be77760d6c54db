// The operations tagged People: how one comes to belong to a merchant, and goes.
import { Body, Controller, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { passwordIssues } from '#accounts/people/password.js';
import { personIssues } from '#accounts/people/person.js';
import { CameFromParam, type CameFrom } from '#accounts/sessions/came-from.js';
import { Cookies } from '#accounts/sessions/cookies.js';
import { ProfileService } from '#accounts/sessions/profile.service.js';
import { PersonParam, type SessionPerson } from '#accounts/sessions/session.js';
import {
  AcceptInvitationBody,
  JoinMerchantBody,
  LeaveMerchantPath,
  ReadInvitationBody,
} from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { InvitationsService } from './invitations.service.js';
import { RosterService } from './roster.service.js';

@Controller()
export class MembersController {
  constructor(
    private readonly invitations: InvitationsService,
    private readonly roster: RosterService,
    private readonly profile: ProfileService,
    private readonly cookies: Cookies,
  ) {}

  @Operation('readInvitation')
  read(@Body() { token }: ReadInvitationBody) {
    return this.invitations.read(token);
  }

  @Operation('acceptInvitation', {
    rules: [personIssues, ({ password }) => passwordIssues(password, 'password')],
  })
  async accept(
    @Body() body: AcceptInvitationBody,
    @CameFromParam() from: CameFrom,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { me, token } = await this.invitations.accept(body, from);
    this.cookies.give(response, token, from);
    return me;
  }

  @Operation('joinMerchant')
  async join(
    @PersonParam() person: SessionPerson,
    @Body() { token }: JoinMerchantBody,
    @CameFromParam() from: CameFrom,
  ) {
    await this.invitations.acceptAs(person, token, from);
    return this.profile.get(person);
  }

  @Operation('leaveMerchant')
  async leave(
    @PersonParam() person: SessionPerson,
    @ActorParam() actor: Actor,
    @Param() { merchantId }: LeaveMerchantPath,
  ) {
    await this.roster.leave(person, actor, merchantId);
    return this.profile.get(person);
  }
}
