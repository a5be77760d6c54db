// The operations tagged People: whom a merchant's owners and admins let in, and what these may do.
import { Body, Controller, Param, Query } from '@nestjs/common';
import { ActorParam, type Actor } from '#accounts/audit-log/actor.js';
import { CallerParam, type Caller } from '#accounts/merchants/caller.js';
import { PersonParam, type SessionPerson } from '#accounts/sessions/session.js';
import {
  CreateInvitationBody,
  ListInvitationsQuery,
  ListMembersQuery,
  RemoveMemberPath,
  RevokeInvitationPath,
  UpdateMemberBody,
  UpdateMemberPath,
} from '#generated/dto.js';
import { Operation, paged } from '#platform/contract/operation.js';
import { pagingRule } from '#platform/values/paging.js';
import { CreateInvitationService } from './create-invitation.service.js';
import { InvitationsService } from './invitations.service.js';
import { RosterService } from './roster.service.js';

@Controller()
export class RosterController {
  constructor(
    private readonly roster: RosterService,
    private readonly inviting: CreateInvitationService,
    private readonly invitations: InvitationsService,
  ) {}

  @Operation('listMembers', { rules: [pagingRule] })
  async list(@CallerParam() caller: Caller, @Query() query: ListMembersQuery) {
    const { items, page } = await this.roster.list(caller, query);
    return paged(items, page);
  }

  @Operation('updateMember')
  update(
    @CallerParam() { merchantId }: Caller,
    @PersonParam() session: SessionPerson,
    @ActorParam() actor: Actor,
    @Param() { personId }: UpdateMemberPath,
    @Body() { role }: UpdateMemberBody,
  ) {
    return this.roster.changeRole({ merchantId, session, actor }, personId, role);
  }

  @Operation('removeMember')
  remove(
    @CallerParam() { merchantId }: Caller,
    @PersonParam() session: SessionPerson,
    @ActorParam() actor: Actor,
    @Param() { personId }: RemoveMemberPath,
  ) {
    return this.roster.remove({ merchantId, session, actor }, personId);
  }

  @Operation('createInvitation')
  invite(@CallerParam() caller: Caller, @ActorParam() actor: Actor, @Body() body: CreateInvitationBody) {
    return this.inviting.create(caller, actor, body);
  }

  @Operation('listInvitations', { rules: [pagingRule] })
  async listInvitations(@CallerParam() caller: Caller, @Query() query: ListInvitationsQuery) {
    const { items, page } = await this.invitations.list(caller, query);
    return paged(items, page);
  }

  @Operation('revokeInvitation')
  revoke(
    @CallerParam() { merchantId }: Caller,
    @ActorParam() actor: Actor,
    @Param() { invitationId }: RevokeInvitationPath,
  ) {
    return this.invitations.revoke(merchantId, actor, invitationId);
  }
}
