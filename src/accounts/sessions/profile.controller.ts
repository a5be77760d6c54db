// The operations tagged People: what is a person's own.
import { Body, Controller, Param } from '@nestjs/common';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { personIssues } from '#accounts/people/person.js';
import { passwordIssues } from '#accounts/people/password.js';
import { ChangePasswordBody, ConfirmIdentityBody, EndSessionPath, UpdateMeBody } from '#generated/dto.js';
import { Operation } from '#platform/contract/operation.js';
import { CameFromParam, type CameFrom } from './came-from.js';
import { oneProofRule } from './one-proof.js';
import { ProfileService } from './profile.service.js';
import { PersonParam, type SessionPerson } from './session.js';
import { SessionsService } from './sessions.service.js';

@Controller()
export class ProfileController {
  constructor(
    private readonly profile: ProfileService,
    private readonly sessions: SessionsService,
  ) {}

  @Operation('getMe')
  get(@PersonParam() person: SessionPerson) {
    return this.profile.get(person);
  }

  @Operation('updateMe', { rules: [personIssues] })
  update(@PersonParam() person: SessionPerson, @Body() body: UpdateMeBody) {
    return this.profile.update(person, body);
  }

  @Operation('changePassword', { rules: [({ newPassword }) => passwordIssues(newPassword, 'newPassword')] })
  changePassword(
    @PersonParam() person: SessionPerson,
    @Body() body: ChangePasswordBody,
    @CameFromParam() from: CameFrom,
  ) {
    return this.profile.changePassword(person, body, from);
  }

  @Operation('confirmIdentity', { rules: [oneProofRule] })
  confirm(
    @PersonParam() person: SessionPerson,
    @Body() body: ConfirmIdentityBody,
    @CameFromParam() from: CameFrom,
  ) {
    return this.profile.confirm(person, body, from);
  }

  @Operation('listSessions')
  listSessions(@PersonParam() person: SessionPerson) {
    return this.sessions.list(person);
  }

  @Operation('endSession')
  async endSession(
    @PersonParam() person: SessionPerson,
    @Param() { sessionId }: EndSessionPath,
    @ActorParam() actor: Actor,
  ) {
    await this.sessions.end(person, sessionId, actor);
    return { sessionId };
  }
}
