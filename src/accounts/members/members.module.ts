// Members: who belongs to a merchant and how they come to; exports inviting to the command line and to the welcome.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { MailModule } from '#platform/mail/mail.module.js';
import { PeopleModule } from '#accounts/people/people.module.js';
import { SessionsModule } from '#accounts/sessions/sessions.module.js';
import { CreateInvitationService } from './create-invitation.service.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { MembersController } from './members.controller.js';
import { RosterController } from './roster.controller.js';
import { RosterService } from './roster.service.js';

@Module({
  imports: [AuditLogModule, MailModule, PeopleModule, SessionsModule],
  controllers: [MembersController, RosterController],
  providers: [InvitationsRepository, InvitationsService, CreateInvitationService, RosterService],
  exports: [CreateInvitationService, InvitationsService],
})
export class MembersModule {}
