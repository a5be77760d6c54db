// Links for a new password: made for the command line, used by whoever holds one.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { IdentitiesModule } from '#accounts/identities/identities.module.js';
import { PeopleModule } from '#accounts/people/people.module.js';
import { SessionsModule } from '#accounts/sessions/sessions.module.js';
import { MailModule } from '#platform/mail/mail.module.js';
import { PasswordResetsController } from './password-resets.controller.js';
import { PasswordResetsRepository } from './password-resets.repository.js';
import { RequestResetService } from './request-reset.service.js';
import { PasswordResetsService } from './password-resets.service.js';

@Module({
  imports: [AuditLogModule, IdentitiesModule, MailModule, PeopleModule, SessionsModule],
  controllers: [PasswordResetsController],
  providers: [PasswordResetsRepository, PasswordResetsService, RequestResetService],
  exports: [PasswordResetsService],
})
export class PasswordResetsModule {}
