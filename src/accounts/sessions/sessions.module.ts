// Sessions: exports the session check to the contract's guard, and beginning and ending sessions to the features above.
import { Module } from '@nestjs/common';
import { AuditLogModule } from '#accounts/audit-log/audit-log.module.js';
import { IdentitiesModule } from '#accounts/identities/identities.module.js';
import { PeopleModule } from '#accounts/people/people.module.js';
import { PasskeysModule } from '#accounts/passkeys/passkeys.module.js';
import { TwoFactorModule } from '#accounts/two-factor/two-factor.module.js';
import { SessionCheck } from '#platform/contract/session-check.js';
import { CodeCheckService } from './code-check.service.js';
import { IdentityCheckService } from './identity-check.service.js';
import { MeansService } from './means.service.js';
import { CookieSessionCheck } from './cookie-session-check.js';
import { Cookies } from './cookies.js';
import { PasswordCheckService } from './password-check.service.js';
import { ProfileController } from './profile.controller.js';
import { ProfileService } from './profile.service.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';
import { SignInController } from './sign-in.controller.js';
import { SignInFailuresService } from './sign-in-failures.service.js';
import { SignInFailuresRepository } from './sign-in-failures.repository.js';
import { SignInService } from './sign-in.service.js';

@Module({
  imports: [PeopleModule, AuditLogModule, IdentitiesModule, TwoFactorModule, PasskeysModule],
  controllers: [SignInController, ProfileController],
  providers: [
    SessionsRepository,
    SignInFailuresRepository,
    SignInFailuresService,
    SessionsService,
    SignInService,
    ProfileService,
    PasswordCheckService,
    CodeCheckService,
    IdentityCheckService,
    MeansService,
    Cookies,
    CookieSessionCheck,
    { provide: SessionCheck, useExisting: CookieSessionCheck },
  ],
  exports: [SessionCheck, SessionsService, SignInService, ProfileService, SignInFailuresService, Cookies],
})
export class SessionsModule {}
