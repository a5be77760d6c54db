// What a person does about how they sign in: exports switching two-factor off for the command line.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { PeopleModule } from '#accounts/people/people.module.js';
import { SessionsModule } from '#accounts/sessions/sessions.module.js';
import { TwoFactorModule } from '#accounts/two-factor/two-factor.module.js';
import { TwoFactorController } from './two-factor.controller.js';
import { TwoFactorService } from './two-factor.service.js';

@Module({
  imports: [AuditLogModule, PeopleModule, SessionsModule, TwoFactorModule],
  controllers: [TwoFactorController],
  providers: [TwoFactorService],
})
export class SecurityModule {}
