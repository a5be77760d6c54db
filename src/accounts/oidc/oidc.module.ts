// Coming in by a sign-in provider (OpenID Connect), where whoever runs the installation has named one.
import { Module } from '@nestjs/common';
import { IdentitiesModule } from '#accounts/identities/identities.module.js';
import { MembersModule } from '#accounts/members/members.module.js';
import { PeopleModule } from '#accounts/people/people.module.js';
import { SessionsModule } from '#accounts/sessions/sessions.module.js';
import { SecretsModule } from '#platform/secrets/secrets.module.js';
import { IdentitiesController } from './identities.controller.js';
import { IdentityLinkService } from './identity-link.service.js';
import { OidcCookie } from './oidc-cookie.js';
import { OidcController } from './oidc.controller.js';
import { OidcFlowService } from './oidc-flow.service.js';
import { ProviderService } from './provider.service.js';
import { SignInWithOidcService } from './sign-in-with-oidc.service.js';
import { TicketsService } from './tickets.service.js';
import { UsedTicketsRepository } from './used-tickets.repository.js';

@Module({
  imports: [IdentitiesModule, MembersModule, PeopleModule, SecretsModule, SessionsModule],
  controllers: [OidcController, IdentitiesController],
  providers: [
    ProviderService,
    OidcCookie,
    OidcFlowService,
    UsedTicketsRepository,
    TicketsService,
    SignInWithOidcService,
    IdentityLinkService,
  ],
})
export class OidcModule {}
