// Members: who belongs to a merchant and how they come to; exports inviting to the command line and to the welcome.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { PeopleModule } from '#accounts/people/people.module.js';
import { SessionsModule } from '#accounts/sessions/sessions.module.js';
import { InvitationsRepository } from './invitations.repository.js';
import { InvitationsService } from './invitations.service.js';
import { MembersController } from './members.controller.js';

@Module({
  imports: [AuditLogModule, PeopleModule, SessionsModule],
  controllers: [MembersController],
  providers: [InvitationsRepository, InvitationsService],
  exports: [InvitationsService],
})
export class MembersModule {}
